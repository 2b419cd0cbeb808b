import Findings
import GTFSSchedule

extension Rule {
  static let unusedRoute = Rule(
    "unused_route", .info, in: "routes.txt",
    "a route has trips",
    found: "no trip is of this route",
    mend: "nothing, or take the route out")
}

enum UnusedRoute: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete, try feed.hasTrips else { return }
    try feed.report(
      .unusedRoute, GTFSSchedule.routes, "route_id", &log,
      sql: """
        SELECT route_key, route_id, 'the route has no trips' FROM store_routes AS r
        WHERE feed_key = :feed
          AND NOT EXISTS (SELECT 1 FROM store_trips AS t WHERE t.route_key = r.route_key)
        ORDER BY route_key
        """)
  }
}
