import Findings
import GTFSSchedule

extension Rule {
  static let tripWithoutCalls = Rule(
    "trip_without_calls", .warning, in: "trips.txt; stop_times.txt, trip_id",
    "a trip has calls in stop_times.txt",
    found: "the trip has no row in stop_times.txt",
    mend: "add its calls, or take the trip out")
}

enum TripWithoutCalls: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete else { return }
    try feed.report(
      .tripWithoutCalls, GTFSSchedule.trips, "trip_id", &log,
      sql: """
        SELECT trip_key, trip_id, 'the trip has no calls' FROM store_trips AS t
        WHERE feed_key = :feed
          AND NOT EXISTS (SELECT 1 FROM store_trip_calls AS c WHERE c.trip_key = t.trip_key)
        ORDER BY trip_key
        """)
  }
}
