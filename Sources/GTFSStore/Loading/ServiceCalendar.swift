import GRDB
import TransitRouting

/// On which days the services of one feed run: `calendar.txt` and its exceptions.
struct ServiceCalendar {
  private let services: [Int: ServiceDays]

  init(_ database: Database, feedKey: Int) throws {
    services = try ServiceDays.all(database, feedKey: feedKey)
  }

  /// - Parameter services: by their keys.
  init(_ services: [Int: ServiceDays]) {
    self.services = services
  }

  /// Keys of the services that run, ascending.
  func activeServices(on date: ServiceDate) -> [Int] {
    services.filter { $0.value.runs(on: date) }.keys.sorted()
  }

  func hasService(on date: ServiceDate) -> Bool { services.values.contains { $0.runs(on: date) } }

  /// The first and the last day with service; `nil` where there is none.
  var bounds: ClosedRange<ServiceDate>? {
    let bounds = services.values.compactMap(\.bounds)
    guard let first = bounds.map(\.lowerBound).min(), let last = bounds.map(\.upperBound).max()
    else { return nil }
    return first...last
  }
}
