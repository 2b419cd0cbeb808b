/// What is asked of a scan.
struct ScanQuery {
  var departures: [Int32]
  /// The walks to the stops that are boarded first; the departures begin in the lanes of each one.
  var starts: [(lanes: Range<Int>, access: [StopWalk])]
  /// Whether lanes are limits of rides.
  var countsRides: Bool
  /// When one of so many stops is still open, only the calls that matter to these are visited.
  var tailShare: Int
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
    // As `instant(at:)` of each second, in one go.
    let count = Int(max(0, last &- query.first &+ 1)) + 1
    let atOrAfter = network.instantAtOrAfter
    let offset = Int(query.first) - Int(network.instants.first ?? query.first)
    let known = min(max(0, offset), atOrAfter.count)..<min(max(0, offset + count), atOrAfter.count)
    var bySecond = [Int32](repeating: 0, count: min(count, max(0, -offset)))
    bySecond.reserveCapacity(count)
    for instant in atOrAfter[known] {
      bySecond.append(min(instant, Int32(end)) &- Int32(first))
    }
    bySecond += repeatElement(Int32(end - first), count: count - bySecond.count)
    self.bySecond = bySecond
  }
}
