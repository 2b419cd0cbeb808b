#!/usr/bin/env python3
"""RoutingKit's customizable contraction hierarchy on a folder of `graphs.py`.

    routingkit.py FOLDER MATRIX

Writes the matrices by `weight` and by `congested` and the rows by `congested` to MATRIX and prints
seconds by work as JSON. Needs pyroutingkit.

`CCHTopology.build` computes the inertial flow order and contracts; `CCHMetric.customize` with no
threads named is RoutingKit's sequential customization into a metric that stands already, as when a
congestion factor changes; `distances_many_to_many` pins the targets once and runs each source
against them.
"""

import json
import pathlib
import sys
import time

import numpy
from pyroutingkit import CCHMetric, CCHTopology

REWEIGHTS = 10


def load(folder, name):
    return numpy.fromfile(folder / name, "<f4" if name in ("latitude", "longitude") else "<u4")


def seconds(work, *arguments):
    begin = time.perf_counter()
    result = work(*arguments)
    return time.perf_counter() - begin, result


def main():
    folder, matrix = map(pathlib.Path, sys.argv[1:])
    names = "tail head latitude longitude weight congested sources targets".split()
    tail, head, latitude, longitude, weight, congested, sources, targets = (
        load(folder, name) for name in names)
    times = {}
    topology = CCHTopology()
    spent, _ = seconds(topology.build, tail, head, latitude, longitude, len(latitude))
    times["build"] = [spent]
    metric = CCHMetric(topology)
    metric.customize(congested)
    with open(matrix, "wb") as file:
        for weights in (weight, congested):
            metric.customize(weights)
            spent, cells = seconds(metric.distances_many_to_many, sources, targets)
            times.setdefault("matrix", []).append(spent)
            cells.astype("<u4").tofile(file)
        row_targets = load(folder, "row_targets").reshape(-1, len(targets))
        times["row"] = []
        for source, others in zip(sources, row_targets):
            spent, cells = seconds(metric.distances_many_to_many, numpy.array([source]), others)
            times["row"].append(spent)
            cells.astype("<u4").tofile(file)
    # In turn, so that every one of them changes the weights.
    times["reweight"] = [seconds(metric.customize, congested if i % 2 else weight)[0]
                         for i in range(REWEIGHTS)]
    print(json.dumps(times))


if __name__ == "__main__":
    main()
