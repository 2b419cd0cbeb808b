public import Geography
import TransitRouting

/// Travel times between places by one means all the way, without a timetable.
public struct DirectMatrix: Sendable {
  public enum Means: Sendable {
    /// The same at any minute.
    case travel(any TravelModel)
    /// Over the minutes of a window, each with its congestion.
    case car(CarTravel, TimeWindow)
  }

  private let means: Means
  private let percentiles: [Int]
  private let limitSeconds: Int

  public init(by means: Means, percentiles: [Int], limitSeconds: Int) {
    self.means = means
    self.percentiles = percentiles
    self.limitSeconds = limitSeconds
  }

  /// About how many cells by car are in memory at once.
  private static let cellsPerBlock = 200_000

  /// Computes a whole matrix and hands it on origin by origin; some rows are in memory, however
  /// large it is.
  ///
  /// - Parameter done: called with how many rows are ready, and of how many.
  public func forEachRow<Failed: Error>(
    from origins: [Coordinate], to destinations: [Coordinate], threads: Int,
    done: (Int, Int) -> Void = { _, _ in },
    _ body: (TravelTimeMatrix.Row) throws(Failed) -> Void
  ) async throws(Failed) {
    switch means {
    case .travel(let model):
      try await model.forEachRow(
        from: origins, to: destinations, limitSeconds: limitSeconds, threads: threads
      ) { (origin, reached) throws(Failed) in
        try body(row(origin, reached, destinations.count))
        done(origin + 1, origins.count)
      }
    case .car(let car, let window):
      let block = max(16, Self.cellsPerBlock / max(1, destinations.count))
      for start in stride(from: 0, to: origins.count, by: block) {
        let range = start..<min(origins.count, start + block)
        let rows = await car.times(
          from: Array(origins[range]), to: destinations, over: window, percentiles: percentiles,
          limitSeconds: limitSeconds, threads: threads)
        for (index, row) in rows.enumerated() {
          try body(
            TravelTimeMatrix.Row(
              fixed: start + index,
              seconds: row.flatMap { $0.seconds.map(Self.seconds) },
              usesStraightLine: row.map(\.usesStraightLine)))
        }
        done(range.upperBound, origins.count)
      }
    }
  }

  private func row(
    _ origin: Int, _ reached: [ReachedPlace], _ destinationCount: Int
  ) -> TravelTimeMatrix.Row {
    let count = percentiles.count
    var row = TravelTimeMatrix.Row(
      fixed: origin,
      seconds: Array(repeating: WindowScan.unreachable, count: destinationCount * count),
      usesStraightLine: Array(repeating: false, count: destinationCount))
    for place in reached {
      for rank in 0..<count {
        row.seconds[place.position * count + rank] = Self.seconds(place.time.seconds)
      }
      row.usesStraightLine[place.position] = place.time.isStraightLine
    }
    return row
  }

  private static func seconds(_ seconds: Int?) -> Int32 {
    seconds.map { Int32(clamping: $0) } ?? WindowScan.unreachable
  }
}
