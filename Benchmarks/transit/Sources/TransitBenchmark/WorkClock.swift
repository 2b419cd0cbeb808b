import Foundation

/// Seconds by work, as often as it was done.
struct WorkClock {
  private(set) var seconds: [String: [Double]] = [:]
  private let clock = ContinuousClock()
  private var begin = ContinuousClock.now

  mutating func start() { begin = clock.now }

  /// The work since the last start.
  mutating func stop(_ work: String) {
    let (whole, attoseconds) = (clock.now - begin).components
    seconds[work, default: []].append(Double(whole) + Double(attoseconds) * 1e-18)
  }

  func json() throws -> String {
    String(decoding: try JSONEncoder().encode(seconds), as: UTF8.self)
  }
}

extension WorkClock {
  /// The times of another clock, after one's own.
  mutating func add(_ other: WorkClock) {
    seconds.merge(other.seconds) { $0 + $1 }
  }
}
