import Findings
import GTFSSchedule

extension Rule {
  static let zeroCoordinate = Rule(
    "zero_coordinate", .warning, in: "stops.txt, stop_lat and stop_lon",
    "no stop lies at 0, 0 in the Gulf of Guinea, where programs put what they do not know; its "
      + "distances are not measured",
    found: "the stop lies at 0, 0",
    mend: "fill the coordinates")
}

enum ZeroCoordinate: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    try feed.report(
      .zeroCoordinate, GTFSSchedule.stops, "stop_lat", &log,
      sql: """
        SELECT stop_key, stop_lat, 'stop ' || stop_id || ' lies at 0, 0' FROM store_stops
        WHERE feed_key = :feed AND ABS(stop_lat) < 0.01 AND ABS(stop_lon) < 0.01
        ORDER BY stop_key
        """)
  }
}
