import GRDB
import GTFSSchedule
import TransitRouting

/// On which days the services of one feed run: `calendar.txt` and its exceptions.
struct ServiceCalendar {
  private struct Pattern {
    var service: Int
    /// Bit 0 is Monday.
    var weekdays: Int
    var start: Int
    var end: Int
  }

  private let patterns: [Pattern]
  /// By date as YYYYMMDD.
  private let added: [Int: [Int]]
  private let removed: [Int: Set<Int>]

  init(_ database: Database, feedKey: Int) throws {
    let days = GTFSSchedule.weekdays.enumerated().map { "(\($1) << \($0))" }.joined(
      separator: " | ")
    patterns = try Row.fetchAll(
      database,
      sql: """
        SELECT service_key, \(days) AS weekdays, start_date, end_date FROM store_calendar
        WHERE feed_key = ?
        """, arguments: [feedKey]
    ).map { row in
      Pattern(
        service: row["service_key"], weekdays: row["weekdays"], start: row["start_date"],
        end: row["end_date"])
    }
    var added: [Int: [Int]] = [:]
    var removed: [Int: Set<Int>] = [:]
    let exceptions = try Row.fetchCursor(
      database,
      sql: """
        SELECT service_key, date, exception_type FROM store_calendar_dates
        WHERE feed_key = ? ORDER BY date, service_key
        """, arguments: [feedKey])
    while let row = try exceptions.next() {
      let date: Int = row["date"]
      if row["exception_type"] == 1 {
        added[date, default: []].append(row["service_key"])
      } else {
        removed[date, default: []].insert(row["service_key"])
      }
    }
    self.added = added
    self.removed = removed
  }

  /// Keys of the services that run, ascending.
  func activeServices(on date: ServiceDate) -> [Int] {
    let number = date.yyyymmdd
    var active = Set(added[number] ?? [])
    for pattern in patterns
    where pattern.start <= number && number <= pattern.end
      && pattern.weekdays >> date.weekday & 1 == 1
    {
      active.insert(pattern.service)
    }
    return active.subtracting(removed[number] ?? []).sorted()
  }

  /// The first and last days with service by the calendars.
  var firstDate: ServiceDate? { edge(from: bounds?.lowerBound, step: 1) }
  var lastDate: ServiceDate? { edge(from: bounds?.upperBound, step: -1) }

  private var bounds: ClosedRange<ServiceDate>? {
    let days =
      patterns.filter { $0.weekdays != 0 && $0.start <= $0.end }.flatMap { [$0.start, $0.end] }
      + added.keys
    guard let first = days.min().flatMap(ServiceDate.init(yyyymmdd:)),
      let last = days.max().flatMap(ServiceDate.init(yyyymmdd:))
    else { return nil }
    return first...last
  }

  private func edge(from start: ServiceDate?, step: Int) -> ServiceDate? {
    guard var day = start, let bounds else { return nil }
    while bounds.contains(day) {
      if !activeServices(on: day).isEmpty { return day }
      day = day.adding(days: step)
    }
    return nil
  }
}
