import Findings
import GTFSSchedule

extension Rule {
  static let frequencyReversed = Rule(
    "frequency_reversed", .warning, in: "frequencies.txt, start_time and end_time",
    "the departures of a headway end after they begin; else there are none",
    found: "end_time is not after start_time",
    mend: "correct one of the times")
}

enum FrequencyReversed: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    try feed.report(
      .frequencyReversed, GTFSSchedule.frequencies, "end_time", &log,
      sql: """
        SELECT rowid, \(StoredFeed.time("end_time")), 'the headway does not end after it begins'
        FROM store_frequencies WHERE feed_key = :feed AND end_time <= start_time ORDER BY rowid
        """)
  }
}
