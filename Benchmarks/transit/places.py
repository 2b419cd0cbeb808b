"""The points that matrices are asked for, as files of `lon,lat`."""

import csv
import json
import random

SEED, COUNT = 20191029, 1000


def rows(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        yield from csv.DictReader(file)


def write(path, points):
    path.write_text("".join(f"{lon},{lat}\n" for lon, lat in points))
    return path


def hexagons(data, work):
    return write(work / "hexagons.txt",
                 [(row["lon"], row["lat"]) for row in rows(data / "bench/poa_hexgrid.csv")])


def municipalities(data, work):
    """At the place of the municipality's postcode; every one has a place."""
    places = {}
    with open(data / "belgium/postcodes.csv", newline="", encoding="utf-8") as file:
        for code, _, lon, lat in csv.reader(file):
            places.setdefault(code, (lon, lat))
    return write(work / "municipalities.txt",
                 [places[row["zip"]]
                  for row in rows(data / "belgium/municipalities-2020-population.csv")])


def rings(shape):
    """All rings of any GeoJSON."""
    parts = [*shape.get("features", []), *shape.get("geometries", [])]
    if "geometry" in shape:
        parts.append(shape["geometry"])
    found = [ring for part in parts for ring in rings(part)]
    if shape["type"] == "Polygon":
        found += shape["coordinates"]
    if shape["type"] == "MultiPolygon":
        found += [ring for polygon in shape["coordinates"] for ring in polygon]
    return found


def contains(rings, x, y):
    """By the number of edges to the right."""
    inside = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
            if (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
                inside = not inside
    return inside


def region(data, work):
    """Random places in the Region, always the same."""
    border = rings(json.loads((data / "brussels/region-boundary.geojson").read_text()))
    xs, ys = ([point[i] for ring in border for point in ring] for i in (0, 1))
    generator, points = random.Random(SEED), []
    while len(points) < COUNT:
        x, y = generator.uniform(min(xs), max(xs)), generator.uniform(min(ys), max(ys))
        if contains(border, x, y):
            points.append((f"{x:.6f}", f"{y:.6f}"))
    return write(work / "region.txt", points)
