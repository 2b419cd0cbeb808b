/// Positions of calls by trip or by stop, ascending.
struct CallIndex: Sendable {
  private let starts: [Int32]
  let positions: [Int32]

  init(starts: [Int32], positions: [Int32]) {
    (self.starts, self.positions) = (starts, positions)
  }

  /// Some of the calls by stop.
  @inline(__always)
  init(_ calls: [ScanCall], stopCount: Int, where isOne: (ScanCall) -> Bool) {
    var starts = [Int32](repeating: 0, count: stopCount + 1)
    for call in calls where isOne(call) { starts[call.stop + 1] += 1 }
    for stop in 0..<stopCount { starts[stop + 1] += starts[stop] }
    var next = starts
    var positions = [Int32](repeating: 0, count: Int(starts[stopCount]))
    for (position, call) in calls.enumerated() where isOne(call) {
      positions[Int(next[call.stop])] = Int32(position)
      next[call.stop] += 1
    }
    self.init(starts: starts, positions: positions)
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
/// at which somebody may get out at one of the others, and before each of them those of its trip back
/// to the last one at which everybody can board. No other call can change anything any more.
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
  ///   - isFull: for each stop whether everybody can board there by now.
  ///   - window: the instants that are looked at.
  init(_ network: ScanNetwork, stops: [Int32], isFull: [Bool], in window: Range<Int>) {
    end = window.upperBound
    let range =
      Int(network.instantStarts[window.lowerBound])..<Int(network.instantStarts[window.upperBound])
    var needed = NeededCalls(in: range, isFull: isFull)
    for stop in stops { needed.add(alightingsAt: Int(stop), network) }
    let (allCalls, instantStarts) = (network.calls.span, network.instantStarts.span)
    var instant = window.lowerBound - 1
    var end = 0
    for (word, var rest) in needed.bits.enumerated() {
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

/// The calls of a range that a tail needs.
private struct NeededCalls {
  /// One for each call of the range, which sorts them faster than a comparison does.
  private(set) var bits: [UInt64]
  private let range: Range<Int>
  private let isFull: [Bool]
  /// Trips, and where in `ScanNetwork.callsOfTrip` those of their calls end that are to be added.
  private var parts: [(trip: Int, end: Int)] = []

  init(in range: Range<Int>, isFull: [Bool]) {
    bits = [UInt64](repeating: 0, count: range.count / 64 + 1)
    (self.range, self.isFull) = (range, isFull)
  }

  /// Where somebody gets out at a stop, and where they can have boarded. Who gets out after the range
  /// boards in it as well; no trip, with those that continue it, has more calls than the longest one.
  mutating func add(alightingsAt stop: Int, _ network: ScanNetwork) {
    let reach = range.lowerBound..<(range.upperBound + network.longestTripCalls)
    let alightings = network.alightingsAtStop.positions.span
    let callsOfTrip = network.callsOfTrip.positions.span
    for index in network.alightingsAtStop.range(of: stop, in: reach) {
      let position = Int(alightings[index])
      let trip = Int(network.calls[position].trip)
      if position < range.upperBound { _ = isNew(position) }
      parts.append((trip, callsOfTrip.first(atLeast: position, in: network.callsOfTrip[trip])))
      while let (trip, end) = parts.popLast() {
        guard addBoardings(trip, end, network) else { continue }
        for earlier in network.continued.range(trip) {
          let earlier = Int(network.continued.trips[earlier])
          parts.append((earlier, network.callsOfTrip[earlier].upperBound))
        }
      }
    }
  }

  /// The calls of a trip, from a later one back to one where everybody can board, or that is needed
  /// already: then what comes before it is so too.
  /// - Returns: whether passengers of trips that this one continues count.
  private mutating func addBoardings(_ trip: Int, _ end: Int, _ network: ScanNetwork) -> Bool {
    let positions = network.callsOfTrip.positions.span
    for index in (network.callsOfTrip[trip].lowerBound..<end).reversed() {
      let position = Int(positions[index])
      guard position >= range.lowerBound else { return false }
      if position < range.upperBound, !isNew(position) { return false }
      let call = network.calls[position]
      if call.canBoard, isFull[call.stop] { return false }
    }
    return true
  }

  private mutating func isNew(_ position: Int) -> Bool {
    let offset = position &- range.lowerBound
    let bit = UInt64(1) << UInt64(offset % 64)
    defer { bits[offset / 64] |= bit }
    return bits[offset / 64] & bit == 0
  }
}
