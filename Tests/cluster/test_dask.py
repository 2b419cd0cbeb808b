"""antenne_dask.py on three worker processes: the same bytes as one machine, whatever is killed."""

import contextlib
import os
import pathlib
import signal
import tempfile
import unittest

import distributed
import psutil

from support import ANTENNE, antenne, start_driver, wait_until, write_case

PARTS = 9


class DaskTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stack = contextlib.ExitStack()
        cls.folder = pathlib.Path(cls.stack.enter_context(tempfile.TemporaryDirectory()))
        write_case(cls.folder)
        antenne(cls.folder, "sites", "scenarios/case.yaml", "--candidates", "candidates.csv", "--out", "one.csv")
        cls.expected = (cls.folder / "one.csv").read_bytes()
        cls.cluster = cls.stack.enter_context(distributed.LocalCluster(
            n_workers=3, threads_per_worker=1, processes=True, memory_limit=0, dashboard_address=None,
            local_directory=str(cls.folder / "workers")))
        cls.client = cls.stack.enter_context(distributed.Client(cls.cluster))

    @classmethod
    def tearDownClass(cls):
        cls.stack.close()

    def setUp(self):
        self.client.wait_for_workers(3, timeout=60)

    def start(self, work, *more, program=ANTENNE):
        return start_driver(
            self.folder, "scenarios/case.yaml", "candidates.csv", "--parts", PARTS, "--work", work,
            "--out", f"{work}.csv", "--scheduler", self.cluster.scheduler_address, *more, program=program)

    def finish(self, driver, status=0):
        output, errors = driver.communicate(timeout=300)
        self.assertEqual(driver.returncode, status, errors)
        return errors

    def rows(self, work):
        return sorted((self.folder / work).glob("*/rows/*.rows"))

    def program(self, name, script):
        """`antenne` with something done before."""
        path = self.folder / name
        path.write_text(f'#!/bin/sh\n{script}\nexec "{ANTENNE}" "$@"\n')
        path.chmod(0o755)
        return path

    def busy(self):
        """A worker process and the `antenne` that it runs, held so that it cannot end meanwhile."""
        for pid in self.client.run(os.getpid).values():
            for child in psutil.Process(pid).children():
                with contextlib.suppress(psutil.NoSuchProcess):
                    if "sites" not in child.cmdline() or child.cmdline()[0].endswith("python"):
                        continue
                    child.suspend()
                    ends = (psutil.STATUS_STOPPED, psutil.STATUS_ZOMBIE)
                    if wait_until(lambda: child.status() in ends and child.status(), "it to stop") == ends[0]:
                        return pid, child
        return None

    def test_killed_worker(self):
        driver = self.start("killed", "--copy")
        wait_until(lambda: self.rows("killed"), "the first part")
        pid, child = wait_until(self.busy, "a worker in the middle of a part")
        before = len(self.rows("killed"))
        os.kill(pid, signal.SIGKILL)
        wait_until(
            lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE,
            "the end of what the killed worker ran")
        self.assertLess(before, PARTS)
        self.finish(driver)
        self.assertEqual((self.folder / "killed.csv").read_bytes(), self.expected)
        self.assertEqual(len(self.rows("killed")), PARTS)
        # The worker that came in its place was shipped the files too, or the others did its part.
        self.assertNotIn(pid, self.client.run(os.getpid).values())

    def test_killed_driver(self):
        driver = self.start("again")
        wait_until(lambda: self.rows("again"), "the first part")
        driver.kill()
        driver.communicate()
        done = {path: path.stat().st_mtime_ns for path in self.rows("again")}
        self.assertLess(len(done), PARTS)
        errors = self.finish(self.start("again"))
        self.assertIn(f"parts {len(done)} of {PARTS}", errors)
        self.assertEqual((self.folder / "again.csv").read_bytes(), self.expected)
        for path, time in done.items():
            self.assertEqual(path.stat().st_mtime_ns, time, path.name)

    def test_local(self):
        driver = start_driver(
            self.folder, "scenarios/case.yaml", "candidates.csv", "--local", 2, "--out", "local.csv",
            "--libraries")
        errors = self.finish(driver)
        self.assertIn("parts 0 of 8", errors)
        self.assertIn("parts 8 of 8", errors)
        self.assertEqual((self.folder / "local.csv").read_bytes(), self.expected)
        self.assertFalse((self.folder / "local.csv.work").exists())

    def test_hopeless_part(self):
        log = self.folder / "hopeless.log"
        program = self.program(
            "hopeless", f'[ "$1" != sites ] || {{ echo "$4" >>{log}; echo no such thing >&2; exit 65; }}')
        errors = self.finish(self.start("hopeless-work", program=program), status=65)
        self.assertRegex(errors, r"part-\d, on tcp://.*: no such thing")
        # Nothing is tried again: no part ran more than once.
        runs = log.read_text().split()
        self.assertEqual(len(runs), len(set(runs)))

    def test_failing_part_is_tried_again(self):
        log = self.folder / "defect.log"
        program = self.program(
            "defect",
            f'[ "$1" != sites ] || case "$(cat "$4")" in *c0-0*) echo x >>{log}; '
            '[ $(wc -l <%s) -gt 2 ] || exit 70;; esac' % log)
        self.finish(self.start("defect-work", program=program))
        self.assertEqual(len(log.read_text().split()), 3)
        self.assertEqual((self.folder / "defect-work.csv").read_bytes(), self.expected)
        log.unlink()
        program = self.program("defects", '[ "$1" != sites ] || { echo no memory >&2; exit 70; }')
        errors = self.finish(self.start("defects-work", program=program), status=70)
        self.assertRegex(errors, r"part-\d: .*antenne ended with 70\nno memory")
        self.assertFalse((self.folder / "defects-work.csv").exists())

    def test_other_files_on_a_worker(self):
        program = self.program(
            "spoiler", '[ "$1" != sites ] || echo >>"$(dirname "$2")/../people/staff.csv"')
        errors = self.finish(self.start("spoilt", program=program), status=65)
        self.assertRegex(errors, r"part-\d: .*computed with other files than those here")
        self.assertFalse((self.folder / "spoilt.csv").exists())

    def test_mistakes_before_anything_runs(self):
        bad = self.folder / "scenarios" / "bad.yaml"
        bad.write_text("extends: base.yaml\nmodes: [transit, sledge]\n")
        errors = self.finish(start_driver(
            self.folder, bad, "candidates.csv", "--scheduler", "tcp://127.0.0.1:1", "--out", "b.csv"),
            status=65)
        self.assertIn("bad.yaml:2: error", errors)
        errors = self.finish(start_driver(
            self.folder, "scenarios/case.yaml", "none.csv", "--local", "1", "--out", "b.csv"), status=66)
        self.assertIn("none.csv", errors)


if __name__ == "__main__":
    unittest.main()
