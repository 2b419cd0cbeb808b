import Findings
import GTFSSchedule

extension Rule {
  static let parentNotStation = Rule(
    "parent_not_station", .warning, in: "stops.txt, parent_station",
    "the parent of a platform, entrance or node is a station, and that of a boarding area a "
      + "platform; another parent stands for nothing but itself",
    found: "the parent is not of the kind that it must be",
    mend: "name the station")
}

enum ParentNotStation: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete else { return }
    try feed.report(
      .parentNotStation, GTFSSchedule.stops, "parent_station", &log,
      sql: """
        SELECT s.stop_key, p.stop_id, 'the parent of stop ' || s.stop_id || ' is of another kind'
        FROM store_stops AS s JOIN store_stops AS p ON p.stop_key = s.parent_station_key
        WHERE s.feed_key = :feed AND COALESCE(s.location_type, 0) <> 1
          AND COALESCE(p.location_type, 0) <> CASE WHEN s.location_type = 4 THEN 0 ELSE 1 END
        ORDER BY s.stop_key
        """)
  }
}
