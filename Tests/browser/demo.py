"""The demo's run and its reports, made once for all tests of a process."""

import atexit
import functools
import json
import pathlib
import shutil
import tempfile

from support import LANGUAGES, antenne


@functools.cache
def folder():
    """The demo's folder, which goes away with the process."""
    made = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    antenne("demo", "--out", pathlib.Path(made) / "demo")
    return pathlib.Path(made) / "demo"


@functools.cache
def report(language):
    """The demo's report in a language."""
    assert language in LANGUAGES
    file = folder() / f"report.{language}.html"
    antenne("report", folder() / "run", "--language", language, "--out", file)
    return file


@functools.cache
def results():
    return json.loads((folder() / "run" / "results.json").read_text())
