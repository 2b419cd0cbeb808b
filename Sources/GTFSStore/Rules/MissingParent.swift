import Findings
import GTFSSchedule

extension Rule {
  static let missingParent = Rule(
    "missing_parent", .warning, in: "stops.txt, parent_station",
    "an entrance or node names its station, and a boarding area its platform (location_type 2 "
      + "to 4)",
    found: "no parent_station is named",
    mend: "fill parent_station")
}

enum MissingParent: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete else { return }
    try feed.report(
      .missingParent, GTFSSchedule.stops, "parent_station", &log,
      sql: """
        SELECT stop_key, NULL, 'stop ' || stop_id || ' has no parent' FROM store_stops
        WHERE feed_key = :feed AND location_type >= 2 AND parent_station_key IS NULL
        ORDER BY stop_key
        """)
  }
}
