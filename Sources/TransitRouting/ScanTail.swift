/// Positions of calls by trip or by stop, ascending.
struct CallIndex: Sendable {
  private let starts: [Int32]
  let positions: [Int32]

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

  /// Where the positions of one owner's calls lie.
  subscript(owner: Int) -> Range<Int> { Int(starts[owner])..<Int(starts[owner + 1]) }

  /// Where those of them lie that are in a range of calls.
  @inline(__always)
  func range(of owner: Int, in calls: Range<Int>) -> Range<Int> {
    let all = self[owner]
    guard let start = all.first, let last = all.last else { return all }
    // Most often all of them.
    if Int(positions[start]) >= calls.lowerBound, Int(positions[last]) < calls.upperBound {
      return all
    }
    let first = positions.span.first(atLeast: calls.lowerBound, in: all)
    return first..<positions.span.first(atLeast: calls.upperBound, in: first..<all.upperBound)
  }
}

extension Span<Int32> {
  /// The first place in a range, in which values ascend, of one that is no less than a value.
  @inline(__always)
  func first(atLeast value: Int, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low &+ high) / 2
      if Int(self[middle]) < value { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}

/// The calls of some instants that are left to visit when at nearly all stops everybody is out: those
/// of trips that still come to one of the others, or hand their passengers on to one that does. No
/// other call can change anything any more.
struct ScanTail {
  private(set) var calls: [ScanCall] = []
  /// One after the last instant that was looked at.
  let end: Int
  /// The instants that have calls: those of `instants[i]` begin at `starts[i]`.
  private var instants: [Int32] = []
  private var starts: [Int32] = []
  private var next = 0

  /// - Parameters:
  ///   - stops: where somebody is not out yet.
  ///   - window: the instants that are looked at.
  init(_ network: ScanNetwork, stops: [Int32], in window: Range<Int>) {
    end = window.upperBound
    let range =
      Int(network.instantStarts[window.lowerBound])..<Int(network.instantStarts[window.upperBound])
    // No trip, with those that continue it, is longer.
    let reach = range.lowerBound..<(range.upperBound + network.longestTripCalls)
    let (allCalls, instantStarts) = (network.calls.span, network.instantStarts.span)
    let callsAtStop = network.callsAtStop.positions.span
    let callsOfTrip = network.callsOfTrip.positions.span
    var isNeeded = [Bool](repeating: false, count: network.trips.count)
    var trips: [Int] = []
    for stop in stops {
      for index in network.callsAtStop.range(of: Int(stop), in: reach) {
        let trip = Int(allCalls[Int(callsAtStop[index])].trip)
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
    var bits = [UInt64](repeating: 0, count: range.count / 64 + 1)
    for trip in trips {
      for index in network.callsOfTrip.range(of: trip, in: range) {
        let offset = Int(callsOfTrip[index]) &- range.lowerBound
        bits[offset / 64] |= 1 << UInt64(offset % 64)
      }
    }
    var instant = window.lowerBound - 1
    var end = 0
    for (word, var rest) in bits.enumerated() {
      while rest != 0 {
        let position = range.lowerBound + 64 * word + rest.trailingZeroBitCount
        if position >= end {
          repeat { instant += 1 } while Int(instantStarts[instant + 1]) <= position
          end = Int(instantStarts[instant + 1])
          instants.append(Int32(instant))
          starts.append(Int32(calls.count))
        }
        calls.append(allCalls[position])
        rest &= rest - 1
      }
    }
  }

  /// The next instant that has calls, with these.
  mutating func takeNext() -> (instant: Int, calls: Range<Int>)? {
    guard next < instants.count else { return nil }
    defer { next += 1 }
    let end = next + 1 < starts.count ? Int(starts[next + 1]) : calls.count
    return (Int(instants[next]), Int(starts[next])..<end)
  }
}
