import Findings
import GTFSSchedule

extension Rule {
  static let feedWithoutTrips = Rule(
    "feed_without_trips", .warning, in: "trips.txt",
    "a feed has trips; without them nothing can be routed", mend: "export the feed again")
}

enum FeedWithoutTrips: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete, try !feed.hasTrips else { return }
    log.add(
      Rule.feedWithoutTrips.finding(
        file: feed.place(of: GTFSSchedule.trips), "the feed has no trips"))
  }
}
