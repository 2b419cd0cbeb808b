/// Positions of calls by trip or by stop, ascending.
struct CallIndex: Sendable {
  private let starts: [Int32]
  private let positions: [Int32]

  /// - Parameter owners: for each call the one that it belongs to.
  init(_ owners: [Int32], count: Int) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for owner in owners { starts[Int(owner) + 1] += 1 }
    for owner in 0..<count { starts[owner + 1] += starts[owner] }
    var next = starts
    var positions = [Int32](repeating: 0, count: owners.count)
    for (position, owner) in owners.enumerated() {
      positions[Int(next[Int(owner)])] = Int32(position)
      next[Int(owner)] += 1
    }
    (self.starts, self.positions) = (starts, positions)
  }

  subscript(owner: Int) -> ArraySlice<Int32> {
    positions[Int(starts[owner])..<Int(starts[owner + 1])]
  }
}

/// The calls that are left to visit when at nearly all stops everybody is out: those of trips that
/// still come to one of the others, or hand their passengers on to one that does. No other call can
/// change anything any more.
struct ScanTail {
  private(set) var calls: [ScanCall] = []
  /// Their positions in the calls of the network.
  private var positions: [Int32] = []
  private var next = 0

  /// Whether it is worth looking: fewer than one of so many stops are open, and fewer than a quarter
  /// of those at the last look.
  static func isWorthwhile(open: Int, of stopCount: Int, share: Int, lastLook: Int) -> Bool {
    open < stopCount / share && open < lastLook / 4
  }

  /// - Parameters:
  ///   - stops: where somebody is not out yet.
  ///   - first: the position of the first call that has not been visited.
  /// - Returns: `nil` where more than half of all calls are left.
  init?(_ network: ScanNetwork, stops: [Int32], from first: Int) {
    var isNeeded = [Bool](repeating: false, count: network.trips.count)
    var trips: [Int] = []
    for stop in stops {
      for position in network.callsAtStop[Int(stop)].reversed() {
        guard position >= first else { break }
        let trip = Int(network.calls[Int(position)].trip)
        if !isNeeded[trip] { trips.append(trip) }
        isNeeded[trip] = true
      }
    }
    if !network.continuations.isEmpty {
      // A trip comes before those that continue it.
      for trip in isNeeded.indices.reversed() where !isNeeded[trip] {
        let following = network.continuations.range(trip)
        if following.contains(where: { isNeeded[Int(network.continuations.trips[$0])] }) {
          isNeeded[trip] = true
          trips.append(trip)
        }
      }
    }
    // A bit for each call sorts them faster than a comparison does.
    let limit = (network.calls.count - first) / 2
    var bits = [UInt64](repeating: 0, count: network.calls.count / 64 + 1)
    var count = 0
    for trip in trips {
      for position in network.callsOfTrip[trip].reversed() {
        guard position >= first else { break }
        bits[Int(position) / 64] |= 1 << UInt64(position % 64)
        count += 1
      }
      if count > limit { return nil }
    }
    positions.reserveCapacity(count)
    calls.reserveCapacity(count)
    for (word, var rest) in bits.enumerated() {
      while rest != 0 {
        let position = 64 * word + rest.trailingZeroBitCount
        positions.append(Int32(position))
        calls.append(network.calls[position])
        rest &= rest - 1
      }
    }
  }

  /// Those of `calls` that lie in a range of calls of the network; ranges ascend.
  mutating func range(in range: Range<Int>) -> Range<Int> {
    let start = next
    while next < positions.count, positions[next] < range.upperBound { next += 1 }
    return start..<next
  }
}
