import Findings
import GTFSSchedule

extension Rule {
  static let routeWithoutName = Rule(
    "route_without_name", .warning, in: "routes.txt, route_short_name and route_long_name",
    "a route has a short name or a long one: riders and tables must call it something",
    found: "the route has no name",
    mend: "fill one of them")
}

enum RouteWithoutName: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete else { return }
    try feed.report(
      .routeWithoutName, GTFSSchedule.routes, "route_short_name", &log,
      sql: """
        SELECT route_key, NULL, 'route ' || route_id || ' has no name' FROM store_routes
        WHERE feed_key = :feed AND route_short_name IS NULL AND route_long_name IS NULL
        ORDER BY route_key
        """)
  }
}
