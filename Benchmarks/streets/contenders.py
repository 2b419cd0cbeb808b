"""What is compared: programs that answer the same questions on a folder of `graphs.py`."""

import collections
import glob
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ANTENNE, ROUTINGKIT = "Antenne", "RoutingKit"

# `command(graph)` is the program with its arguments, to which the file for the matrices is added;
# LookupError where there is none for this graph. `exact`: its matrices must be equal to those of
# the other exact ones.
Contender = collections.namedtuple("Contender", "name command exact")


def say(text):
    print(text, file=sys.stderr, flush=True)


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def antenne(given):
    """Antenne on one thread and on two."""
    if given:
        program = pathlib.Path(given).resolve()
    else:
        say("building Benchmarks/streets …")
        build = ["swift", "build", "-c", "release", "--package-path", HERE]
        subprocess.run(build, check=True, stdout=sys.stderr)
        program = pathlib.Path(output(*build, "--show-bin-path")) / "StreetsBenchmark"

    def on(threads):
        return lambda graph: [program, graph.folder, str(threads)]
    return [Contender(ANTENNE, on(1), True), Contender(f"{ANTENNE}, 2 threads", on(2), True)]


def pythons():
    """Interpreters from 3.12 on, for which alone there are wheels of osrm-bindings."""
    if sys.version_info >= (3, 12):
        yield sys.executable
    for minor in range(12, 20):
        found = shutil.which(f"python3.{minor}")
        yield from [found] if found else []
        yield from sorted(glob.glob(os.path.expanduser(
            f"~/.pyenv/versions/3.{minor}.*/bin/python3.{minor}")))


def runs(python):
    # A shim of pyenv is on the PATH even where its version is not chosen.
    return subprocess.run([python, "-c", "import venv"], capture_output=True).returncode == 0


class Environment:
    """A Python of its own with the peers' packages."""

    def __init__(self, folder):
        self.has_osrm_python = True
        python = next(filter(runs, pythons()), None)
        if not python:
            self.has_osrm_python = False
            python = sys.executable
        self.python = folder / "venv" / "bin" / "python"
        if not self.python.exists():
            subprocess.run([python, "-m", "venv", folder / "venv"], check=True)
        say(f"installing the peers for {python} …")
        try:
            self.install("numpy", "osmium")
        except LookupError as error:
            sys.exit(f"the graphs cannot be made: {error}")

    def install(self, *packages):
        result = subprocess.run(
            [self.python, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", *packages],
            capture_output=True, text=True)
        if result.returncode:
            lines = (result.stderr or result.stdout).strip().splitlines()
            raise LookupError(f"{' and '.join(packages)} cannot be installed: "
                              f"{lines[-1] if lines else 'no reason'}")

    def version(self, package):
        return output(self.python, "-c",
                      f"import importlib.metadata as m; print(m.version({package!r}))")

    def site(self):
        return pathlib.Path(output(self.python, "-c", "import sysconfig; "
                                   "print(sysconfig.get_path('purelib'))"))


def routingkit(environment):
    environment.install("pyroutingkit")
    return Contender(ROUTINGKIT, lambda graph: [environment.python, HERE / "routingkit.py",
                                                graph.folder], True)


def osrm(environment, algorithm, preparations):
    """`preparations(graph)`: the times and the folder of what OSRM's programs made."""
    def command(graph):
        base = preparations(graph, algorithm).base
        return [environment.python, HERE / "osrm_tables.py", graph.folder, base, algorithm]
    return Contender(f"OSRM {algorithm}", command, False)
