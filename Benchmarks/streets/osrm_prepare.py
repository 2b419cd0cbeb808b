"""OSRM's own preparation of a graph, by the programs that osrm-bindings brings, on one thread."""

import collections
import shutil

from contenders import HERE
from measure import measure

# `base`: what the tables are read from; `build` and `reweight` in seconds, `None` where there is
# none; `memory` in bytes, of the largest program but for the extraction.
Prepared = collections.namedtuple("Prepared", "base build reweight memory")


class Preparations:
    """Once per graph and algorithm; an extraction is not part of the times."""

    def __init__(self, environment, work, patience):
        environment.install("osrm-bindings")
        self.programs = environment.site() / "osrm" / "bin"
        self.profiles = environment.site() / "osrm" / "share" / "profiles"
        self.work, self.patience = work, patience
        self.done = {}

    def __call__(self, graph, algorithm):
        key = graph.name, algorithm
        if key not in self.done:
            try:
                self.done[key] = self.prepare(graph, algorithm)
            except LookupError as error:
                self.done[key] = error
        if isinstance(self.done[key], LookupError):
            raise self.done[key]
        return self.done[key]

    def prepare(self, graph, algorithm):
        # A folder each: a partition renumbers what a contraction has read.
        folder = self.work / f"osrm-{graph.name}-{algorithm}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "streets.osm.pbf").symlink_to(graph.osm.resolve())
        profile = HERE / "tenths.lua" if graph.is_generated else self.profiles / "car.lua"
        self.run(folder, "extract", "-p", profile, "streets.osm.pbf")
        base = folder / "streets.osrm"
        if algorithm == "CH":
            contract = self.run(folder, "contract", "streets.osrm")
            return Prepared(base, contract.wall, None, contract.memory)
        partition = self.run(folder, "partition", "streets.osrm")
        customize = self.run(folder, "customize", "streets.osrm")
        return Prepared(base, partition.wall, customize.wall,
                        max(partition.memory, customize.memory))

    def run(self, folder, program, *arguments):
        command = [self.programs / f"osrm-{program}", "-t", "1", *arguments]
        return measure(command, folder, self.patience)
