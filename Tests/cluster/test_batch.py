"""`antenne sites`, `partition` and `merge` by hand: stopped, in other orders, with parts missing."""

import os
import pathlib
import random
import signal
import subprocess
import tempfile
import unittest

from support import (
    ANTENNE, PART_SCRIPT, antenne, environment, lattice, wait_until, write, write_case)

PARTS = 5
# Rows appear batch by batch, 256 at once: of four batches the first is there before the last.
MANY_SIDE = 32


class BatchTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        write_case(cls.folder)
        cls.expected = cls.sites("candidates.csv", "one.csv")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def sites(cls, candidates, out, *more):
        antenne(cls.folder, "sites", "scenarios/case.yaml", "--candidates", candidates, "--out", out, *more)
        return (cls.folder / out).read_bytes()

    def test_killed_and_run_again(self):
        write(self.folder / "many.csv", lattice(MANY_SIDE))
        expected = self.sites("many.csv", "whole.csv")
        rows = self.folder / "many.rows"
        arguments = ["sites", "scenarios/case.yaml", "--candidates", "many.csv", "--rows", rows,
                     "--out", "resumed.csv", "--threads", "1"]
        process = subprocess.Popen(
            [ANTENNE, *map(str, arguments)], cwd=self.folder, env=environment(self.folder),
            stderr=subprocess.DEVNULL)
        # Held when the first rows are there, so that it is in the middle.
        wait_until(lambda: rows.exists() and rows.read_bytes().count(b"\n") > 1, "the first rows")
        process.send_signal(signal.SIGSTOP)
        self.assertIsNone(process.poll())
        process.kill()
        process.wait()
        self.assertFalse((self.folder / "resumed.csv").exists())
        kept = rows.read_bytes()
        whole = kept[:kept.rfind(b"\n") + 1]
        done = whole.count(b"\n") - 1
        self.assertLess(done, MANY_SIDE ** 2)
        # The last line may be cut where the machine stopped.
        rows.write_bytes(kept + b'{"result":{"hoursSaved')
        said = antenne(self.folder, *arguments)
        self.assertIn(f"{done} of {MANY_SIDE ** 2} sites are in {rows} already", said)
        self.assertEqual((self.folder / "resumed.csv").read_bytes(), expected)
        # What was there stands as it stood, and only the others were added.
        after = rows.read_bytes()
        self.assertTrue(after.startswith(whole))
        self.assertEqual(after.count(b"\n"), MANY_SIDE ** 2 + 1)

    def compute(self, rows="rows", scenario="scenarios/case.yaml", indices=range(1, PARTS + 1)):
        """All parts as a Slurm array would compute them, one after the other."""
        antenne(self.folder, "partition", "candidates.csv", "--parts", PARTS, "--out", "parts")
        for index in indices:
            subprocess.run(
                [PART_SCRIPT, scenario, "parts", rows], cwd=self.folder, check=True,
                stderr=subprocess.DEVNULL, env={
                    **environment(self.folder), "ANTENNE": ANTENNE, "SLURM_ARRAY_TASK_ID": str(index)})
        return sorted((self.folder / rows).glob("*.rows"))

    def merge(self, files, status=0):
        out = self.folder / "merged.csv"
        out.unlink(missing_ok=True)
        errors = antenne(
            self.folder, "merge", *files, "--candidates", "candidates.csv", "--out", out, status=status)
        return errors if status else out.read_bytes()

    def test_parts_by_hand(self):
        files = self.compute()
        self.assertEqual(len(files), PARTS)
        self.assertEqual(self.merge(files), self.expected)
        random.Random(1).shuffle(files)
        self.assertEqual(self.merge(files), self.expected)
        # A part twice says the same twice.
        self.assertEqual(self.merge(files + files[:1]), self.expected)

        self.assertIn("candidates are in none of the files", self.merge(files[1:], status=65))
        self.assertFalse((self.folder / "merged.csv").exists())

        write(self.folder / "scenarios" / "other.yaml", [
            "extends: base.yaml", "modes: [transit, car]", "policy: {working_weeks_per_year: 40}"])
        other = self.compute("other", "scenarios/other.yaml", [1])
        self.assertIn("not of the same batch", self.merge(other + files, status=65))

        text = files[2].read_bytes()
        damaged = self.folder / "damaged.rows"
        for wrong in (text[:-20], text.replace(b'":', b'"', 40)[:len(text)], b"", text[1:]):
            damaged.write_bytes(wrong)
            self.assertIn("damaged.rows", self.merge(files[:2] + [damaged] + files[3:], status=65))

    def test_pods_count_from_zero(self):
        antenne(self.folder, "partition", "candidates.csv", "--parts", "3", "--out", "three")
        variables = {**environment(self.folder), "ANTENNE": ANTENNE}
        run = lambda more: subprocess.run(
            [PART_SCRIPT, "scenarios/case.yaml", "three", "pods"], cwd=self.folder, text=True,
            stderr=subprocess.PIPE, env={**variables, **more})
        for index in range(3):
            self.assertEqual(run({"JOB_COMPLETION_INDEX": str(index)}).returncode, 0)
        self.assertEqual(self.merge(sorted((self.folder / "pods").glob("*.rows"))), self.expected)
        self.assertIn("there is no part 4", run({"JOB_COMPLETION_INDEX": "3"}).stderr)
        self.assertIn("neither a Slurm array nor an indexed Job", run({}).stderr)

    def test_inputs_copied_elsewhere(self):
        """`antenne inputs` names all that another machine needs."""
        listed = subprocess.run(
            [ANTENNE, "inputs", "scenarios/case.yaml", "--candidates", "candidates.csv"],
            cwd=self.folder, env=environment(self.folder), check=True, stdout=subprocess.PIPE, text=True)
        with tempfile.TemporaryDirectory() as elsewhere:
            elsewhere = pathlib.Path(elsewhere)
            for path in listed.stdout.splitlines() + ["candidates.csv"]:
                name = os.path.relpath(self.folder / path, self.folder)
                (elsewhere / name).parent.mkdir(parents=True, exist_ok=True)
                (elsewhere / name).write_bytes((self.folder / path).read_bytes())
            antenne(elsewhere, "sites", "scenarios/case.yaml", "--candidates", "candidates.csv",
                    "--out", "r.csv")
            self.assertEqual((elsewhere / "r.csv").read_bytes(), self.expected)


if __name__ == "__main__":
    unittest.main()
