import Findings
import GTFSSchedule

extension Rule {
  static let unusedStop = Rule(
    "unused_stop", .info, in: "stops.txt",
    "trips call at a stop, and a station has platforms or entrances",
    found: "no trip calls here",
    mend: "nothing, or take the stop out")
}

enum UnusedStop: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete, try feed.hasCalls else { return }
    try feed.report(
      .unusedStop, GTFSSchedule.stops, "stop_id", &log,
      sql: """
        SELECT stop_key, stop_id, CASE WHEN location_type = 1
          THEN 'no stop belongs to the station' ELSE 'no trip calls at the stop' END
        FROM store_stops AS s
        WHERE feed_key = :feed AND COALESCE(location_type, 0) <= 1 AND NOT \(StopUse.isUsed("s"))
        ORDER BY stop_key
        """)
  }
}
