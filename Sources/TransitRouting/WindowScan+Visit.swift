/// The pass of a window scan over the instants of its window.
///
/// Branches that nobody can foresee cost more than the work behind them: where it can be, numbers
/// are compared and written without any, and what has to be done is collected in a list first.
struct ScanVisitor<Counts: DepartureCounts> {
  typealias Pass = ScanPass<Counts>

  let network: ScanNetwork
  let query: ScanQuery
  let window: ScanWindow

  init(_ network: ScanNetwork, _ query: ScanQuery, _ window: ScanWindow) {
    (self.network, self.query, self.window) = (network, query, window)
  }

  /// - Returns: the number of steps.
  func run(
    _ steps: inout [Pass.Step], _ promises: inout [Pass.Promise], _ stopStore: inout [Pass.Stop],
    _ bestStore: inout [Pass.Best], _ hitStore: inout [Int32], _ knownStore: inout [Counts],
    _ aboardStore: inout [Counts], _ headStore: inout [Int32], _ walkers: inout ScanWalkers<Counts>
  ) -> Int {
    var stops = stopStore.mutableSpan
    var best = bestStore.mutableSpan
    var hits = hitStore.mutableSpan
    var known = knownStore.mutableSpan
    var aboard = aboardStore.mutableSpan
    var heads = headStore.mutableSpan
    // Views of arrays that are passed on: whoever reads an array of a struct retains it first.
    let allCalls = network.calls.span
    let edges = network.transfers.edges.span
    let edgeStarts = network.transfers.starts.span
    let slotAt = network.instantAtOrAfter.span
    var gainingStore = [Int32](repeating: 0, count: network.transfers.mostLeaving)
    var gaining = gainingStore.mutableSpan
    let mayFeedItself = query.slack == 0 && network.hasInstantChanges
    let (slack, firstSecond, countsRides) = (query.slack, window.firstSecond, query.countsRides)
    let everybody = Self.everybody(query)
    let lanes = Counts.none.maskOfLess(everybody)
    var before: [Counts] = []
    var stepCount = 0
    var room = Pass.PromiseRoom()
    var seed = 0
    var access = query.starts.map { start in
      start.access.map { AccessWalk($0, from: window.firstSecond, network) }
    }
    var course = ScanCourse(network, query, window)
    // Up to here promises have been kept.
    var kept = course.slot
    while !course.isOver {
      let (slot, range) = (course.slot, course.range)
      let second = network.instants[slot]
      while seed < query.departures.count, query.departures[seed] <= second {
        set(seed, &access, &promises, &room, &best, &heads)
        seed += 1
      }
      if mayFeedItself {
        before.removeAll(keepingCapacity: true)
        for call in range {
          let trip = course.isTail ? course.tailCalls[call].trip : allCalls[call].trip
          before.append(aboard[Int(trip)])
        }
      }
      repeat {
        if let walks = network.walks {
          walkers.advance(walks, until: second &- firstSecond)
          welcome(&walkers, &promises, &room, &best, &heads)
        }
        for passed in kept...max(kept, min(slot, Int(room.lastSlot))) {
          Self.drain(&heads[passed], &promises, &room, &stops)
        }
        kept = slot
        let found =
          course.isTail
          ? Self.visit(course.tailCalls.span, range, &hits, &stops, &aboard, network)
          : Self.visit(allCalls, range, &hits, &stops, &aboard, network)
        steps.makeRoom(for: stepCount + found, Pass.Step())
        promises.makeRoom(
          for: room.used + found * gaining.count * Pass.Promise.blockLength, Pass.Promise())
        do {
          var steps = steps.mutableSpan
          var promises = promises.mutableSpan
          for hit in 0..<found {
            let stop = Int(hits[hit])
            let (first, counts) = (known[stop], stops[stop].out)
            guard first.isLess(counts) == 1 else { continue }
            known[stop] = counts
            if counts == everybody { course.close(stop) }
            steps[stepCount] = .init(
              first: first, end: counts, stop: Int32(truncatingIfNeeded: stop), second: second)
            stepCount &+= 1
            let changing =
              countsRides ? counts.afterChange().chosen(where: lanes, else: .none) : counts
            Self.change(
              edges, Int(edgeStarts[stop])..<Int(edgeStarts[stop &+ 1]), slotAt,
              Int(second) &- Int(network.firstSecond) &+ Int(slack), changing, &gaining, &promises,
              &room, &best, &heads)
            if let walks = network.walks {
              walkers.start(walks, from: stop, changing, offset: second &- firstSecond)
            }
          }
        }
        // Who changes in no time may board in the same second: it is visited until it settles. Each
        // time begins with who was aboard before it, for a trip boarded at its third call of the
        // second cannot be left at the second one.
        guard mayFeedItself else { break }
        if let walks = network.walks {
          walkers.advance(walks, until: second &- firstSecond)
          welcome(&walkers, &promises, &room, &best, &heads)
        }
        guard heads[slot] > 0 else { break }
        for (offset, call) in range.enumerated() {
          let trip = course.isTail ? course.tailCalls[call].trip : allCalls[call].trip
          aboard[Int(trip)] = before[offset]
        }
      } while true
      course.advance(
        network, allAreUnderWay: seed == query.departures.count, stops.span, everybody)
    }
    // What was promised for later than anybody looked.
    for slot in kept...max(kept, Int(room.lastSlot)) { heads[slot] = 0 }
    return stepCount
  }

