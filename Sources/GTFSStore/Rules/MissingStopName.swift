import Findings
import GTFSSchedule

extension Rule {
  static let missingStopName = Rule(
    "missing_stop_name", .warning, in: "stops.txt, stop_name",
    "a stop, station or entrance has a name (location_type 0 to 2)",
    found: "the stop has no name",
    mend: "fill stop_name")
}

enum MissingStopName: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete else { return }
    try feed.report(
      .missingStopName, GTFSSchedule.stops, "stop_name", &log,
      sql: """
        SELECT stop_key, NULL, 'stop ' || stop_id || ' has no name' FROM store_stops
        WHERE feed_key = :feed AND stop_name IS NULL AND COALESCE(location_type, 0) <= 2
        ORDER BY stop_key
        """)
  }
}
