"""Generated cities: a grid of streets that is not quite regular."""

import collections

import numpy

Graph = collections.namedtuple("Graph", "tail head weight latitude longitude")

BLOCK_DEGREES = 0.0015  # of latitude, 167 m; a block is as wide as it is high
SOUTH, WEST = 50.5, 4.0
METERS_PER_DEGREE = 111_195
MISSING, ONE_WAY = 0.07, 0.15
AVENUE_EVERY = 8  # every eighth line of the grid is fast and never interrupted
STREET_KILOMETERS_PER_HOUR, AVENUE_KILOMETERS_PER_HOUR = (15, 35), (45, 70)


def generate(side, shape_points, seed):
    """`side` × `side` crossings moved by up to 30 % of a block; a street is up to a third longer
    than the straight line, its speed is drawn, 7 % of the streets are missing and 15 % one-way.
    `shape_points` nodes are strewn over the streets and part them, as those of OSM do.

    Times are whole tenths of a second, the finest that OSRM holds.
    """
    random = numpy.random.default_rng(seed)
    row, column = numpy.divmod(numpy.arange(side * side), side)
    squeeze = numpy.cos(numpy.radians(SOUTH + side * BLOCK_DEGREES / 2))
    shift = random.uniform(-0.3, 0.3, (2, side * side))
    latitude = SOUTH + (row + shift[0]) * BLOCK_DEGREES
    longitude = WEST + (column + shift[1]) * BLOCK_DEGREES / squeeze

    east = numpy.flatnonzero(column < side - 1)
    north = numpy.flatnonzero(row < side - 1)
    a = numpy.concatenate([east, north])
    b = numpy.concatenate([east + 1, north + side])
    avenue = numpy.concatenate([row[east], column[north]]) % AVENUE_EVERY == 0
    kept = avenue | (random.random(len(a)) >= MISSING)
    a, b, avenue = a[kept], b[kept], avenue[kept]

    straight = METERS_PER_DEGREE * numpy.hypot(
        latitude[a] - latitude[b], (longitude[a] - longitude[b]) * squeeze)
    length = straight * random.uniform(1, 1.33, len(a))
    speed = numpy.where(avenue, random.uniform(*AVENUE_KILOMETERS_PER_HOUR, len(a)),
                        random.uniform(*STREET_KILOMETERS_PER_HOUR, len(a)))
    tenths = length / (speed / 3.6) * 10
    # 0: both ways; 1: only from a to b; 2: only from b to a.
    one_way = ~avenue & (random.random(len(a)) < ONE_WAY)
    ways = numpy.where(one_way, random.integers(1, 3, len(a)), 0)

    inner = random.multinomial(shape_points, numpy.full(len(a), 1 / len(a)))
    street, part = parts(inner)
    inside = part > 0
    share = (part / (inner[street] + 1))[inside]
    # The shape point that begins a part; at the first part of a street, the one before its own.
    own = side * side + numpy.cumsum(inside) - 1
    latitude = numpy.append(latitude, between(latitude, a, b, street[inside], share))
    longitude = numpy.append(longitude, between(longitude, a, b, street[inside], share))
    begin = numpy.where(inside, own, a[street])
    end = numpy.where(part < inner[street], own + 1, b[street])
    weight = numpy.maximum(1, numpy.rint(tenths / (inner + 1))).astype(numpy.uint32)[street] * 100

    forth, back = ways[street] != 2, ways[street] != 1
    tail = numpy.concatenate([begin[forth], end[back]])
    head = numpy.concatenate([end[forth], begin[back]])
    weight = numpy.concatenate([weight[forth], weight[back]])
    order = numpy.lexsort((head, tail))
    return Graph(tail[order], head[order], weight[order], latitude, longitude)


def parts(inner):
    """Street by street the number of the street and of the part, 0 for the one that begins it."""
    count = inner + 1
    street = numpy.repeat(numpy.arange(len(count)), count)
    return street, numpy.arange(count.sum()) - numpy.repeat(numpy.cumsum(count) - count, count)


def between(degrees, a, b, street, share):
    return degrees[a[street]] + (degrees[b[street]] - degrees[a[street]]) * share


def write_osm(graph, file):
    """One way per part of a street, its time in the tag `tenths`, which `tenths.lua` reads."""
    import osmium

    arcs = {(t, h): w for t, h, w in zip(graph.tail.tolist(), graph.head.tolist(),
                                        graph.weight.tolist())}
    file.unlink(missing_ok=True)
    writer = osmium.SimpleWriter(str(file))
    places = zip(graph.longitude.tolist(), graph.latitude.tolist())
    for node, place in enumerate(places, start=1):
        writer.add_node(osmium.osm.mutable.Node(id=node, version=1, location=place))
    way = 0
    for (tail, head), weight in arcs.items():
        both = (head, tail) in arcs
        if both and tail > head:
            continue
        way += 1
        tags = {"highway": "residential", "tenths": str(weight // 100),
                "oneway": "no" if both else "yes"}
        writer.add_way(osmium.osm.mutable.Way(
            id=way, version=1, nodes=[tail + 1, head + 1], tags=tags))
    writer.close()
