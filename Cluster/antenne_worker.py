"""What a Dask worker does for antenne_dask.py: keeps files by their hash, runs `antenne` on parts.

Sent to the workers by value: they need `distributed` and nothing of this project.
"""

import hashlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import threading
import time

from distributed import get_worker
from distributed.diagnostics.plugin import WorkerPlugin

# Exit codes of `antenne` that say that it would fail anywhere: usage, unusable data, missing input.
HOPELESS = (64, 65, 66)
ERROR_BYTES = 64 << 10
ASK_AGAIN_SECONDS = 60
# What is larger is not copied where workers see the driver's files.
COPY_BYTES = 4 << 20

# A worker that is killed takes its `antenne` with it, where the kernel is Linux.
LAUNCHER = """
import ctypes, os, signal, sys
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)
    if os.getppid() != int(sys.argv[1]): sys.exit(70)
if sys.argv[2]:
    os.environ["LD_LIBRARY_PATH"] = sys.argv[2]
os.execv(sys.argv[3], sys.argv[3:])
"""


def file_hash(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for chunk in iter(lambda: file.read(1 << 20), b""):
            digest.update(chunk)
    return digest.hexdigest()


def inside(folder, name):
    """The path of a relative name under a folder; a name that leads out of it is refused."""
    parts = pathlib.PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts:
        raise ValueError(f"not a name inside the worker's folder: {name!r}")
    path = folder.joinpath(*parts)
    path.parent.resolve().relative_to(folder.resolve())
    return path


class PartWorker(WorkerPlugin):
    """One job on one worker, in a folder of its own under the worker's local directory.

    `files` are what a part is computed from: dictionaries with `name` (relative, below the folder's
    `tree`), `sha256`, `bytes` and, where workers may share the driver's file system, `source`.
    `program` and `scenario` are names among them; `libraries` is the folder of the program's shared
    libraries, or None; `variables` go into the environment of `antenne`, each a folder of the tree.
    """

    def __init__(self, job, files, program, libraries, scenario, variables, patience=600):
        self.name = f"antenne-{job}"
        self.job, self.files, self.program, self.libraries = job, files, program, libraries
        self.scenario, self.variables, self.patience = scenario, variables, patience

    def setup(self, worker):
        if not re.fullmatch("[0-9a-f]{16,64}", self.job):
            raise ValueError("not the name of a job")
        self.worker = worker
        self.folder = pathlib.Path(worker.local_directory).resolve() / "antenne" / self.job
        self.tree = self.folder / "tree"
        for folder in (self.folder / "store", self.tree):
            folder.mkdir(parents=True, exist_ok=True)
        self.changed = threading.Condition()
        self.placing = threading.Lock()
        self.incoming = {}
        self.arrival = 0.0
        self.children = set()
        self.is_placed = self.is_stopped = False

    def teardown(self, worker):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def stop(self):
        with self.changed:
            self.is_stopped = True
            for child in self.children:
                child.kill()
            self.changed.notify_all()

    # Files

    def _stored(self, sha256):
        if not re.fullmatch("[0-9a-f]{64}", sha256):
            raise ValueError("not a SHA-256")
        return self.folder / "store" / sha256

    def put(self, sha256, offset, data, is_last):
        """Takes the next bytes of a file; with the last ones it is in the store, if it is that file.

        Returns whether the rest is of use.
        """
        stored = self._stored(sha256)
        if stored.exists():
            return False
        if offset == 0:
            self.incoming[sha256] = [0, hashlib.sha256()]
        known = self.incoming.get(sha256)
        if known is None or known[0] != offset:
            return False  # This worker came in the middle; it asks again.
        partial = stored.with_name(sha256 + ".incoming")
        with open(partial, "ab" if offset else "wb") as file:
            file.write(data)
        known[0] += len(data)
        known[1].update(data)
        self.arrival = time.monotonic()
        if not is_last:
            return True
        del self.incoming[sha256]
        if known[1].hexdigest() != sha256:
            partial.unlink()
            raise ValueError(f"the bytes that came are not those of {sha256}")
        with self.changed:
            os.replace(partial, stored)
            self.changed.notify_all()
        return False

    def _has(self, file):
        """Whether a file is in the store, or lies on this machine where the driver has it."""
        stored, source = self._stored(file["sha256"]), file.get("source")
        if stored.exists():
            return True
        try:
            if not source or os.path.getsize(source) != file["bytes"]:
                return False
            if file["bytes"] > COPY_BYTES and file_hash(source) == file["sha256"]:
                os.symlink(os.path.abspath(source), stored)
                return True
            # Small ones are copied: `antenne` follows links, and would look for files beside theirs.
            if file["bytes"] <= COPY_BYTES:
                data = pathlib.Path(source).read_bytes()
                self.put(file["sha256"], 0, data, True)
        except (OSError, ValueError):
            pass
        return stored.exists()

    def place(self):
        """Has all files where the scenario looks for them, asking the driver for those not here."""
        with self.placing:
            if self.is_placed:
                return
            needs = {file["sha256"] for file in self.files if not self._has(file)}
            begin, asked = time.monotonic(), None
            while needs:
                now = time.monotonic()
                if asked is None or now - max(self.arrival, asked) > ASK_AGAIN_SECONDS:
                    asked = now
                    self.worker.log_event(
                        self.name, {"worker": self.worker.address, "needs": sorted(needs)})
                with self.changed:
                    self.changed.wait(1)
                needs = {sha256 for sha256 in needs if not self._stored(sha256).exists()}
                if needs and (self.is_stopped or now - max(self.arrival, begin) > self.patience):
                    raise TimeoutError(f"{len(needs)} files did not come")
            for directory in self.variables.values():
                inside(self.tree, directory).mkdir(parents=True, exist_ok=True)
            for file in self.files:
                self._link(file)
            self.is_placed = True

    def _link(self, file):
        stored, path = self._stored(file["sha256"]), inside(self.tree, file["name"])
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink() or path.exists():
            path.unlink()
        if stored.is_symlink():
            path.symlink_to(os.readlink(stored))
        elif file["name"] == self.program:
            shutil.copyfile(stored, path)
            path.chmod(0o700)
        else:
            os.link(stored, path)

    # Parts

    def compute(self, part, candidates):
        """The rows of one part, or why there are none."""
        self.place()
        folder = self.folder / "parts" / str(int(part))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "candidates.csv").write_bytes(candidates)
        status, errors = self._run([
            "sites", str(inside(self.tree, self.scenario)),
            "--candidates", str(folder / "candidates.csv"), "--rows", str(folder / "rows"),
            "--threads", "1",
        ], folder / "errors")
        answer = {"worker": self.worker.address, "status": status, "errors": errors}
        if status == 0:
            rows = (folder / "rows").read_bytes()
            answer.update(rows=rows, sha256=hashlib.sha256(rows).hexdigest())
        elif status not in HOPELESS and not self.is_stopped:
            # Dask tries again, here from where it stopped.
            raise RuntimeError(f"on {self.worker.address} antenne ended with {status}\n{errors}")
        shutil.rmtree(folder, ignore_errors=True)
        return answer

    def _run(self, arguments, error_path):
        environment = dict(os.environ)
        for name, directory in self.variables.items():
            environment[name] = str(inside(self.tree, directory))
        program = str(inside(self.tree, self.program))
        libraries = str(inside(self.tree, self.libraries)) if self.libraries else ""
        command = [sys.executable, "-c", LAUNCHER, str(os.getpid()), libraries, program, *arguments]
        with open(error_path, "w+b") as errors:
            with self.changed:
                if self.is_stopped:
                    return -signal.SIGKILL, "the job was stopped"
                child = subprocess.Popen(
                    command, env=environment, stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL, stderr=errors)
                self.children.add(child)
            status = child.wait()
            with self.changed:
                self.children.discard(child)
            errors.seek(max(0, os.fstat(errors.fileno()).st_size - ERROR_BYTES))
            return status, errors.read().decode(errors="replace")


def compute(name, part, candidates):
    return get_worker().plugins[name].compute(part, candidates)


def put(name, sha256, offset, data, is_last, dask_worker):
    plugin = dask_worker.plugins.get(name)
    return plugin is not None and plugin.put(sha256, offset, data, is_last)


def stop(name, dask_worker):
    plugin = dask_worker.plugins.get(name)
    if plugin is not None:
        plugin.stop()
