import Findings
import GTFSSchedule

extension Rule {
  static let routeWithoutAgency = Rule(
    "route_without_agency", .warning, in: "routes.txt, agency_id",
    "a route names its agency where the feed has several; without it counts as of the first",
    found: "the route names no agency, and there are several",
    mend: "fill agency_id")
}

/// Routes without an id are those of the agency without one, which has a notice of its own.
enum RouteWithoutAgency: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete else { return }
    try feed.report(
      .routeWithoutAgency, GTFSSchedule.routes, "agency_id", &log,
      sql: """
        SELECT route_key, NULL, 'route ' || route_id || ' names no agency' FROM store_routes
        WHERE feed_key = :feed AND agency_key IS NULL
          AND (SELECT COUNT(*) FROM store_agency WHERE feed_key = :feed) > 1
          AND NOT EXISTS (SELECT 1 FROM store_agency WHERE feed_key = :feed AND agency_id = '')
        ORDER BY route_key
        """)
  }
}
