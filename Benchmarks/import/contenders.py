"""What is compared: a shell command that makes `database` in its folder, and how to count in it."""

import collections
import pathlib
import shlex
import shutil
import sqlite3
import subprocess
import sys

import peers

ROOT = pathlib.Path(__file__).resolve().parents[2]

# `calls` gives the rows of stop_times in a database, which all must agree on; `None` where there
# is no database.
Contender = collections.namedtuple("Contender", "name version command calls")


def say(text):
    print(text, file=sys.stderr, flush=True)


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def count(question):
    def calls(database):
        connection = sqlite3.connect(database)
        try:
            return connection.execute(question).fetchone()[0]
        finally:
            connection.close()
    return calls


def antenne(feed, given):
    if given:
        program = pathlib.Path(given).resolve()
    else:
        say("building antenne …")
        build = ["swift", "build", "-c", "release", "--product", "antenne", "--package-path", ROOT]
        subprocess.run(build, check=True, stdout=sys.stderr)
        program = pathlib.Path(output(*build, "--show-bin-path")) / "antenne"
    command = shlex.join(
        [str(program), "import", str(feed), "--into", "database", "--notices", "notices.json"])
    question = "SELECT row_count FROM feed_files WHERE file = 'stop_times.txt'"
    return Contender("antenne import", output(program, "--version"), command, count(question))


def unzip(feed):
    if not shutil.which("unzip"):
        raise LookupError("there is no unzip")
    return Contender("unzip alone", "", shlex.join(["unzip", "-q", str(feed), "-d", "feed"]), None)


def sqlite(feed, folder):
    if not shutil.which("sqlite3"):
        raise LookupError("there is no sqlite3 on the PATH")
    script = folder / "load.sql"
    script.write_text(peers.sqlite_script(peers.tables(feed)))
    return Contender(
        "sqlite3 .import", output("sqlite3", "--version").split()[0],
        f"{unzip(feed).command}; cd feed; sqlite3 -bail ../database < {shlex.quote(str(script))}",
        count("SELECT COUNT(*) FROM stop_times"))


def duckdb(feed, folder):
    unpack = unzip(feed).command
    python = python_with_duckdb(folder)
    script = folder / "load.py"
    script.write_text(peers.duckdb_script(peers.tables(feed), "../database"))
    counting = ("import duckdb, sys; print(duckdb.connect(sys.argv[1], read_only=True)"
                ".execute('SELECT COUNT(*) FROM stop_times').fetchone()[0])")
    return Contender(
        "DuckDB", output(python, "-c", "import duckdb; print(duckdb.__version__)"),
        f"{unpack}; cd feed; {shlex.join([python, str(script)])}",
        lambda database: int(output(python, "-c", counting, database)))


def python_with_duckdb(folder):
    """This Python if it has the module, else one in a temporary environment."""
    if subprocess.run([sys.executable, "-c", "import duckdb"], capture_output=True).returncode == 0:
        return sys.executable
    say("installing duckdb into a temporary environment …")
    python = str(folder / "venv" / "bin" / "python")
    for command in ([sys.executable, "-m", "venv", folder / "venv"],
                    [python, "-m", "pip", "install", "--quiet", "duckdb"]):
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode:
            lines = (result.stderr or result.stdout).strip().splitlines()
            raise LookupError(f"duckdb cannot be installed: {lines[-1] if lines else 'no reason'}")
    return python
