#!/usr/bin/env python3
"""The peers' side, run by the Python that has them; prints JSON.

    peers.py nigiri FEED.zip QUERIES.csv
    peers.py ferrobus EXTRACT.osm.pbf POINTS OUT FOLDER …
"""

import array
import csv
import datetime
import json
import sys
import time

DATE = datetime.date(2026, 5, 5)
PORTO_ALEGRE = datetime.date(2019, 5, 14)
# Departures that are timed of the 120 of the window, which all take about as long.
SAMPLE = range(14 * 3600, 16 * 3600, 1800)
WALK_SECONDS, NEAREST_STOPS, TRANSFERS = 1800, 10, 7


def timed(function, *arguments):
    begin = time.perf_counter()
    result = function(*arguments)
    return time.perf_counter() - begin, result


def nigiri(feed, queries):
    import pynigiri
    days = [str(DATE), str(DATE + datetime.timedelta(days=1))]
    # The feed's walks are closed and cut at ten minutes; nigiri would close them again up to twenty.
    options = pynigiri.FinalizeOptions()
    options.max_footpath_length = 10
    load, timetable = timed(
        pynigiri.load_timetable, [pynigiri.TimetableSource("stib", feed)], *days, options)
    # Minutes of UTC; Brussels is two hours ahead in May.
    midnight = int(datetime.datetime(DATE.year, DATE.month, DATE.day,
                                     tzinfo=datetime.timezone.utc).timestamp()) // 60 - 120
    times, answers = [], []
    for row in csv.DictReader(open(queries, encoding="utf-8")):
        hours, minutes, _ = map(int, row["departure"].split(":"))
        query = pynigiri.Query()
        query.start_time = midnight + hours * 60 + minutes
        query.start = [pynigiri.Offset(timetable.find_location(row["from_stop"]), 0, 0)]
        query.destination = [pynigiri.Offset(timetable.find_location(row["to_stop"]), 0, 0)]
        query.use_start_footpaths = True
        taken, journeys = timed(pynigiri.route, timetable, query)
        times.append(taken)
        ends = [journey.arrival_time() - midnight for journey in journeys]
        answers.append(min(ends) * 60 if ends else None)
    return {"load": [load], "pair": times, "answers": answers}


def ferrobus(extract, points, out, *folders):
    import ferrobus as peer
    load, model = timed(
        peer.create_transit_model, extract, list(folders), PORTO_ALEGRE, WALK_SECONDS)
    places, missing = [], []

    def snap():
        for position, line in enumerate(open(points, encoding="utf-8")):
            lon, lat = map(float, line.split(","))
            try:
                places.append(
                    peer.create_transit_point(lat, lon, model, WALK_SECONDS, NEAREST_STOPS))
            except (RuntimeError, ValueError):
                missing.append(position)
    snapping, _ = timed(snap)
    one = [timed(peer.find_routes_one_to_many, model, place, places, SAMPLE[0], TRANSFERS)[0]
           for place in places[::50]]
    pair = [timed(peer.range_multimodal_routing, model, place, places[-1],
                  (14 * 3600, 16 * 3600 - 60), TRANSFERS)[0] for place in places[::50]]
    matrices = []
    for departure in SAMPLE:
        taken, rows = timed(peer.travel_time_matrix, model, places, departure, TRANSFERS)
        matrices.append(taken)
        if departure == SAMPLE[0]:
            array.array("i", (-1 if cell is None else cell for row in rows for cell in row)
                        ).tofile(open(out, "wb"))
    return {"load": [load], "points": [snapping], "one to all": one, "window, one pair": pair,
            "matrix, one departure": matrices, "missing": missing}


if __name__ == "__main__":
    print(json.dumps({"nigiri": nigiri, "ferrobus": ferrobus}[sys.argv[1]](*sys.argv[2:])))
