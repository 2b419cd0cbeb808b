/// What is asked of a scan.
struct ScanQuery {
  var departures: [Int32]
  /// The walks to the stops that are boarded first; the departures begin in the lanes of each one.
  var starts: [(lanes: Range<Int>, access: [StopWalk])]
  /// Whether lanes are limits of rides.
  var countsRides: Bool
  /// When one of so many stops is still open, only the calls that matter to these are visited.
  var tailShare: Int
  /// The same for a single scan.
  var singleTailShare: Int
  /// At first these are looked for among so many calls, then among twice as many each time.
  var tailLength: Int
  var slack: Int32
  var first: Int32
  var end: Int32
}

/// The instants of a window.
struct ScanWindow {
  /// Positions in `ScanNetwork.instants`: the slots of what is promised for later.
  let slots: Range<Int>
  let firstSecond: Int32
  /// From the first second to one after the last instant.
  let secondCount: Int
  /// From the network's first second to the window's, negative where the window begins earlier.
  let offset: Int

  init(_ network: ScanNetwork, _ query: ScanQuery) {
    let first = network.instant(at: query.first)
    slots = first..<max(first, network.instant(at: query.end))
    firstSecond = query.first
    let last = slots.last.map { network.instants[$0] } ?? query.first
    secondCount = Int(last) - Int(query.first) + 2
    offset = Int(query.first) - Int(network.firstSecond)
  }
}
