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
  private var added = DaySet()
  private var removed = DaySet()
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
    var days = added.days.filter { !removed.contains($0) }
    if let week, week.weekdays != 0 {
      // What is removed is all that keeps these from ending within a week.
      var day = week.start
      while day <= week.end, !runs(on: day) { day = day.adding(days: 1) }
      if day <= week.end { days.append(day) }
      day = week.end
      while day >= week.start, !runs(on: day) { day = day.adding(days: -1) }
      if day >= week.start { days.append(day) }
    }
    guard let first = days.min(), let last = days.max() else { return nil }
    return first...last
  }

  func sharesDay(with other: ServiceDays) -> Bool {
    if added.days.contains(where: { runs(on: $0) && other.runs(on: $0) }) { return true }
    if other.added.days.contains(where: { runs(on: $0) && other.runs(on: $0) }) { return true }
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
    try byFeed(database, only: feedKey)[feedKey] ?? [:]
  }

  /// Those of the services of each feed: reading all feeds at once costs what one of them does, as
  /// the tables have no order by feed.
  static func byFeed(
    _ database: Database, only feedKey: Int? = nil
  ) throws -> [Int: [Int: ServiceDays]] {
    var feeds: [Int: [Int: ServiceDays]] = [:]
    let days = GTFSSchedule.weekdays.enumerated().map { "(\($1) << \($0))" }.joined(
      separator: " | ")
    let weeks = try PreparedStatement(
      database,
      sql: """
        SELECT feed_key, service_key, \(days), start_date, end_date FROM store_calendar
        WHERE ?1 IS NULL OR feed_key = ?1
        """)
    if let feedKey { weeks.bind(feedKey, at: 1) }
    while try weeks.step() {
      guard let service = weeks.integer(1) else { continue }
      var days = ServiceDays()
      days.isInCalendar = true
      if let weekdays = weeks.integer(2), let start = weeks.integer(3), let end = weeks.integer(4),
        let first = ServiceDate(yyyymmdd: start), let last = ServiceDate(yyyymmdd: end)
      {
        days.week = Week(weekdays: weekdays, start: first, end: last)
      }
      feeds[weeks.number(0), default: [:]][service] = days
    }
    try addExceptions(database, only: feedKey, to: &feeds)
    return feeds
  }

  private static func addExceptions(
    _ database: Database, only feedKey: Int?, to feeds: inout [Int: [Int: ServiceDays]]
  ) throws {
    let rows = try PreparedStatement(
      database,
      sql: """
        SELECT feed_key, service_key, date, exception_type FROM store_calendar_dates
        WHERE ?1 IS NULL OR feed_key = ?1
        """)
    if let feedKey { rows.bind(feedKey, at: 1) }
    // Rows of one service mostly follow each other; they are put in its place at once.
    var last: (feed: Int, service: Int)?
    var current = ServiceDays()
    func store() {
      if let last { feeds[last.feed, default: [:]][last.service] = current }
    }
    while try rows.step() {
      guard let service = rows.integer(1),
        let day = rows.integer(2).flatMap(ServiceDate.init(yyyymmdd:))
      else { continue }
      let (feed, type) = (rows.number(0), rows.integer(3))
      guard type == 1 || type == 2 else { continue }
      if service != last?.service || feed != last?.feed {
        store()
        last = (feed, service)
        current = feeds[feed]?[service] ?? ServiceDays()
      }
      if type == 1 { current.added.insert(day) } else { current.removed.insert(day) }
    }
    store()
  }
}

/// Days in ascending order.
private struct DaySet {
  private(set) var days: [ServiceDate] = []

  /// Feeds mostly list days in order, and then this is an append.
  mutating func insert(_ day: ServiceDate) {
    guard let last = days.last, last >= day else {
      days.append(day)
      return
    }
    let place = firstIndex(from: day)
    if days[place] != day { days.insert(day, at: place) }
  }

  func contains(_ day: ServiceDate) -> Bool {
    let place = firstIndex(from: day)
    return place < days.count && days[place] == day
  }

  private func firstIndex(from day: ServiceDate) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
