import Findings

extension Rule {
  static let serviceWithoutDays = Rule(
    "service_without_days", .warning, in: "calendar.txt; calendar_dates.txt",
    "a service of trips runs on some day, by its weekdays or by dates that are added",
    mend: "add its days, or take the service and its trips out")
}

/// Where no service runs, that is said once; where the dates are turned, that is the fault.
enum ServiceWithoutDays: ServiceRule {
  static func check(_ services: UsedServices, of feed: StoredFeed, _ log: inout FindingLog) throws {
    guard !services.isIdle else { return }
    for service in services.all where service.days.bounds == nil && !service.days.isReversed {
      log.add(
        feed.finding(
          .serviceWithoutDays, at: service,
          "service \(service.id) has trips and runs on no day at all"))
    }
  }
}
