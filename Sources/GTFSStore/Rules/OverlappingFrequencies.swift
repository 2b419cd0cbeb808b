import Findings
import GTFSSchedule

extension Rule {
  static let overlappingFrequencies = Rule(
    "overlapping_frequencies", .warning, in: "frequencies.txt, start_time and end_time",
    "the headways of a trip follow one another; where two overlap, both sets of departures run",
    mend: "end one where the next begins")
}

enum OverlappingFrequencies: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    try feed.report(
      .overlappingFrequencies, GTFSSchedule.frequencies, "start_time", &log,
      sql: """
        SELECT row, \(StoredFeed.time("start_time")),
          'trip ' || trip_id || ' has a headway until ' || \(StoredFeed.time("busy_until"))
        FROM (
          SELECT rowid AS row, trip_key, start_time,
            MAX(end_time) OVER (PARTITION BY trip_key ORDER BY start_time
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until
          FROM store_frequencies WHERE feed_key = :feed AND end_time > start_time)
        JOIN store_trips USING (trip_key)
        WHERE start_time < busy_until ORDER BY row
        """)
  }
}
