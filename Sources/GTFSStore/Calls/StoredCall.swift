import GRDB

/// A row of `stop_times` as stored.
struct StoredCall {
  /// `nil` where a ride is ordered in a location group or location.
  var stop: Int?
  /// Seconds of the service day.
  var arrival: Int?
  var departure: Int?
  /// `pickup_type` is not 1, and `drop_off_type` is not.
  var canBoard: Bool
  var canAlight: Bool
  var shapeDistance: Double?
  /// How many of a stop, a location group and a location the call names.
  var placeCount: Int
  /// A group of stops or a zone, and not a stop.
  var isZone: Bool
  /// Riders are fetched between these times.
  var windowStart: Int?
  var windowEnd: Int?

  /// Whether a ride is ordered for a time window or a zone, so that there are no times.
  var isOnDemand: Bool { isZone || windowStart != nil || windowEnd != nil }
}

/// Reads patterns and timings back from the database, and keeps the patterns while they are few.
struct StoredCallReader {
  private let pattern: PreparedStatement
  private let timing: PreparedStatement
  private var patterns: [Int: [StoredCall]] = [:]
  private var keptCalls = 0
  private static let mostKeptCalls = 300_000

  init(_ database: Database) throws {
    pattern = try PreparedStatement(
      database,
      sql: """
        SELECT stop_key, COALESCE(pickup_type, 0) <> 1, COALESCE(drop_off_type, 0) <> 1,
          shape_dist_traveled,
          (stop_key IS NOT NULL) + (location_group_key IS NOT NULL) + (location_key IS NOT NULL),
          COALESCE(location_group_key, location_key) IS NOT NULL,
          start_pickup_drop_off_window, end_pickup_drop_off_window
        FROM store_stop_patterns WHERE pattern_key = ? ORDER BY position
        """)
    timing = try PreparedStatement(
      database, sql: "SELECT times FROM store_timings WHERE timing_key = ?")
  }

  /// The calls of a pattern at the times of a timing that starts at `start`.
  mutating func calls(pattern key: Int, timing timingKey: Int, start: Int) throws -> [StoredCall] {
    var calls = try untimed(key)
    timing.bind(timingKey, at: 1)
    guard try timing.step() else { return calls }
    timing.withText(0) { text in
      for index in 0..<min(calls.count, TimingText.callCount(text)) {
        let (arrival, departure) = TimingText.call(index, text)
        calls[index].arrival = arrival.map { $0 + start }
        calls[index].departure = departure.map { $0 + start }
      }
    }
    timing.reset()
    return calls
  }

  private mutating func untimed(_ key: Int) throws -> [StoredCall] {
    if let known = patterns[key] { return known }
    var calls: [StoredCall] = []
    pattern.bind(key, at: 1)
    while try pattern.step() {
      calls.append(
        StoredCall(
          stop: pattern.integer(0), canBoard: pattern.integer(1) == 1,
          canAlight: pattern.integer(2) == 1, shapeDistance: pattern.real(3),
          placeCount: pattern.integer(4) ?? 0, isZone: pattern.integer(5) == 1,
          windowStart: pattern.integer(6), windowEnd: pattern.integer(7)))
    }
    if keptCalls > StoredCallReader.mostKeptCalls {
      patterns.removeAll()
      keptCalls = 0
    }
    patterns[key] = calls
    keptCalls += calls.count
    return calls
  }
}
