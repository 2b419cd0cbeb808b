"""The program and the files of a scenario, as the driver finds them and workers rebuild them."""

import json
import os
import pathlib
import re
import subprocess

import antenne_worker
import worker_files

PROGRAM, LIBRARIES = "program/antenne", "program/libraries"


class Failure(Exception):
    """Why the job ends, with the exit code."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


class Program:
    """`antenne` on this machine."""

    def __init__(self, path):
        if not os.access(path, os.X_OK):
            raise Failure(66, f"{path}: no program that can be run")
        self.path = os.path.abspath(path)

    def run(self, *arguments, folder=None):
        """What it prints; where it fails, it has said why and the job ends with its exit code."""
        result = subprocess.run([self.path, *arguments], cwd=folder, stdout=subprocess.PIPE)
        if result.returncode != 0:
            raise Failure(result.returncode, f"'antenne {arguments[0]}' ended with {result.returncode}")
        return result.stdout

    def libraries(self):
        """Paths of the shared libraries that it loads, but for the C library's own."""
        listed = subprocess.run(["ldd", self.path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        found = re.findall(r"^\s*(\S+) => (/.+) \(0x", listed.stdout, re.MULTILINE)
        own = re.compile(r"(libc|libm|libdl|libpthread|librt|libresolv|ld-linux.*)\.so")
        return {name: path for name, path in found if not own.match(name)}


class Tree:
    """The files of a scenario, lying to one another as they do here, below one folder.

    Environment variables that the scenario uses and that name a folder are kept as folders of the tree.
    """

    def __init__(self, program, scenario, candidates, is_shared, has_libraries):
        scenario = os.path.abspath(scenario)
        listed = program.run("inputs", scenario, "--candidates", candidates, "--json")
        self.inputs = json.loads(listed)
        paths = [os.path.normpath(file["path"]) for file in self.inputs]
        self.folders = {
            name: os.path.normpath(os.environ[name])
            for path in paths if path.endswith((".yaml", ".yml"))
            for name in self._variables(path) if os.path.isabs(os.environ.get(name, ""))
        }
        root = os.path.commonpath(
            [os.path.dirname(path) for path in paths] + list(self.folders.values()))
        self.below = lambda path: str(pathlib.PurePosixPath("data", os.path.relpath(path, root)))
        files = {
            self.below(path): (file["path"], file["bytes"], file["sha256"])
            for path, file in zip(paths, self.inputs)
        }
        shipped = {PROGRAM: program.path}
        if has_libraries:
            shipped.update((f"{LIBRARIES}/{name}", path) for name, path in program.libraries().items())
        for name, path in shipped.items():
            files[name] = (path, os.path.getsize(path), worker_files.file_hash(path))
        self.libraries = LIBRARIES if has_libraries else None
        self.scenario = self.below(scenario)
        self.files = [
            {"name": name, "sha256": sha256, "bytes": size, "source": path if is_shared else None}
            for name, (path, size, sha256) in sorted(files.items())
        ]
        self.paths = {sha256: path for path, _, sha256 in files.values()}

    @staticmethod
    def _variables(path):
        text = pathlib.Path(path).read_text(encoding="utf-8", errors="replace")
        return re.findall(r"\$\{([^}$]+)\}", text)

    def identity(self):
        """What rows hang on, but for the candidates."""
        return [[file["name"], file["sha256"]] for file in self.files]

    def header(self):
        """The inputs as the first line of a file of rows names them."""
        return [
            {"name": os.path.basename(file["path"]), "bytes": file["bytes"], "sha256": file["sha256"]}
            for file in self.inputs
        ]

    def plugin(self, job, patience):
        return antenne_worker.PartWorker(
            job, self.files, PROGRAM, self.libraries, self.scenario,
            {name: self.below(folder) for name, folder in self.folders.items()}, patience)