  private static func everybody(_ query: ScanQuery) -> Counts {
    var everybody = Counts.none
    for lane in query.starts.flatMap(\.lanes) { everybody[lane] = query.departures.count }
    return everybody
  }

  /// Alights and boards at calls of one second. A function of its own, for within the pass there are
  /// too few registers for it.
  ///
  /// - Returns: the number of hits.
  @inline(never)
  private static func visit(
    _ calls: Span<ScanCall>, _ range: Range<Int>, _ hits: inout MutableSpan<Int32>,
    _ stops: inout MutableSpan<Pass.Stop>, _ aboard: inout MutableSpan<Counts>,
    _ network: ScanNetwork
  ) -> Int {
    network.continuations.isEmpty
      ? visit(calls, range, &hits, &stops, &aboard) { _, _, _ in }
      : visit(calls, range, &hits, &stops, &aboard) { call, counts, aboard in
        if call.handsOn { handOn(Int(call.trip), counts, &aboard, network) }
      }
  }

  /// Bounds are not checked, which was a third of a scan: a network has no call beyond its stops and
  /// trips, and room for the hits of all calls of a second.
  @inline(__always)
  private static func visit(
    _ calls: Span<ScanCall>, _ range: Range<Int>, _ hits: inout MutableSpan<Int32>,
    _ stops: inout MutableSpan<Pass.Stop>, _ aboard: inout MutableSpan<Counts>,
    handOn: (ScanCall, Counts, inout MutableSpan<Counts>) -> Void
  ) -> Int {
    var found = 0
    for index in range {
      let call = calls[unchecked: index]
      let (stop, trip) = (call.stop, Int(call.trip))
      let counts = aboard[unchecked: trip]
      let state = stops[unchecked: stop]
      let out = state.out.larger(counts.masked(call.alightMask))
      hits[unchecked: found] = Int32(truncatingIfNeeded: stop)
      found &+= state.out.isLess(out)
      stops[unchecked: stop].out = out
      aboard[unchecked: trip] = counts.larger(state.ready.masked(call.boardMask))
      handOn(call, counts, &aboard)
    }
    return found
  }

  /// Passengers stay seated.
  @inline(never)
  private static func handOn(
    _ trip: Int, _ counts: Counts, _ aboard: inout MutableSpan<Counts>, _ network: ScanNetwork
  ) {
    for position in network.continuations.range(trip) {
      let next = Int(network.continuations.trips[position])
      aboard[next] = aboard[next].larger(counts)
    }
  }
}
