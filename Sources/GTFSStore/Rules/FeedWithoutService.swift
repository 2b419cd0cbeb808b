import Findings

extension Rule {
  static let feedWithoutService = Rule(
    "feed_without_service", .warning, in: "calendar.txt; calendar_dates.txt",
    "some trip runs on some day; else nothing can be routed",
    mend: "export the feed again, with its calendars")
}

enum FeedWithoutService: ServiceRule {
  static func check(_ services: UsedServices, of feed: StoredFeed, _ log: inout FindingLog) throws {
    guard services.isIdle else { return }
    log.add(
      Rule.feedWithoutService.finding(
        file: feed.source, "the services of the trips run on no day at all"))
  }
}

extension UsedServices {
  /// Whether trips have services, none of which runs, and that not for turned dates.
  var isIdle: Bool {
    !all.isEmpty && all.allSatisfy { $0.days.bounds == nil && !$0.days.isReversed }
  }
}
