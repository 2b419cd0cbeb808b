import TransitRouting

/// The services of one feed on one service day.
struct ServiceRun {
  var date: ServiceDate
  var services: [Int]
  /// From the feed's service day to the day of the timetable.
  var shiftSeconds: Int
  /// Only trips with a call in here, in shifted seconds; all where `nil`.
  var window: Range<Int>?

  /// Whether a trip from a first departure to a last arrival is in the window.
  func holds(start: Int, end: Int) -> Bool {
    guard let window else { return true }
    return end >= window.lowerBound && start < window.upperBound
  }

  static func byService(_ runs: [ServiceRun]) -> [Int: [ServiceRun]] {
    var byService: [Int: [ServiceRun]] = [:]
    for run in runs {
      for service in run.services { byService[service, default: []].append(run) }
    }
    return byService
  }
}
