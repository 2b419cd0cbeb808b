import GRDB
import TransitRouting

/// The calls of patterns as a timetable needs them, read when first asked for.
struct StopPatterns {
  struct Pattern {
    /// At time 0.
    var calls: [Timetable.StopEvent]
    /// Whether all calls are at stops of the timetable.
    var hasAllStops: Bool
    /// Whether a ride must be ordered at any of the calls.
    var isOnDemand: Bool
  }

  private let rows: PreparedStatement
  private let stops: StopTable
  private var known: [Int: Pattern] = [:]

  init(_ database: Database, _ stops: StopTable) throws {
    self.stops = stops
    rows = try PreparedStatement(
      database,
      sql: """
        SELECT stop_key, COALESCE(pickup_type, 0) <> 1, COALESCE(drop_off_type, 0) <> 1,
          COALESCE(location_group_key, location_key, start_pickup_drop_off_window,
            end_pickup_drop_off_window) IS NOT NULL
        FROM store_stop_patterns WHERE pattern_key = ? ORDER BY position
        """)
  }

  mutating func get(_ key: Int) throws -> Pattern {
    if let pattern = known[key] { return pattern }
    var pattern = Pattern(calls: [], hasAllStops: true, isOnDemand: false)
    rows.bind(key, at: 1)
    while try rows.step() {
      let stop = rows.integer(0).flatMap { stops.indices[$0] }
      if stop == nil { pattern.hasAllStops = false }
      if rows.number(3) == 1 { pattern.isOnDemand = true }
      pattern.calls.append(
        .init(
          stop: stop ?? StopIndex(0), arrivalSeconds: 0, departureSeconds: 0,
          canBoard: rows.number(1) == 1, canAlight: rows.number(2) == 1))
    }
    known[key] = pattern
    return pattern
  }
}
