/// What is asked of a scan.
struct ScanQuery {
  var departures: [Int32]
  /// The walks to the stops that are boarded first; the departures begin in the lanes of each one.
  var starts: [(lanes: Range<Int>, access: [StopWalk])]
  /// Whether lanes are limits of rides.
  var countsRides: Bool
  var slack: Int32
  var first: Int32
  var end: Int32
}

/// The instants of a window, counted from its first one.
struct ScanSlots {
  /// Positions in `ScanNetwork.instants`.
  let instants: Range<Int>
  /// For each second of the window the slot from which on is true what begins then; `count` after
  /// the last one.
  let bySecond: [Int32]
  let firstSecond: Int32

  var count: Int { instants.count }

  init(_ network: ScanNetwork, _ query: ScanQuery) {
    let first = network.instant(at: query.first)
    let end = network.instant(at: query.end)
    instants = first..<end
    firstSecond = query.first
    let last = first < end ? network.instants[end - 1] : query.first
    bySecond = (0...max(0, last &- query.first &+ 1)).map { offset in
      Int32(min(network.instant(at: query.first &+ offset), end) - first)
    }
  }
}
