import Findings
import GTFSSchedule

extension Rule {
  static let stationWithParent = Rule(
    "station_with_parent", .warning, in: "stops.txt, parent_station",
    "a station (location_type 1) has no parent",
    found: "the station has a parent_station",
    mend: "empty the cell")
}

enum StationWithParent: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    try feed.report(
      .stationWithParent, GTFSSchedule.stops, "parent_station", &log,
      sql: """
        SELECT s.stop_key, p.stop_id, 'station ' || s.stop_id || ' has a parent'
        FROM store_stops AS s JOIN store_stops AS p ON p.stop_key = s.parent_station_key
        WHERE s.feed_key = :feed AND s.location_type = 1 ORDER BY s.stop_key
        """)
  }
}
