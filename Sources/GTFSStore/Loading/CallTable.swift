import GRDB
import TransitRouting

/// The calls of trips with every time filled in, each pair of pattern and timing once.
struct CallTable {
  /// The calls of a trip at times after its start.
  struct Calls {
    /// At time 0.
    var pattern: [Timetable.StopEvent]
    /// Arrival and departure of each call, as a part of `times`.
    var times: Range<Int>
    /// How many calls have no time of their own.
    var interpolated: Int
  }

  private struct Pair: Hashable {
    var pattern: Int
    var timing: Int
  }

  /// Seconds after the start.
  private(set) var times: [Int32]
  private let timings: TripTimings
  private var patterns: StopPatterns
  private let stops: StopTable
  private var stored: StoredCallReader
  private var interpolated: [Pair: Calls] = [:]

  init(_ database: Database, _ timings: TripTimings, _ stops: StopTable) throws {
    self.timings = timings
    self.stops = stops
    times = timings.times
    patterns = try StopPatterns(database, stops)
    stored = try StoredCallReader(database)
  }

  mutating func pattern(_ key: Int) throws -> StopPatterns.Pattern { try patterns.get(key) }

  /// - Returns: `nil` where the first or the last call has no time, or a call is at no stop of the
  ///   timetable.
  mutating func calls(of trip: ActiveTrips.Trip) throws -> Calls? {
    let pattern = try patterns.get(trip.pattern)
    guard pattern.hasAllStops else { return nil }
    if let timing = timings.timing(trip.timing), timing.isComplete,
      timing.times.count == 2 * pattern.calls.count
    {
      return Calls(pattern: pattern.calls, times: timing.times, interpolated: 0)
    }
    let pair = Pair(pattern: trip.pattern, timing: trip.timing)
    if let calls = interpolated[pair] { return calls }
    let sequence = try stored.calls(pattern: trip.pattern, timing: trip.timing, start: 0)
    guard let filled = CallTimes.filled(sequence, stops) else { return nil }
    let first = times.count
    for event in filled.events {
      times.append(event.arrivalSeconds)
      times.append(event.departureSeconds)
    }
    let calls = Calls(
      pattern: pattern.calls, times: first..<times.count, interpolated: filled.interpolated)
    interpolated[pair] = calls
    return calls
  }
}
