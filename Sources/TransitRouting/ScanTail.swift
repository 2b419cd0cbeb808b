/// The calls of some instants that are left to visit when at nearly all stops everybody is out: those
/// at which somebody may get out at one of the others, and before each of them those of its trip, and
/// of trips that it continues, back to the last one at which everybody can board. No other call can
/// change anything any more.
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
  ///   - slots: those of the scan.
  init(
    _ network: ScanNetwork, stops: [Int32], isFull: [Bool], in window: Range<Int>,
    of slots: Range<Int>
  ) {
    end = window.upperBound
    let range =
      Int(network.instantStarts[window.lowerBound])..<Int(network.instantStarts[window.upperBound])
    // Who gets out after the range may have boarded in it, but nobody is aboard for longer.
    let reach = min(
      range.upperBound + network.longestTripCalls, Int(network.instantStarts[slots.upperBound]))
    var needed = NeededCalls(in: range.lowerBound..<reach, isFull: isFull)
    for stop in stops { needed.add(alightingsAt: Int(stop), network) }
    let (allCalls, instantStarts) = (network.calls.span, network.instantStarts.span)
    var instant = window.lowerBound - 1
    var end = 0
    for (word, var rest) in needed.bits.prefix((range.count + 63) / 64).enumerated() {
      while rest != 0 {
        let position = range.lowerBound + 64 * word + rest.trailingZeroBitCount
        guard position < range.upperBound else { break }
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
  /// Trips, and where in `ScanNetwork.callsOfTrip` those of their calls end that are to be noted.
  private var parts: [(trip: Int, end: Int)] = []

  init(in range: Range<Int>, isFull: [Bool]) {
    bits = [UInt64](repeating: 0, count: range.count / 64 + 1)
    (self.range, self.isFull) = (range, isFull)
  }

  /// Where somebody gets out at a stop, and where they can have boarded.
  mutating func add(alightingsAt stop: Int, _ network: ScanNetwork) {
    let alightings = network.alightingsAtStop.positions.span
    let callsOfTrip = network.callsOfTrip.positions.span
    for index in network.alightingsAtStop.range(of: stop, in: range) {
      let position = Int(alightings[index])
      let trip = Int(network.calls[position].trip)
      note(position)
      parts.append((trip, callsOfTrip.first(atLeast: position, in: network.callsOfTrip[trip])))
      while let (trip, end) = parts.popLast() {
        guard noteBoardings(trip, end, network) else { continue }
        for earlier in network.continued.range(trip) {
          let earlier = Int(network.continued.trips[earlier])
          parts.append((earlier, network.callsOfTrip[earlier].upperBound))
        }
      }
    }
  }

  /// The calls of a trip, from a later one back to one where everybody can board, or that is noted:
  /// then what matters before it is noted too.
  /// - Returns: whether passengers of trips that this one continues count.
  private mutating func noteBoardings(_ trip: Int, _ end: Int, _ network: ScanNetwork) -> Bool {
    let positions = network.callsOfTrip.positions.span
    for index in (network.callsOfTrip[trip].lowerBound..<end).reversed() {
      let position = Int(positions[index])
      guard position >= range.lowerBound, note(position) else { return false }
      let call = network.calls[position]
      if call.canBoard, isFull[call.stop] { return false }
    }
    return true
  }

  /// - Returns: whether it was not noted before.
  @discardableResult
  private mutating func note(_ position: Int) -> Bool {
    let offset = position &- range.lowerBound
    let bit = UInt64(1) << UInt64(offset % 64)
    defer { bits[offset / 64] |= bit }
    return bits[offset / 64] & bit == 0
  }
}
