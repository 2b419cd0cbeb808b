import Findings
import GTFSSchedule

extension Rule {
  static let missingAgencyID = Rule(
    "missing_agency_id", .warning, in: "agency.txt, agency_id",
    "each of several agencies has an id",
    found: "the agency has no id, and there are several",
    mend: "give the agency an id, and its routes too")
}

enum MissingAgencyID: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete else { return }
    try feed.report(
      .missingAgencyID, GTFSSchedule.agency, "agency_id", &log,
      sql: """
        SELECT agency_key, NULL, 'one of several agencies has no id' FROM store_agency
        WHERE feed_key = :feed AND agency_id = ''
          AND (SELECT COUNT(*) FROM store_agency WHERE feed_key = :feed) > 1
        """)
  }
}
