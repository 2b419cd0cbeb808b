"""Antenne's answers against those of other engines, row by row."""

import array

from places import rows

DATE = "2026-05-05"


def answers(driver, database, work, start, count, pairs):
    """For each pair the walk without any ride and the times of the departures, None for none."""
    file = work / "pairs.txt"
    file.write_text("".join(f"{a},{b}\n" for a, b in pairs))
    for line in driver("answers", database, DATE, start, count, file).said.splitlines():
        direct, *times = (None if cell == "-" else int(cell) for cell in line.split())
        yield direct, times


def rank(times, percent):
    """Nearest rank, as the oracle's columns."""
    return sorted(times)[max(1, -(-percent * len(times) // 100)) - 1]


def oracle(driver, database, folder, work):
    """Sentences; AssertionError names the first row that differs."""
    table = list(rows(folder / "one-to-all-0800-ultra.csv"))
    pairs = [(row["from_stop"], row["to_stop"]) for row in table]
    for row, (_, times) in zip(table, answers(driver, database, work, "08:00", 1, pairs),
                               strict=True):
        expected = int(row["arrival_s"]) - 28_800 if row["arrival_s"] else None
        assert times == [expected], f"{row}: {times}"
    yield f"one departure to all stops: all {len(table):,} rows equal RAPTOR's"
    table = list(rows(folder / "window-0700-0859-ultra.csv"))
    pairs = [(row["from_stop"], row["to_stop"]) for row in table]
    for row, (_, times) in zip(table, answers(driver, database, work, "07:00", 120, pairs),
                               strict=True):
        reached = [time for time in times if time is not None]
        assert len(reached) == int(row["n_reached"]), f"{row}: {len(reached)}"
        if reached:
            whole = [rank(reached, p) for p in (25, 50, 75)] + [min(reached), max(reached)]
            assert whole == [int(row[f"{name}_s"]) for name in
                             ("p25", "p50", "p75", "min", "max")], f"{row}: {whole}"
    yield f"window of 120 departures: all {len(table):,} rows equal 120 runs of RAPTOR"


def seconds(text):
    hours, minutes, rest = map(int, text.split(":"))
    return hours * 3600 + minutes * 60 + rest


def nigiri(driver, database, queries, work, live):
    """`live`: what nigiri answered in this run, or None; its file is compared in any case."""
    table = list(rows(queries))
    pairs = [(row["from_stop"], row["to_stop"]) for row in table]
    ours = answers(driver, database, work, "06:00", 16 * 60 + 1, pairs)
    counts = {"file": [0, 0, 0], "run": [0, 0, 0]}
    for position, (row, (direct, times)) in enumerate(zip(table, ours, strict=True)):
        departure = seconds(row["departure"])
        time = times[(departure - 6 * 3600) // 60]
        theirs = {"file": seconds(row["earliest_arrival"]) if row["earliest_arrival"] else None}
        if live:
            theirs["run"] = live[position]
        for name, arrival in theirs.items():
            mine = None if time is None else departure + time
            kind = 0 if mine == arrival else 1 if direct is not None and time == direct else 2
            counts[name][kind] += 1
    for name, (equal, walked, other) in counts.items():
        if equal + walked + other:
            yield (f"nigiri, {'its file' if name == 'file' else 'asked in this run'}: {equal} of "
                   f"{len(table)} earliest arrivals equal, {walked} where Antenne walks all the way "
                   f"(nigiri returns no journey on foot), {other} otherwise different")


def ferrobus(mine, theirs, size, missing):
    """Cells in seconds, -1 for none; `theirs` without the points it could not place."""
    kept = [i for i in range(size) if i not in set(missing)]
    ours, other = array.array("i", mine.read_bytes()), array.array("i", theirs.read_bytes())
    both, only_ours, only_theirs, differences = 0, 0, 0, []
    for i, a in enumerate(kept):
        for j, b in enumerate(kept):
            x, y = ours[a * size + b], other[i * len(kept) + j]
            y = -1 if y > 7200 else y
            both += x >= 0 and y >= 0
            only_ours += x >= 0 > y
            only_theirs += y >= 0 > x
            if x >= 0 and y >= 0:
                differences.append(y - x)
    differences.sort()
    near = sum(abs(d) <= 300 for d in differences) / max(1, len(differences))
    quarter = len(differences) // 4
    return (f"ferrobus, one departure: {both:,} cells within 120 min in both, {only_ours:,} only in "
            f"Antenne, {only_theirs:,} only in ferrobus; in both, {near:.0%} lie within 5 min of "
            f"each other; quartiles of ferrobus less Antenne {differences[quarter]} s, "
            f"{differences[2 * quarter]} s, {differences[3 * quarter]} s")
