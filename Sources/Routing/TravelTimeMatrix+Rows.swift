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
    let block = rowsAtOnce(isByOrigin ? destinations.count : origins.count, threads)
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
}

/// What a thread computes rows with: travel times alone, or with the parts of journeys too.
struct RowSearch: Sendable {
  private let percentiles: [Int]
  private var times: WindowTimes
  private var journeys: MedianJourneys?

  init(_ network: DoorToDoorNetwork, _ window: TimeWindow, _ percentiles: [Int], hasParts: Bool) {
    self.percentiles = percentiles
    times = WindowTimes(network, window)
    journeys = hasParts ? MedianJourneys(network, window) : nil
  }

  mutating func search(_ fixed: [Door]) {
    if var search = journeys.take() {
      search.search(fixed)
      journeys = search
    } else {
      times.search(fixed)
    }
  }

  /// - Parameters:
  ///   - position: of the fixed door, for the row.
  ///   - member: the position of a door of the last search.
  mutating func row(
    _ position: Int, of member: Int, others: [Door], prepared: DoorSet? = nil,
    directSeconds: (Int) -> Int?
  ) -> TravelTimeMatrix.Row {
    if var search = journeys.take() {
      defer { journeys = search }
      return search.row(
        percentiles, position, of: member, others: others, prepared: prepared,
        directSeconds: directSeconds)
    }
    let seconds = times.percentiles(
      percentiles, of: member, others: prepared ?? times.others(others),
      directSeconds: directSeconds)
    return TravelTimeMatrix.Row(
      fixed: position, seconds: seconds, usesStraightLine: times.usesStraightLine)
  }
}
