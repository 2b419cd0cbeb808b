import Findings
import GRDB
import TransitRouting

extension Rule {
  static let serviceOutsideValidity = Rule(
    "service_outside_validity", .warning, in: "feed_info.txt, feed_start_date and feed_end_date",
    "a feed speaks for the days from its start to its end; services on other days are not vouched "
      + "for", mend: "route only on days that the feed speaks for, or correct its dates")
}

enum ServiceOutsideValidity: ServiceRule {
  static func check(_ services: UsedServices, of feed: StoredFeed, _ log: inout FindingLog) throws {
    let row = try Row.fetchOne(
      feed.database,
      sql: """
        SELECT feed_start_date, feed_end_date FROM store_feed_info WHERE feed_key = ?
        ORDER BY rowid LIMIT 1
        """, arguments: [feed.feedKey])
    guard let row else { return }
    let (startNumber, endNumber) = (row[0] as Int?, row[1] as Int?)
    let start = startNumber.flatMap(ServiceDate.init(yyyymmdd:))
    let end = endNumber.flatMap(ServiceDate.init(yyyymmdd:))
    if let start, let end, end < start { return }
    for service in services.all {
      guard let days = service.days.bounds else { continue }
      if let start, days.lowerBound < start {
        log.add(
          feed.finding(
            .serviceOutsideValidity, at: service,
            "service \(service.id) runs from \(days.lowerBound), the feed begins on \(start)"))
      } else if let end, days.upperBound > end {
        log.add(
          feed.finding(
            .serviceOutsideValidity, at: service,
            "service \(service.id) runs until \(days.upperBound), the feed ends on \(end)"))
      }
    }
  }
}
