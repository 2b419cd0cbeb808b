import GRDB
import GTFSSchedule
import TransitRouting

/// The days on which one service runs, as its rows say them and not as a list: a calendar of a
/// thousand years costs no more than one of a week.
struct ServiceDays {
  private struct Week {
    /// Bit 0 is Monday.
    var weekdays: Int
    var start: ServiceDate
    var end: ServiceDate
  }

  private var week: Week?
  private var added: Set<ServiceDate> = []
  private var removed: Set<ServiceDate> = []
  /// Whether `calendar.txt` has a row of it.
  private(set) var isInCalendar = false

  /// Whether its last day in `calendar.txt` is before its first.
  var isReversed: Bool { week.map { $0.end < $0.start } ?? false }

  func runs(on day: ServiceDate) -> Bool {
    if removed.contains(day) { return false }
    guard let week, !added.contains(day) else { return added.contains(day) }
    return week.start <= day && day <= week.end && week.weekdays >> day.weekday & 1 == 1
  }

  /// The first and the last day; `nil` where it runs on none.
  var bounds: ClosedRange<ServiceDate>? {
    var days = added.subtracting(removed)
    if let week, week.weekdays != 0 {
      // What is removed is all that keeps these from ending within a week.
      var day = week.start
      while day <= week.end, !runs(on: day) { day = day.adding(days: 1) }
      if day <= week.end { days.insert(day) }
      day = week.end
      while day >= week.start, !runs(on: day) { day = day.adding(days: -1) }
      if day >= week.start { days.insert(day) }
    }
    guard let first = days.min(), let last = days.max() else { return nil }
    return first...last
  }

  func sharesDay(with other: ServiceDays) -> Bool {
    if added.contains(where: { runs(on: $0) && other.runs(on: $0) }) { return true }
    if other.added.contains(where: { runs(on: $0) && other.runs(on: $0) }) { return true }
    guard let week, let otherWeek = other.week, week.weekdays & otherWeek.weekdays != 0 else {
      return false
    }
    var day = max(week.start, otherWeek.start)
    let end = min(week.end, otherWeek.end)
    while day <= end {
      if runs(on: day), other.runs(on: day) { return true }
      day = day.adding(days: 1)
    }
    return false
  }

  /// Those of all services of a feed, by their keys. Rows that could not be read are left out.
  static func all(_ database: Database, feedKey: Int) throws -> [Int: ServiceDays] {
    var services: [Int: ServiceDays] = [:]
    let days = GTFSSchedule.weekdays.enumerated().map { "(\($1) << \($0))" }.joined(
      separator: " | ")
    let weeks = try Row.fetchCursor(
      database,
      sql: """
        SELECT service_key, \(days), start_date, end_date FROM store_calendar WHERE feed_key = ?
        """, arguments: [feedKey])
    while let row = try weeks.next() {
      let (service, weekdays, start, end) = (
        row[0] as Int?, row[1] as Int?, row[2] as Int?, row[3] as Int?
      )
      guard let service else { continue }
      services[service, default: ServiceDays()].isInCalendar = true
      if let weekdays, let start = start.flatMap(ServiceDate.init(yyyymmdd:)),
        let end = end.flatMap(ServiceDate.init(yyyymmdd:))
      {
        services[service]?.week = Week(weekdays: weekdays, start: start, end: end)
      }
    }
    let exceptions = try Row.fetchCursor(
      database,
      sql: "SELECT service_key, date, exception_type FROM store_calendar_dates WHERE feed_key = ?",
      arguments: [feedKey])
    while let row = try exceptions.next() {
      let (service, date, type) = (row[0] as Int?, row[1] as Int?, row[2] as Int?)
      guard let service, let day = date.flatMap(ServiceDate.init(yyyymmdd:)) else { continue }
      switch type {
      case 1: services[service, default: ServiceDays()].added.insert(day)
      case 2: services[service, default: ServiceDays()].removed.insert(day)
      default: break
      }
    }
    return services
  }
}
