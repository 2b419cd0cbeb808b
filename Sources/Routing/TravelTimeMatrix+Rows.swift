import Parallelism

extension TravelTimeMatrix {
  /// The same where the ways without a vehicle are found for some rows at a time: there may be as
  /// many of them as cells.
  ///
  /// - Parameter directRows: for a range of fixed doors the others that are reached, with seconds.
  public func forEachRow<Failed: Error>(
    origins: [Door], destinations: [Door], threads: Int,
    directRows: (Range<Int>) async -> [[Int: Int]],
    done: @Sendable @escaping (Int, Int) -> Void = { _, _ in },
    _ body: (Row) throws(Failed) -> Void
  ) async throws(Failed) {
    let isByOrigin = isByOrigin
    let fixed = isByOrigin ? origins : destinations
    // A preparation of the other doors serves several waves.
    let block = 8 * Self.rowsPerThread * max(1, threads)
    for start in stride(from: 0, to: fixed.count, by: block) {
      let range = start..<min(fixed.count, start + block)
      let direct = await directRows(range)
      let doors = Array(fixed[range])
      try await forEachRow(
        origins: isByOrigin ? doors : origins, destinations: isByOrigin ? destinations : doors,
        threads: threads,
        directSeconds: { isByOrigin ? direct[$0][$1] : direct[$1][$0] },
        done: { ready, _ in done(start + ready, fixed.count) }
      ) { (row) throws(Failed) in
        var row = row
        row.fixed += start
        try body(row)
      }
    }
  }

  /// The rows with the parts of the journeys of their medians.
  func forEachRowWithParts<Failed: Error>(
    origins: [Door], destinations: [Door], threads: Int,
    directSeconds: @Sendable @escaping (Int, Int) -> Int?,
    done: @Sendable @escaping (Int, Int) -> Void, _ body: (Row) throws(Failed) -> Void
  ) async throws(Failed) {
    let isByOrigin = isByOrigin
    let (fixed, others) = isByOrigin ? (origins, destinations) : (destinations, origins)
    let prototype = MedianJourneys(network, window)
    let prepared = WindowTimes(network, window).others(others)
    let wave = Self.rowsPerThread * max(1, threads)
    for start in stride(from: 0, to: fixed.count, by: wave) {
      let rows = await concurrentMap(
        count: min(wave, fixed.count - start), threads: threads, makeWorker: { prototype },
        done: { done(start + $0, fixed.count) },
        { [percentiles] worker, index in
          let position = start + index
          return worker.row(
            percentiles, position, fixed: fixed[position], others: others, prepared: prepared
          ) { isByOrigin ? directSeconds(position, $0) : directSeconds($0, position) }
        })
      for row in rows { try body(row) }
    }
  }
}
