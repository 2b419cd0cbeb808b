#!/usr/bin/env python3
"""OSRM's tables on what its programs prepared of a graph of `graphs.py`.

    osrm_tables.py FOLDER PREPARED.osrm CH|MLD MATRIX

Writes the matrix in milliseconds to MATRIX and prints seconds by work as JSON. Needs osrm-bindings
and numpy. A table holds the search on one thread and the making of the answer's objects, which the
bindings cannot leave out; reading the numbers out of it is not counted.
"""

import json
import pathlib
import sys

import numpy
import osrm

from routingkit import load, seconds

UNREACHED = 0xFFFF_FFFF  # as in the other matrices


def main():
    folder, prepared, algorithm, matrix = sys.argv[1:]
    folder = pathlib.Path(folder)
    latitude, longitude = load(folder, "latitude"), load(folder, "longitude")
    sources, targets = load(folder, "sources"), load(folder, "targets")
    row_targets = load(folder, "row_targets").reshape(-1, len(targets))
    nodes = numpy.unique(numpy.concatenate([sources, targets, row_targets.ravel()])).tolist()
    places = {n: (float(longitude[n]), float(latitude[n])) for n in nodes}
    engine = osrm.OSRM(storage_config=prepared, algorithm=algorithm, use_shared_memory=False,
                       max_locations_distance_table=len(nodes))
    # Places are snapped to streets once, outside of the clock; tables then take OSRM's hints.
    snapped = engine.Table(osrm.TableParameters(coordinates=list(places.values()), sources=[0]))
    hints = {n: place["hint"] for n, place in zip(nodes, snapped["destinations"])}

    def table(begins, ends):
        both = [*begins.tolist(), *ends.tolist()]
        parameters = osrm.TableParameters(
            coordinates=[places[n] for n in both], hints=[hints[n] for n in both],
            sources=list(range(len(begins))), destinations=list(range(len(begins), len(both))),
            annotations=["duration"], generate_hints=False)
        return seconds(engine.Table, parameters)

    times = {}
    times["row"] = [table(sources[i:i + 1], row_targets[i])[0] for i in range(len(row_targets))]
    spent, answer = table(sources, targets)
    times["matrix"] = [spent]
    cells = numpy.array([[UNREACHED if v is None else round(v * 1000) for v in row]
                         for row in answer["durations"]], "<u4")
    cells.tofile(matrix)
    print(json.dumps(times))


if __name__ == "__main__":
    main()
