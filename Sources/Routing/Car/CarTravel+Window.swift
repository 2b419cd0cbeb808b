public import Geography
import TransitRouting

extension CarTravel {
  /// Percentiles of one pair over a window.
  public struct Times: Sendable, Equatable {
    /// Seconds for each percentile asked for; `nil` is unreachable.
    public var seconds: [Int?]
    public var usesStraightLine: Bool
  }

  /// Times over the minutes of a window, each with the congestion of its period.
  ///
  /// - Returns: for each origin one for each destination.
  public func times(
    from origins: [Coordinate], to destinations: [Coordinate], over window: TimeWindow,
    percentiles: [Int], limitSeconds: Int, threads: Int
  ) async -> [[Times]] {
    // All minutes of a period have the same times.
    let periods = Dictionary(grouping: window.instants) { congestion.period(at: $0) }.values
      .sorted { $0[0] < $1[0] }
    var rows = origins.map { _ in
      [[(time: TravelTime, minutes: Int)]](repeating: [], count: destinations.count)
    }
    for instants in periods {
      let reached = await times(
        from: origins, to: destinations, at: instants[0], limitSeconds: limitSeconds,
        threads: threads)
      for (origin, row) in reached.enumerated() {
        for place in row { rows[origin][place.position].append((place.time, instants.count)) }
      }
    }
    let count = window.instants.count
    return rows.map { row in
      row.map { parts in
        var times = parts.map { (seconds: $0.time.seconds, minutes: $0.minutes) }
        return Times(
          seconds: Percentiles.nearestRank(ofPeriods: &times, of: count, percentiles),
          usesStraightLine: parts.contains { $0.time.isStraightLine })
      }
    }
  }
}
