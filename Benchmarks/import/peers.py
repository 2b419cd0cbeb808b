"""How SQLite's own command line and DuckDB load the files of a feed: the SQL they are given.

Both get tables with a type for each column and the indexes that questions about a timetable need.
They check nothing of what `antenne import` checks, resolve no ids and write no notices: they are
the floor, not a like for like.
"""

import csv
import io
import zipfile

# By the GTFS Schedule reference; every other column is text. Times stay text, as after 24:00.
INTEGERS = set("""
    location_type wheelchair_boarding route_type route_sort_order continuous_pickup
    continuous_drop_off direction_id wheelchair_accessible bikes_allowed cars_allowed stop_sequence
    pickup_type drop_off_type timepoint monday tuesday wednesday thursday friday saturday sunday
    start_date end_date date exception_type headway_secs exact_times transfer_type
    min_transfer_time shape_pt_sequence feed_start_date feed_end_date payment_method transfers
    transfer_duration pathway_mode is_bidirectional traversal_time stair_count
    """.split())
DECIMALS = set("""
    stop_lat stop_lon shape_pt_lat shape_pt_lon shape_dist_traveled price length max_slope
    min_width level_index
    """.split())

INDEXES = [
    ("agency", "agency_id"), ("stops", "stop_id"), ("stops", "parent_station"),
    ("routes", "route_id"), ("trips", "trip_id"), ("trips", "route_id"), ("trips", "service_id"),
    ("stop_times", "trip_id"), ("stop_times", "stop_id"), ("calendar", "service_id"),
    ("calendar_dates", "service_id"), ("calendar_dates", "date"), ("shapes", "shape_id"),
]


def tables(feed):
    """Column names by table, of the text files at the root of the zip."""
    found = {}
    with zipfile.ZipFile(feed) as archive:
        for name in sorted(archive.namelist()):
            if "/" in name or not name.endswith(".txt"):
                continue
            with archive.open(name) as file:
                header = next(csv.reader(io.TextIOWrapper(file, "utf-8-sig")), [])
            if header:
                found[name[:-4]] = [column.strip() for column in header]
    return found


def columns(names, integer, decimal, text):
    kind = lambda name: integer if name in INTEGERS else decimal if name in DECIMALS else text
    return [(name, kind(name)) for name in names]


def indexes(found):
    return [
        f'CREATE INDEX "{table}_{column}" ON "{table}"("{column}");'
        for table, column in INDEXES if column in found.get(table, [])
    ]


def sqlite_script(found):
    """For the `sqlite3` shell, in the folder of the files; nothing can be lost, so no journal."""
    lines = ["PRAGMA journal_mode=OFF;", "PRAGMA synchronous=OFF;"]
    for table, names in found.items():
        typed = columns(names, "INTEGER", "REAL", "TEXT")
        lines.append(f'CREATE TABLE "{table}" (' + ", ".join(f'"{n}" {t}' for n, t in typed) + ");")
        lines.append(f".import --csv --skip 1 {table}.txt {table}")
    return "\n".join(lines + indexes(found)) + "\n"


def duckdb_script(found, database):
    """For Python with the module `duckdb`, in the folder of the files."""
    lines = ["import duckdb", f"database = duckdb.connect({database!r})"]
    for table, names in found.items():
        typed = dict(columns(names, "INTEGER", "DOUBLE", "VARCHAR"))
        lines.append(
            f"database.execute('''CREATE TABLE \"{table}\" AS SELECT * FROM read_csv("
            f"'{table}.txt', header=true, auto_detect=false, delim=',', quote='\"', escape='\"', "
            f"columns={typed})''')")
    lines += [f"database.execute('''{index}''')" for index in indexes(found)]
    return "\n".join(lines + ["database.close()"]) + "\n"
