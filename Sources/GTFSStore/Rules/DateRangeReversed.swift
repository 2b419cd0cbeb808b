import Findings
import GTFSSchedule

extension Rule {
  static let dateRangeReversed = Rule(
    "date_range_reversed", .error, in: "calendar.txt, start_date and end_date",
    "the last day of a service is not before its first",
    found: "end_date is before start_date",
    mend: "correct one of the dates")
}

enum DateRangeReversed: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    try feed.report(
      .dateRangeReversed, GTFSSchedule.calendar, "end_date", &log,
      sql: """
        SELECT rowid, end_date, 'the service ends before it begins' FROM store_calendar
        WHERE feed_key = :feed AND end_date < start_date ORDER BY rowid
        """)
  }
}
