"""The parts of a job, and what is kept of them on the driver's machine."""

import hashlib
import json
import os
import pathlib

import worker_files
from antenne_inputs import Failure


class Job:
    """The parts of a file of candidates, and the rows of those that are done."""

    def __init__(self, program, tree, candidates, count, work):
        what = [tree.identity(), worker_files.file_hash(candidates), count]
        self.name = hashlib.sha256(json.dumps(what).encode()).hexdigest()[:32]
        self.folder = pathlib.Path(work) / self.name
        self.tree, self.program, self.candidates = tree, program, candidates
        program.run("partition", candidates, "--parts", str(count), "--out", str(self.folder / "parts"))
        self.parts = sorted((self.folder / "parts").glob("part-*.csv"))
        (self.folder / "rows").mkdir(exist_ok=True)

    def rows(self, part):
        return self.folder / "rows" / (part.stem + ".rows")

    def open_parts(self):
        return [part for part in self.parts if not self.rows(part).exists()]

    def keep(self, part, answer):
        """Verifies the rows of a part and makes them a file at once."""
        rows = answer["rows"]
        if hashlib.sha256(rows).hexdigest() != answer["sha256"]:
            raise Failure(74, f"{part.stem}: the rows came damaged from {answer['worker']}")
        try:
            inputs = json.loads(rows.split(b"\n", 1)[0])["inputs"]
        except (ValueError, KeyError, TypeError):
            raise Failure(70, f"{part.stem}: {answer['worker']} sent no rows") from None
        if inputs != self.tree.header():
            raise Failure(
                65, f"{part.stem}: {answer['worker']} computed with other files than those here; "
                "has one changed, or does the scenario name one by an absolute path?")
        partial = self.rows(part).with_suffix(".incoming")
        partial.write_bytes(rows)
        os.replace(partial, self.rows(part))

    def merge(self, out):
        # Names without folders, for thousands of them must fit on one command line.
        self.program.run(
            "merge", *(self.rows(part).name for part in self.parts),
            "--candidates", os.path.abspath(self.candidates), "--out", os.path.abspath(out),
            folder=self.folder / "rows")
