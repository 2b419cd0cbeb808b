/// The end of a single scan: of each stop that is still open the calls are asked one after the other
/// whether their trips can have been boarded before, all stops together in the order of time.
struct SingleTail: Sendable {
  /// Positions of calls: for each open stop the next one.
  private var nextCalls = MinimumHeap<Int32>()
  /// For each stop where its next call stands in `ScanNetwork.callsAtStop`.
  private var cursors: [Int] = []
  /// Calls of the second that is looked at whose trips nobody could have boarded.
  private var refused: [Int32] = []

  mutating func run(
    _ visitor: SingleVisitor, _ slots: Range<Int>, _ steps: inout [WindowScan.Step],
    _ stopStore: inout [SingleScan.Stop], _ boardings: inout [Int32]
  ) {
    let network = visitor.network
    var stops = stopStore.mutableSpan
    let starts = network.instantStarts.span
    let positions = network.callsAtStop.positions.span
    let calls = Int(starts[slots.lowerBound])..<Int(starts[slots.upperBound])
    if cursors.count != network.stopCount { cursors.fill(0, count: network.stopCount) }
    nextCalls.removeAll()
    refused.removeAll(keepingCapacity: true)
    for (stop, _) in network.lastAlightings where stops[Int(stop)].isOpen != 0 {
      let next = positions.first(atLeast: calls.lowerBound, in: network.callsAtStop[Int(stop)])
      cursors[Int(stop)] = next
      if next < network.callsAtStop[Int(stop)].upperBound, positions[next] < calls.upperBound {
        nextCalls.push(positions[next])
      }
    }
    var slot = slots.lowerBound
    while steps.count < network.lastAlightings.count, let position = nextCalls.pop() {
      let call = network.calls[Int(position)]
      let stop = call.stop
      guard stops[stop].isOpen != 0 else { continue }
      if position >= starts[slot + 1] {
        slot = starts.first(atLeast: Int(position) + 1, in: (slot + 1)..<slots.upperBound) - 1
        refused.removeAll(keepingCapacity: true)
      }
      if call.canAlight,
        Self.isBoarded(
          Int(call.trip), before: position, calls.lowerBound, network, stops.span, &boardings)
      {
        var hasChangedAtOnce = false
        visitor.setOut(stop, network.instants[slot], &steps, &stops) { _ in hasChangedAtOnce = true
        }
        if hasChangedAtOnce {
          for position in refused { nextCalls.push(position) }
          refused.removeAll(keepingCapacity: true)
        }
      } else {
        refused.append(position)
        // Who is asked again has had the next one put in line.
        let next = cursors[stop] + 1
        if positions[next - 1] == position, next < network.callsAtStop[stop].upperBound,
          Int(positions[next]) < calls.upperBound
        {
          nextCalls.push(positions[next])
          cursors[stop] = next
        }
      }
    }
  }

  /// Whether a trip is boarded before one of its calls, in which case that is noted.
  /// - Parameter first: calls before this one have been visited.
  private static func isBoarded(
    _ trip: Int, before end: Int32, _ first: Int, _ network: ScanNetwork,
    _ stops: Span<SingleScan.Stop>, _ boardings: inout [Int32]
  ) -> Bool {
    if boardings[trip] < end { return true }
    for index in network.callsOfTrip[trip] {
      let position = network.callsOfTrip.positions[index]
      guard position < end else { break }
      let call = network.calls[Int(position)]
      guard Int(position) >= first, call.canBoard else { continue }
      let slot = network.instant(at: stops[call.stop].ready)
      if network.instantStarts[slot] <= position {
        boardings[trip] = position
        return true
      }
    }
    return false
  }
}
