"""`antenne serve` as a process of its own over a folder."""

import functools
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import urllib.request

from support import ANTENNE, antenne


class Server:
    """Started on a free port; `stop` ends it as a person would and gives its exit code."""

    def __init__(self, folder, *options):
        self.process = subprocess.Popen(
            [ANTENNE, "serve", str(folder), "--port", "0", *map(str, options)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        assert self.address, self.process.stderr.read()

    def ask(self, path):
        with urllib.request.urlopen(self.address.rstrip("/") + path) as answer:
            return json.load(answer)

    def change(self, path, body):
        request = urllib.request.Request(
            self.address.rstrip("/") + path, json.dumps(body).encode(),
            {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def stop(self, name=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(name)
        self.said = self.process.communicate(timeout=60)
        return self.process.returncode


@functools.cache
def demo_template():
    """The demo, and a smaller run of it that takes less time; made once."""
    template = tempfile.TemporaryDirectory()
    folder = pathlib.Path(template.name) / "demo"
    antenne("demo", "--out", folder)
    (folder / "small.yaml").write_text(
        "extends: scenario.yaml\nname: A sample by public transport\nmodes: [transit]\n"
        "demand: {sample: 60}\nuncertainty: {draws: 0}\n")
    antenne("run", folder / "small.yaml", "--out", folder / "small")
    return template


def demo_folder(folder):
    """A folder of its own with the runs `run` and `small`, their scenarios and their network."""
    shutil.copytree(pathlib.Path(demo_template().name) / "demo", folder)
    return folder


def long_scenario(folder):
    """One that does not end by itself while a test looks."""
    (folder / "long.yaml").write_text(
        "extends: small.yaml\nname: Long\nuncertainty: {draws: 10000}\n")


def hostile_run(folder, name, text):
    """A copy of the demo's run in which every name is `text`."""
    result = json.loads((folder / "run" / "results.json").read_text())
    for place in result["municipalities"] + result["sites"] + result["origins"]:
        place["name"] = text
        if "municipalityName" in place:
            place["municipalityName"] = text
    result["scenario"]["name"] = result["scenario"]["description"] = text
    for example in result["itineraries"]:
        example["title"] = text
        for leg in example["itinerary"]["legs"]:
            leg.update({key: text for key in ("from", "to", "line", "headsign") if key in leg})
        example["itinerary"]["legs"][0]["from"] = text
    os.makedirs(folder / name)
    (folder / name / "results.json").write_text(json.dumps(result))
