import Findings
import GRDB
import GTFSSchedule

/// The services that trips name, with their days.
struct UsedServices {
  struct Service {
    var key: Int
    var id: String
    var days: ServiceDays
  }

  /// By key.
  private(set) var all: [Service] = []

  init(_ feed: StoredFeed) throws {
    let days = try ServiceDays.all(feed.database, feedKey: feed.feedKey)
    let rows = try Row.fetchCursor(
      feed.database,
      sql: """
        SELECT service_key, service_id FROM store_service_ids AS s
        WHERE feed_key = ?
          AND EXISTS (SELECT 1 FROM store_trips AS t WHERE t.service_key = s.service_key)
        ORDER BY service_key
        """, arguments: [feed.feedKey])
    while let row = try rows.next() {
      let key: Int = row[0]
      all.append(Service(key: key, id: row[1], days: days[key] ?? ServiceDays()))
    }
  }
}

/// A check that looks at the days of services.
protocol ServiceRule: SendableMetatype {
  static func check(_ services: UsedServices, of feed: StoredFeed, _ log: inout FindingLog) throws
}

/// Holds the services of trips against the rules for them. A row that was refused may be the one
/// that names their days, so they ask for a complete feed.
enum ServiceRules: FeedRule {
  static let all: [any ServiceRule.Type] = [
    FeedWithoutService.self, ServiceWithoutDays.self, ServiceOutsideValidity.self,
    OverlappingBlock.self,
  ]

  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete else { return }
    let services = try UsedServices(feed)
    for rule in all { try rule.check(services, of: feed, &log) }
  }
}

extension StoredFeed {
  /// A finding at the row that first names a service.
  func finding(_ rule: Rule, at service: UsedServices.Service, _ message: String) -> Finding {
    rule.finding(
      file: place(
        of: service.days.isInCalendar ? GTFSSchedule.calendar : GTFSSchedule.calendarDates),
      line: lines.line(of: .service, key: service.key), field: "service_id", value: service.id,
      message)
  }
}
