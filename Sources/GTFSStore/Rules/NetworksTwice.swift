import Findings
import GTFSSchedule

extension Rule {
  static let networksTwice = Rule(
    "networks_twice", .warning, in: "networks.txt; route_networks.txt; routes.txt, network_id",
    "routes name their networks in routes.txt or in files of their own, not in both",
    found: "routes.txt names networks too",
    mend: "leave one of them out")
}

enum NetworksTwice: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    let files = [GTFSSchedule.networks, GTFSSchedule.routeNetworks].filter(feed.hasFile)
    guard !files.isEmpty else { return }
    try feed.report(
      .networksTwice, GTFSSchedule.routes, "network_id", &log,
      sql: """
        SELECT route_key, network_id, 'the feed has networks in a file of their own too'
        FROM store_routes AS r JOIN store_network_ids USING (network_key)
        WHERE r.feed_key = :feed ORDER BY route_key
        """)
  }
}
