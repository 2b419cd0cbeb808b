/// What one more ride reaches, and the changes after it.
struct JourneyRound {
  /// How a label came to be: calls (positions in `Timetable.stopEvents`) in search order, and the
  /// trip (position in `ScanNetwork.trips`).
  struct Parent {
    var enter: Int32 = -1
    var exit: Int32 = -1
    var trip: Int32 = -1
  }

  private(set) var arrivals: [Int32]
  private(set) var parents: [Parent]
  private(set) var ready: [Int32]
  /// The stop of alighting from which a change made the stop ready; -1 for access.
  private(set) var changedFrom: [Int32]
  /// Where each trip was entered, and from which trip passengers stayed seated in it; -1 for
  /// none. Only where trips are continued.
  private(set) var entered: [Int32] = []
  private(set) var seatedFrom: [Int32] = []

  init(_ count: Int) {
    arrivals = Array(repeating: WindowScan.unreachable, count: count)
    parents = Array(repeating: Parent(), count: count)
    ready = arrivals
    changedFrom = Array(repeating: -1, count: count)
  }

  mutating func makeReady(_ stop: Int, at second: Int32) {
    ready[stop] = min(ready[stop], second)
  }

  /// Boards with what the round before made ready, and visits the calls from a second on in order: the
  /// first alighting at a stop is the earliest.
  mutating func ride(
    _ network: ScanNetwork, _ timetable: Timetable, after previous: JourneyRound,
    from begin: Int32, before limit: Int32
  ) {
    var (entered, seatedFrom) = ([Int32](repeating: -1, count: network.trips.count), [Int32]())
    if !network.continuations.isEmpty { seatedFrom = entered }
    // Moved to locals: spans and other members cannot borrow one `self` at once.
    var (reached, parents) = ([Int32](), [Parent]())
    swap(&reached, &self.arrivals)
    swap(&parents, &self.parents)
    let ready = previous.ready.span
    let (calls, callEvents) = (network.calls.span, network.callEvents.span)
    let (instants, starts) = (network.instants.span, network.instantStarts.span)
    var arrivals = reached.mutableSpan
    var aboard = entered.mutableSpan
    for instant in network.instant(at: begin)..<instants.count {
      let second = instants[instant]
      if second >= limit { break }
      for index in Int(starts[instant])..<Int(starts[instant + 1]) {
        let call = calls[index]
        let trip = Int(call.trip)
        if aboard[trip] < 0 {
          if call.canBoard, ready[call.stop] <= second { aboard[trip] = callEvents[index] }
        } else if call.canAlight, second < arrivals[call.stop] {
          arrivals[call.stop] = second
          parents[call.stop] = .init(
            enter: aboard[trip], exit: callEvents[index], trip: call.trip)
        }
        guard call.handsOn, aboard[trip] >= 0 else { continue }
        for position in network.continuations.range(trip) {
          let next = Int(network.continuations.trips[position])
          guard aboard[next] < 0 else { continue }
          aboard[next] = timetable.ends(ofRaw: network.trips[next], network.direction).first
          seatedFrom[next] = call.trip
        }
      }
    }
    (self.arrivals, self.parents) = (reached, parents)
    if !network.continuations.isEmpty { (self.entered, self.seatedFrom) = (entered, seatedFrom) }
  }

  /// Changes from every stop that was alighted at earlier than after fewer rides: by transfers, and
  /// along streets. Who is nowhere earlier gets nowhere earlier either.
  ///
  /// - Parameters:
  ///   - best: the earliest arrivals of the rounds before; takes those of this one.
  ///   - walks: of the rounds before.
  /// - Returns: whether there is any such stop.
  mutating func change(
    _ network: ScanNetwork, slack: Int32, before limit: Int32, best: inout [Int32],
    walks: inout JourneyWalks
  ) -> Bool {
    var improved = [Int32](repeating: WindowScan.unreachable, count: arrivals.count)
    var isAny = false
    for stop in arrivals.indices where arrivals[stop] < best[stop] {
      best[stop] = arrivals[stop]
      improved[stop] = arrivals[stop]
      isAny = true
      guard arrivals[stop] < limit else { continue }
      for edge in network.transfers.leaving(StopIndex(stop)) {
        change(from: stop, to: edge.to.position, at: arrivals[stop] + edge.seconds + slack)
      }
    }
    guard isAny, let graph = network.walks else { return isAny }
    walks.forEach(graph, from: improved, before: limit) { stop, source, second in
      change(from: source, to: stop, at: second + slack)
    }
    return isAny
  }

  private mutating func change(from stop: Int, to next: Int, at second: Int32) {
    guard second < ready[next] else { return }
    ready[next] = second
    changedFrom[next] = Int32(stop)
  }
}

extension Timetable {
  /// The first and the last call of a trip in search direction.
  func ends(ofRaw trip: Int32, _ direction: SearchDirection) -> (first: Int32, last: Int32) {
    let (start, end) = (tripStarts[Int(trip)], tripStarts[Int(trip) + 1] - 1)
    return direction == .forward ? (start, end) : (end, start)
  }
}
