"""Unpacks a feed and gives the calls without times the ones that lie evenly between their
neighbours', for peers that refuse empty times."""

import csv
import itertools
import zipfile


def seconds(text):
    hours, minutes, rest = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + int(rest)


def clock(value):
    return f"{value // 3600:02}:{value // 60 % 60:02}:{value % 60:02}"


def fill(calls):
    """Calls of one trip in their order; the first and the last have times."""
    known = [i for i, call in enumerate(calls) if call["arrival_time"].strip()]
    for before, after in zip(known, known[1:]):
        start = seconds(calls[before]["departure_time"])
        span = seconds(calls[after]["arrival_time"]) - start
        for i in range(before + 1, after):
            time = clock(start + span * (i - before) // (after - before))
            calls[i]["arrival_time"] = calls[i]["departure_time"] = time


def unpack(feed, folder):
    """The number of calls that got times."""
    with zipfile.ZipFile(feed) as archive:
        archive.extractall(folder)
    with open(folder / "stop_times.txt", newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    empty = sum(not row["arrival_time"].strip() for row in rows)
    rows.sort(key=lambda row: (row["trip_id"], int(row["stop_sequence"])))
    for _, calls in itertools.groupby(rows, key=lambda row: row["trip_id"]):
        fill(list(calls))
    with open(folder / "stop_times.txt", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return empty
