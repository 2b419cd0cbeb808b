/// The pass of a window scan over the instants of its window.
///
/// Branches that nobody can foresee cost more than the work behind them: where it can be, numbers
/// are compared and written without any, and what has to be done is collected in a list first.
struct ScanVisitor<Counts: DepartureCounts> {
  typealias Pass = ScanPass<Counts>

  let network: ScanNetwork
  let query: ScanQuery
  let slots: ScanSlots

  init(_ network: ScanNetwork, _ query: ScanQuery, _ slots: ScanSlots) {
    (self.network, self.query, self.slots) = (network, query, slots)
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
    let slotAt = slots.bySecond.span
    var gainingStore = [Int32](repeating: 0, count: network.transfers.mostLeaving)
    var gaining = gainingStore.mutableSpan
    let mayFeedItself = query.slack == 0 && network.hasInstantChanges
    let (slack, firstSecond, countsRides) = (query.slack, slots.firstSecond, query.countsRides)
    let everybody = Self.everybody(query)
    let lanes = Counts.none.maskOfLess(everybody)
    var before: [Counts] = []
    var stepCount = 0
    var room = Pass.PromiseRoom()
    var seed = 0
    var closed = 0
    var open = network.lastAlightings.count
    var tail: ScanTail?
    var tailCalls: [ScanCall] = []
    var lastLook = Int.max
    for slot in 0..<slots.count {
      let instant = slots.instants.lowerBound + slot
      let second = network.instants[instant]
      while seed < query.departures.count, query.departures[seed] <= second {
        set(seed, slotAt, &promises, &room, &best, &heads)
        seed += 1
      }
      let all = Int(network.instantStarts[instant])..<Int(network.instantStarts[instant + 1])
      let range = tail?.range(in: all) ?? all
      if mayFeedItself {
        before.removeAll(keepingCapacity: true)
        for call in range {
          let trip = tail == nil ? allCalls[call].trip : tailCalls[call].trip
          before.append(aboard[Int(trip)])
        }
      }
      repeat {
        if let walks = network.walks {
          walkers.advance(walks, until: second &- firstSecond)
          Self.welcome(&walkers, slotAt, slack, &promises, &room, &best, &heads)
        }
        Self.drain(&heads[slot], &promises, &room, &stops)
        let found =
          tail == nil
          ? Self.visit(allCalls, range, &hits, &stops, &aboard, network)
          : Self.visit(tailCalls.span, range, &hits, &stops, &aboard, network)
        steps.makeRoom(for: stepCount + found, Pass.Step())
        promises.makeRoom(
          for: room.used + 2 * found * gaining.count + slots.count * Pass.Promise.blockLength,
          Pass.Promise())
        do {
          var steps = steps.mutableSpan
          var promises = promises.mutableSpan
          for hit in 0..<found {
            let stop = Int(hits[hit])
            let (first, counts) = (known[stop], stops[stop].out)
            guard first.isLess(counts) == 1 else { continue }
            known[stop] = counts
            if counts == everybody { open -= 1 }
            steps[stepCount] = .init(
              first: first, end: counts, stop: Int32(truncatingIfNeeded: stop), second: second)
            stepCount &+= 1
            let changing =
              countsRides ? counts.afterChange().chosen(where: lanes, else: .none) : counts
            Self.change(
              edges, Int(edgeStarts[stop])..<Int(edgeStarts[stop &+ 1]), slotAt,
              Int(second &+ slack &- firstSecond), changing, &gaining, &promises, &room,
              &best, &heads)
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
          Self.welcome(&walkers, slotAt, slack, &promises, &room, &best, &heads)
        }
        guard heads[slot] > 0 else { break }
        for (offset, call) in range.enumerated() {
          let trip = tail == nil ? allCalls[call].trip : tailCalls[call].trip
          aboard[Int(trip)] = before[offset]
        }
      } while true
      while closed < network.lastAlightings.count, network.lastAlightings[closed].second <= second {
        if stops[Int(network.lastAlightings[closed].stop)].out != everybody { open -= 1 }
        closed += 1
      }
      if open == 0 { break }
      if seed == query.departures.count,
        ScanTail.isWorthwhile(
          open: open, of: stops.count, share: query.tailShare, lastLook: lastLook)
      {
        lastLook = open
        let left = network.lastAlightings[closed...].map(\.stop).filter {
          stops[Int($0)].out != everybody
        }
        if let found = ScanTail(network, stops: left, from: all.upperBound) {
          (tail, tailCalls) = (found, found.calls)
        }
      }
    }
    return stepCount
  }

  private static func everybody(_ query: ScanQuery) -> Counts {
    var everybody = Counts.none
    for lane in query.starts.flatMap(\.lanes) { everybody[lane] = query.departures.count }
    return everybody
  }

  /// Alights and boards at calls of one second.
  ///
  /// - Returns: the number of hits.
  @inline(__always)
  private static func visit(
    _ calls: Span<ScanCall>, _ range: Range<Int>, _ hits: inout MutableSpan<Int32>,
    _ stops: inout MutableSpan<Pass.Stop>, _ aboard: inout MutableSpan<Counts>,
    _ network: ScanNetwork
  ) -> Int {
    var found = 0
    for index in range {
      let call = calls[index]
      let (stop, trip) = (call.stop, Int(call.trip))
      let counts = aboard[trip]
      let state = stops[stop]
      let out = state.out.larger(counts.masked(call.alightMask))
      hits[found] = Int32(truncatingIfNeeded: stop)
      found &+= state.out.isLess(out)
      stops[stop].out = out
      aboard[trip] = counts.larger(state.ready.masked(call.boardMask))
      if call.handsOn { handOn(trip, counts, &aboard, network) }
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
