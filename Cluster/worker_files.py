"""Files on a worker, kept by their hash and laid out by their names. Sent to the workers by value."""

import hashlib
import os
import pathlib
import re
import shutil
import threading
import time

ASK_AGAIN_SECONDS = 60
# What is larger is not copied where workers see the driver's files.
COPY_BYTES = 4 << 20


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


class WorkerFiles:
    """The files of a job: bytes in `store`, each named by its SHA-256, and names in `tree`.

    `files` are dictionaries with `name` (relative, below the tree), `sha256`, `bytes` and, where workers
    may share the driver's file system, `source`. `ask` is called with the hashes that are missing.
    """

    def __init__(self, folder, files, program, ask, patience):
        self.folder, self.tree = folder, folder / "tree"
        self.files, self.program, self.ask, self.patience = files, program, ask, patience
        for part in (self.folder / "store", self.tree):
            part.mkdir(parents=True, exist_ok=True)
        self.changed = threading.Condition()
        self.placing = threading.Lock()
        self.incoming = {}
        self.arrival = 0.0
        self.is_placed = self.is_stopped = False

    def path(self, name):
        return inside(self.tree, name)

    def stop(self):
        """Nobody waits any more."""
        with self.changed:
            self.is_stopped = True
            self.changed.notify_all()

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
                    self.ask(sorted(needs))
                with self.changed:
                    self.changed.wait(1)
                needs = {sha256 for sha256 in needs if not self._stored(sha256).exists()}
                if needs and (self.is_stopped or now - max(self.arrival, begin) > self.patience):
                    raise TimeoutError(f"{len(needs)} files did not come")
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
