#!/usr/bin/env python3
"""Writes a street graph as flat arrays, the same for every contender, and as OSM for OSRM.

    graphs.py grid FOLDER SIDE SHAPE_POINTS   a generated city, and city.osm.pbf of its streets
    graphs.py extract FOLDER FILE.osm.pbf     the drivable ways of an extract

Every array is little-endian: `tail`, `head`, `weight`, `congested` (32-bit unsigned, one per arc,
arcs by tail, weights in milliseconds), `latitude`, `longitude` (32-bit float degrees, one per
node), `sources` and `targets` (1,000 nodes each, all in one strong component, so that every cell of
a matrix has a value), `row_targets` (1,000 others for each of the first 20 sources, as a processor
learns a question that is put to it again). Needs numpy and pyosmium.
"""

import argparse
import json
import pathlib

import numpy

import extracts
import gridcity

SAMPLE = 1000
ROWS = 20
SEED = 592


def arcs_by_tail(graph):
    """`first[n] ..< first[n + 1]` are the arcs that leave node n."""
    return numpy.searchsorted(graph.tail, numpy.arange(len(graph.latitude) + 1))


def reached(first, head, start):
    """Which nodes can be reached from one, by breadth-first search a whole front at a time."""
    seen = numpy.zeros(len(first) - 1, bool)
    front = numpy.array([start])
    while len(front):
        seen[front] = True
        begin, count = first[front], first[front + 1] - first[front]
        offset = numpy.arange(count.sum()) - numpy.repeat(numpy.cumsum(count) - count, count)
        front = numpy.unique(head[numpy.repeat(begin, count) + offset])
        front = front[~seen[front]]
    return seen


def strong_component(graph, random):
    """The largest set of nodes found that all reach one another."""
    nodes = len(graph.latitude)
    first = arcs_by_tail(graph)
    order = numpy.argsort(graph.head, kind="stable")
    first_in = numpy.searchsorted(graph.head[order], numpy.arange(nodes + 1))
    best = numpy.zeros(nodes, bool)
    for start in random.integers(0, nodes, 20):
        if best[start] or best.sum() * 2 > nodes:
            continue
        both = reached(first, graph.head, start) & reached(first_in, graph.tail[order], start)
        best = both if both.sum() > best.sum() else best
    return numpy.flatnonzero(best)


def write(graph, folder):
    random = numpy.random.default_rng(SEED)
    # Other times of the same streets, as of a peak hour: every arc 1 to 3 times as long.
    congested = (graph.weight * random.uniform(1, 3, len(graph.weight))).astype(numpy.uint32)
    component = strong_component(graph, random)
    size = min(SAMPLE, len(component))
    arrays = {
        "tail": graph.tail, "head": graph.head, "weight": graph.weight, "congested": congested,
        "latitude": graph.latitude, "longitude": graph.longitude,
        "sources": random.choice(component, size, replace=False),
        "targets": random.choice(component, size, replace=False),
        "row_targets": numpy.concatenate(
            [random.choice(component, size, replace=False) for _ in range(ROWS)]),
    }
    for name, values in arrays.items():
        kind = "<f4" if name in ("latitude", "longitude") else "<u4"
        numpy.asarray(values).astype(kind).tofile(folder / name)
    (folder / "graph.json").write_text(json.dumps({
        "nodes": len(graph.latitude), "arcs": len(graph.tail), "component": len(component)}))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    kinds = parser.add_subparsers(dest="kind", required=True)
    grid = kinds.add_parser("grid")
    grid.add_argument("folder", type=pathlib.Path)
    grid.add_argument("side", type=int)
    grid.add_argument("shape_points", type=int)
    extract = kinds.add_parser("extract")
    extract.add_argument("folder", type=pathlib.Path)
    extract.add_argument("file", type=pathlib.Path)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    if arguments.kind == "grid":
        graph = gridcity.generate(arguments.side, arguments.shape_points, SEED)
        gridcity.write_osm(graph, arguments.folder / "city.osm.pbf")
    else:
        graph = extracts.read(arguments.file)
    write(graph, arguments.folder)


if __name__ == "__main__":
    main()
