import Findings
import GTFSSchedule

extension Rule {
  static let inconsistentTimezone = Rule(
    "inconsistent_timezone", .error, in: "agency.txt, agency_timezone",
    "all agencies of a feed have the same time zone: times have one meaning only",
    found: "another agency has another time zone",
    mend: "make a feed of each time zone")
}

enum InconsistentTimezone: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    try feed.report(
      .inconsistentTimezone, GTFSSchedule.agency, "agency_timezone", &log,
      sql: """
        SELECT agency_key, agency_timezone, 'another agency has another time zone'
        FROM store_agency
        WHERE feed_key = :feed AND agency_timezone <> (
          SELECT agency_timezone FROM store_agency
          WHERE feed_key = :feed AND agency_timezone IS NOT NULL ORDER BY agency_key LIMIT 1)
        ORDER BY agency_key
        """)
  }
}
