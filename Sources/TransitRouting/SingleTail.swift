/// The end of a single scan: of each stop that is still open the calls are asked one after the other
/// whether their trips can have been boarded before, all stops together in the order of time.
struct SingleTail: Sendable {
  /// Positions of calls: for each open stop the next one.
  private var nextCalls = MinimumHeap<Int32>()
  /// For each stop where its next call stands in `ScanNetwork.alightingsAtStop`.
  private var cursors: [Int] = []
  /// For each trip of how many of its calls it is known that nobody could board there.
  private var asked: [Int32] = []
  /// Calls of the second that is looked at whose trips nobody could have boarded.
  private var refused: [Int32] = []

  mutating func run(
    _ visitor: SingleVisitor, _ slots: Range<Int>,
    _ served: ArraySlice<(stop: Int32, second: Int32)>, _ steps: inout [WindowScan.Step],
    _ stopStore: inout [SingleScan.Stop], _ boardings: inout [Int32]
  ) {
    let network = visitor.network
    var stops = stopStore.mutableSpan
    let starts = network.instantStarts.span
    let positions = network.alightingsAtStop.positions.span
    let calls = Int(starts[slots.lowerBound])..<Int(starts[slots.upperBound])
    if cursors.count != network.stopCount { cursors.fill(0, count: network.stopCount) }
    asked.fill(0, count: network.trips.count)
    nextCalls.removeAll()
    refused.removeAll(keepingCapacity: true)
    for (stop, _) in served where stops[Int(stop)].openMask != 0 {
      let next = positions.first(atLeast: calls.lowerBound, in: network.alightingsAtStop[Int(stop)])
      cursors[Int(stop)] = next
      if next < network.alightingsAtStop[Int(stop)].upperBound, positions[next] < calls.upperBound {
        nextCalls.push(positions[next])
      }
    }
    var slot = slots.lowerBound
    while steps.count < served.count, let position = nextCalls.pop() {
      let call = network.calls[Int(position)]
      let stop = call.stop
      guard stops[stop].openMask != 0 else { continue }
      if position >= starts[slot + 1] {
        slot = starts.first(atLeast: Int(position) + 1, in: (slot + 1)..<slots.upperBound) - 1
        refused.removeAll(keepingCapacity: true)
      }
      if isBoarded(
        Int(call.trip), before: position, calls.lowerBound, network, stops.span, &boardings)
      {
        var hasChangedAtOnce = false
        visitor.setOut(stop, network.instants[slot], &steps, &stops) { _ in hasChangedAtOnce = true
        }
        if hasChangedAtOnce {
          askAgain(from: starts[slot], network)
        }
      } else {
        refused.append(position)
        // Who is asked again has had the next one put in line.
        let next = cursors[stop] + 1
        if positions[next - 1] == position, next < network.alightingsAtStop[stop].upperBound,
          Int(positions[next]) < calls.upperBound
        {
          nextCalls.push(positions[next])
          cursors[stop] = next
        }
      }
    }
  }

  /// Who has changed in no time may have boarded a trip at a call of this second.
  /// - Parameter first: the first call of the second.
  private mutating func askAgain(from first: Int32, _ network: ScanNetwork) {
    let positions = network.callsOfTrip.positions.span
    for position in refused {
      nextCalls.push(position)
      let trip = Int(network.calls[Int(position)].trip)
      let start = network.callsOfTrip[trip].lowerBound
      while asked[trip] > 0, positions[start + Int(asked[trip]) - 1] >= first { asked[trip] -= 1 }
    }
    refused.removeAll(keepingCapacity: true)
  }

  /// Whether a trip is boarded before one of its calls, in which case that is noted. A call at which
  /// nobody could board is not asked again once its second is over.
  /// - Parameter first: calls before this one have been visited.
  private mutating func isBoarded(
    _ trip: Int, before end: Int32, _ first: Int, _ network: ScanNetwork,
    _ stops: Span<SingleScan.Stop>, _ boardings: inout [Int32]
  ) -> Bool {
    if boardings[trip] < end { return true }
    let positions = network.callsOfTrip.positions.span
    let all = network.callsOfTrip[trip]
    var index = all.lowerBound + Int(asked[trip])
    while index < all.upperBound, positions[index] < end {
      let position = positions[index]
      let call = network.calls[Int(position)]
      if Int(position) >= first, call.canBoard,
        network.instantStarts[network.instant(at: stops[call.stop].ready)] <= position
      {
        boardings[trip] = position
        return true
      }
      index += 1
    }
    asked[trip] = Int32(truncatingIfNeeded: index - all.lowerBound)
    return false
  }
}
