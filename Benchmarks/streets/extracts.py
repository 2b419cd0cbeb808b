"""The drivable ways of an OSM extract as a graph of crossings: enough to compare speeds on."""

import collections
import math

import numpy
import osmium

from gridcity import Graph

KILOMETERS_PER_HOUR = {
    "motorway": 110, "motorway_link": 60, "trunk": 90, "trunk_link": 50, "primary": 60,
    "primary_link": 40, "secondary": 50, "secondary_link": 40, "tertiary": 40, "tertiary_link": 30,
    "unclassified": 30, "residential": 25, "living_street": 10, "service": 15,
}
CLOSED = {"no", "private"}
METERS_PER_DEGREE = 111_195


def direction(tags):
    """1: along the way only, -1: against it only, 0: both."""
    oneway = tags.get("oneway")
    if oneway in ("yes", "true", "1"):
        return 1
    if oneway == "-1":
        return -1
    implied = tags.get("junction") == "roundabout" or tags.get("highway") == "motorway"
    return 1 if implied and oneway != "no" else 0


def speed(tags):
    given = tags.get("maxspeed", "")
    return int(given) if given.isdecimal() and int(given) else KILOMETERS_PER_HOUR[tags["highway"]]


def ways_of(file):
    """(node ids, coordinates, speed, direction) of each drivable way."""
    for way in osmium.FileProcessor(str(file)).with_locations().with_filter(
            osmium.filter.EntityFilter(osmium.osm.WAY)):
        tags = way.tags
        if tags.get("highway") not in KILOMETERS_PER_HOUR:
            continue
        if (tags.get("motor_vehicle") or tags.get("access")) in CLOSED:
            continue
        nodes = [n for n in way.nodes if n.location.valid()]
        if len(nodes) > 1:
            yield ([n.ref for n in nodes], [(n.lat, n.lon) for n in nodes], speed(tags),
                   direction(tags))


def meters(a, b):
    squeeze = math.cos(math.radians((a[0] + b[0]) / 2))
    return METERS_PER_DEGREE * math.hypot(a[0] - b[0], (a[1] - b[1]) * squeeze)


def read(file):
    """Nodes are the ends of ways and where ways meet; of parallel arcs the fastest stays."""
    ways = list(ways_of(file))
    used = collections.Counter(n for nodes, *_ in ways for n in nodes)
    used.update(n for nodes, *_ in ways for n in (nodes[0], nodes[-1]))
    number, places, arcs = {}, [], {}

    def node(ref, place):
        if ref not in number:
            number[ref] = len(places)
            places.append(place)
        return number[ref]

    def add(tail, head, milliseconds):
        if tail != head:
            arcs[tail, head] = min(milliseconds, arcs.get((tail, head), milliseconds))

    for nodes, coordinates, kilometers_per_hour, only in ways:
        begin, length = node(nodes[0], coordinates[0]), 0.0
        for i in range(1, len(nodes)):
            length += meters(coordinates[i - 1], coordinates[i])
            if used[nodes[i]] == 1:
                continue
            end = node(nodes[i], coordinates[i])
            milliseconds = max(1, round(length * 3600 / kilometers_per_hour))
            if only >= 0:
                add(begin, end, milliseconds)
            if only <= 0:
                add(end, begin, milliseconds)
            begin, length = end, 0.0
    ordered = sorted(arcs.items())
    pairs = numpy.array([pair for pair, _ in ordered], numpy.int64)
    place = numpy.array(places)
    return Graph(pairs[:, 0], pairs[:, 1], numpy.array([w for _, w in ordered], numpy.uint32),
                 place[:, 0], place[:, 1])
