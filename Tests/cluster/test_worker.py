"""Files on a worker: only whole ones of the right hash, and none outside its folder."""

import hashlib
import pathlib
import tempfile
import types
import unittest

import support  # Finds the driver's modules.
from antenne_worker import PartWorker
from worker_files import COPY_BYTES, inside


class WorkerTests(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.asked = []

    def worker(self, files, job="0123456789abcdef", patience=600):
        plugin = PartWorker(job, files, "program/antenne", None, "data/s.yaml", {"D": "data/d"}, patience)
        plugin.setup(types.SimpleNamespace(
            local_directory=str(self.folder / "local"), address="tcp://w",
            log_event=lambda topic, message: self.asked.append(message)))
        return plugin

    def file(self, name, data, source=None):
        sha256 = hashlib.sha256(data).hexdigest()
        return {"name": name, "sha256": sha256, "bytes": len(data), "source": source}

    def test_names_that_lead_out(self):
        for name in ("../a", "/etc/a", "a/../../b", "", "a/.."):
            with self.assertRaises(ValueError, msg=name):
                inside(self.folder, name)
        (self.folder / "link").symlink_to("/tmp")
        with self.assertRaises(ValueError):
            inside(self.folder, "link/a")
        self.assertEqual(inside(self.folder, "a/b"), self.folder / "a" / "b")
        for job in ("../../0123456789abcdef", "", "0123"):
            with self.assertRaises(ValueError):
                self.worker([], job)
        with self.assertRaises(ValueError):
            self.worker([]).kept.put("../" + "0" * 61, 0, b"x", True)

    def test_bytes_in_chunks(self):
        file = self.file("data/s.yaml", b"one two")
        plugin = self.worker([file])
        put = lambda *what: plugin.kept.put(file["sha256"], *what)
        self.assertFalse(put(3, b" two", True), "the beginning is missing")
        self.assertTrue(put(0, b"one", False))
        self.assertFalse(put(4, b"two", True), "a byte is missing")
        self.assertTrue(put(0, b"one", False))
        self.assertFalse(put(3, b" two", True))
        self.assertFalse(put(0, b"one", False), "it is there already")
        plugin.kept.place()
        self.assertEqual((plugin.kept.tree / "data" / "s.yaml").read_bytes(), b"one two")
        self.assertEqual(self.asked, [])
        plugin.teardown(None)
        self.assertFalse(plugin.folder.exists())

    def test_wrong_bytes(self):
        file = self.file("data/s.yaml", b"right")
        plugin = self.worker([file], patience=-1)
        with self.assertRaises(ValueError):
            plugin.kept.put(file["sha256"], 0, b"wrong", True)
        self.assertEqual(list((plugin.folder / "store").iterdir()), [])
        with self.assertRaises(TimeoutError):
            plugin.kept.place()
        self.assertEqual(self.asked, [{"worker": "tcp://w", "needs": [file["sha256"]]}])

    def test_shared_file_system(self):
        source = self.folder / "here.yaml"
        source.write_bytes(b"shared")
        plugin = self.worker([self.file("data/s.yaml", b"shared", str(source))])
        plugin.kept.place()
        self.assertEqual((plugin.kept.tree / "data" / "s.yaml").read_bytes(), b"shared")
        self.assertEqual(self.asked, [])
        large = self.folder / "large"
        large.write_bytes(bytes(COPY_BYTES + 1))
        plugin = self.worker([self.file("data/s.yaml", large.read_bytes(), str(large))], "e" * 16)
        plugin.kept.place()
        self.assertEqual((plugin.kept.tree / "data" / "s.yaml").resolve(), large.resolve())
        source.write_bytes(b"Shared")
        plugin = self.worker([self.file("data/s.yaml", b"shared", str(source))], "f" * 16, patience=-1)
        with self.assertRaises(TimeoutError):
            plugin.kept.place()


if __name__ == "__main__":
    unittest.main()
