import Findings
import GTFSSchedule

extension Rule {
  static let unusedService = Rule(
    "unused_service", .info, in: "calendar.txt; calendar_dates.txt",
    "a service is that of a trip, or of a fare or booking rule",
    found: "no trip is of this service",
    mend: "nothing, or take the service out")
}

enum UnusedService: FeedRule {
  private static let isUnused = """
    s.feed_key = :feed
      AND NOT EXISTS (SELECT 1 FROM store_trips AS t WHERE t.service_key = s.service_key)
      AND s.service_key NOT IN (SELECT service_key FROM store_timeframes WHERE service_key > 0)
      AND s.service_key NOT IN (
        SELECT prior_notice_service_key FROM store_booking_rules WHERE prior_notice_service_key > 0)
    """

  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete, try feed.hasTrips else { return }
    try feed.report(
      .unusedService, GTFSSchedule.calendar, "service_id", &log,
      sql: """
        SELECT c.rowid, s.service_id, 'no trip is of the service'
        FROM store_calendar AS c JOIN store_service_ids AS s USING (service_key)
        WHERE \(isUnused) ORDER BY c.rowid
        """)
    try feed.report(
      .unusedService, GTFSSchedule.calendarDates, "service_id", of: .service, &log,
      sql: """
        SELECT s.service_key, s.service_id, 'no trip is of the service'
        FROM store_service_ids AS s
        WHERE \(isUnused) AND s.service_key NOT IN
          (SELECT service_key FROM store_calendar WHERE service_key > 0)
        ORDER BY s.service_key
        """)
  }
}
