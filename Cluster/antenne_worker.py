"""What a Dask worker does for antenne_dask.py: runs `antenne` on parts, in a folder of its own.

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

from distributed import get_worker
from distributed.diagnostics.plugin import WorkerPlugin

from worker_files import WorkerFiles

# Exit codes of `antenne` that say that it would fail anywhere: usage, unusable data, missing input.
HOPELESS = (64, 65, 66)
ERROR_BYTES = 64 << 10

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


class PartWorker(WorkerPlugin):
    """One job on one worker, in a folder of its own under the worker's local directory.

    `files`, those of `WorkerFiles`, are what a part is computed from. `program` and `scenario` are names among them; `libraries` is the folder of the program's shared
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
        self.kept = WorkerFiles(
            self.folder, self.files, self.program, self._ask, self.patience)
        self.lock = threading.Lock()
        self.children = set()
        self.is_stopped = False

    def _ask(self, needs):
        self.worker.log_event(self.name, {"worker": self.worker.address, "needs": needs})

    def teardown(self, worker):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def stop(self):
        self.kept.stop()
        with self.lock:
            self.is_stopped = True
            for child in self.children:
                child.kill()

    def compute(self, part, candidates):
        """The rows of one part, or why there are none."""
        self.kept.place()
        folder = self.folder / "parts" / str(int(part))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "candidates.csv").write_bytes(candidates)
        status, errors = self._run([
            "sites", str(self.kept.path(self.scenario)),
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
            folder = self.kept.path(directory)
            folder.mkdir(parents=True, exist_ok=True)
            environment[name] = str(folder)
        program = str(self.kept.path(self.program))
        libraries = str(self.kept.path(self.libraries)) if self.libraries else ""
        command = [sys.executable, "-c", LAUNCHER, str(os.getpid()), libraries, program, *arguments]
        with open(error_path, "w+b") as errors:
            with self.lock:
                if self.is_stopped:
                    return -signal.SIGKILL, "the job was stopped"
                child = subprocess.Popen(
                    command, env=environment, stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL, stderr=errors)
                self.children.add(child)
            status = child.wait()
            with self.lock:
                self.children.discard(child)
            errors.seek(max(0, os.fstat(errors.fileno()).st_size - ERROR_BYTES))
            return status, errors.read().decode(errors="replace")


def compute(name, part, candidates):
    return get_worker().plugins[name].compute(part, candidates)


def put(name, sha256, offset, data, is_last, dask_worker):
    plugin = dask_worker.plugins.get(name)
    return plugin is not None and plugin.kept.put(sha256, offset, data, is_last)


def stop(name, dask_worker):
    plugin = dask_worker.plugins.get(name)
    if plugin is not None:
        plugin.stop()
