import Findings
import GTFSSchedule

extension Rule {
  static let feedDatesReversed = Rule(
    "feed_dates_reversed", .warning, in: "feed_info.txt, feed_start_date and feed_end_date",
    "the last day that a feed speaks for is not before its first",
    found: "feed_end_date is before feed_start_date",
    mend: "correct one of the dates")
}

enum FeedDatesReversed: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    try feed.report(
      .feedDatesReversed, GTFSSchedule.feedInfo, "feed_end_date", &log,
      sql: """
        SELECT rowid, feed_end_date, 'the feed ends before it begins' FROM store_feed_info
        WHERE feed_key = :feed AND feed_end_date < feed_start_date ORDER BY rowid
        """)
  }
}
