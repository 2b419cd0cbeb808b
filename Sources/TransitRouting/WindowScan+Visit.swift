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
    let calls = network.calls.span
    let edges = network.transfers.edges.span
    let edgeStarts = network.transfers.starts.span
    let slotAt = slots.bySecond.span
    var gainingStore = [Int32](repeating: 0, count: network.transfers.mostLeaving)
    var gaining = gainingStore.mutableSpan
    let mayFeedItself = query.slack == 0 && network.hasInstantChanges
    let (slack, firstSecond, countsRides) = (query.slack, slots.firstSecond, query.countsRides)
    let all = Self.all(query)
    let lanes = Counts.none.maskOfLess(all)
    var before: [Counts] = []
    var stepCount = 0
    var room = Pass.PromiseRoom()
    var seed = 0
    var closed = 0
    var open = network.lastAlightings.count
    for slot in 0..<slots.count {
      let instant = slots.instants.lowerBound + slot
      let second = network.instants[instant]
      while seed < query.departures.count, query.departures[seed] <= second {
        set(seed, slotAt, &promises, &room, &best, &heads)
        seed += 1
      }
      let range = Int(network.instantStarts[instant])..<Int(network.instantStarts[instant + 1])
      if mayFeedItself {
        before.removeAll(keepingCapacity: true)
        for call in range { before.append(aboard[Int(calls[call].trip)]) }
      }
      repeat {
        if let walks = network.walks {
          walkers.advance(walks, until: second &- firstSecond)
          Self.welcome(&walkers, slotAt, slack, &promises, &room, &best, &heads)
        }
        Self.drain(&heads[slot], &promises, &room, &stops)
        let found = Self.visit(calls, range, &hits, &stops, &aboard, network)
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
            if counts == all { open -= 1 }
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
        for (offset, call) in range.enumerated() { aboard[Int(calls[call].trip)] = before[offset] }
      } while true
      while closed < network.lastAlightings.count, network.lastAlightings[closed].second <= second {
        if stops[Int(network.lastAlightings[closed].stop)].out != all { open -= 1 }
        closed += 1
      }
      if open == 0 { break }
    }
    return stepCount
  }

  /// Everybody.
  private static func all(_ query: ScanQuery) -> Counts {
    var all = Counts.none
    for lane in query.starts.flatMap(\.lanes) { all[lane] = query.departures.count }
    return all
  }

  /// The next departure begins to walk to the stops that are boarded first.
  private func set(
    _ seed: Int, _ slotAt: Span<Int32>, _ promises: inout [Pass.Promise],
    _ room: inout Pass.PromiseRoom, _ best: inout MutableSpan<Pass.Best>,
    _ heads: inout MutableSpan<Int32>
  ) {
    for start in query.starts {
      promises.makeRoom(
        for: room.used + start.access.count * Pass.Promise.blockLength, Pass.Promise())
      var promises = promises.mutableSpan
      var counts = Counts.none
      for lane in start.lanes { counts[lane] = seed + 1 }
      for walk in start.access {
        let offset = Int(query.departures[seed] &- slots.firstSecond &+ walk.seconds)
        Self.promise(
          walk.stop.raw, counts, slotAt[min(offset, slotAt.count - 1)], &promises, &room,
          &best, &heads)
      }
    }
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

  /// The changes to other vehicles that the feeds state.
  @inline(__always)
  private static func change(
    _ edges: Span<TransferTable.Edge>, _ range: Range<Int>, _ slotAt: Span<Int32>, _ base: Int,
    _ counts: Counts, _ gaining: inout MutableSpan<Int32>,
    _ promises: inout MutableSpan<Pass.Promise>, _ room: inout Pass.PromiseRoom,
    _ best: inout MutableSpan<Pass.Best>, _ heads: inout MutableSpan<Int32>
  ) {
    let lastOffset = slotAt.count &- 1
    var found = 0
    for index in range {
      let edge = edges[index]
      let slot = slotAt[min(base &+ Int(edge.seconds), lastOffset)]
      let best = best[edge.to.position]
      // Not promised by then, or not so many.
      let isEarlier = Int(UInt32(bitPattern: slot &- best.slot) >> 31)
      gaining[found] = Int32(truncatingIfNeeded: index)
      found &+= isEarlier | best.counts.isLess(counts)
    }
    for position in 0..<found {
      let edge = edges[Int(gaining[position])]
      let slot = slotAt[min(base &+ Int(edge.seconds), lastOffset)]
      promise(edge.to.raw, counts, slot, &promises, &room, &best, &heads)
    }
  }

  /// Those who come to stops on foot.
  private static func welcome(
    _ walkers: inout ScanWalkers<Counts>, _ slotAt: Span<Int32>, _ slack: Int32,
    _ promises: inout [Pass.Promise], _ room: inout Pass.PromiseRoom,
    _ best: inout MutableSpan<Pass.Best>, _ heads: inout MutableSpan<Int32>
  ) {
    promises.makeRoom(
      for: room.used + walkers.arrivals.count * Pass.Promise.blockLength, Pass.Promise())
    var promises = promises.mutableSpan
    for arrival in walkers.arrivals {
      let slot = slotAt[min(Int(arrival.offset &+ slack), slotAt.count &- 1)]
      let known = best[Int(arrival.stop)]
      if known.slot <= slot, known.counts.isLess(arrival.counts) == 0 { continue }
      promise(arrival.stop, arrival.counts, slot, &promises, &room, &best, &heads)
    }
    walkers.arrivals.removeAll(keepingCapacity: true)
  }

  /// From a slot on so many departures are ready at a stop.
  @inline(__always)
  private static func promise(
    _ stop: Int32, _ counts: Counts, _ slot: Int32, _ promises: inout MutableSpan<Pass.Promise>,
    _ room: inout Pass.PromiseRoom, _ best: inout MutableSpan<Pass.Best>,
    _ heads: inout MutableSpan<Int32>
  ) {
    let known = best[Int(stop)]
    // Lanes that had more keep it: by the later one of two slots both promises are kept.
    best[Int(stop)] = Pass.Best(
      counts: known.counts.larger(counts),
      slot: counts.isLess(known.counts) == 0 ? slot : max(slot, known.slot))
    var position = Int(heads[Int(slot)])
    if position % Pass.Promise.blockLength == 0 {
      // A new block begins with where the one before it ends.
      let block = room.take(promises.span)
      promises[block] = Pass.Promise(stop: heads[Int(slot)])
      position = block &+ 1
    }
    promises[position] = Pass.Promise(counts: counts, stop: stop)
    heads[Int(slot)] = Int32(truncatingIfNeeded: position &+ 1)
  }

  /// Keeps the promises for a slot.
  @inline(__always)
  private static func drain(
    _ head: inout Int32, _ promises: inout [Pass.Promise], _ room: inout Pass.PromiseRoom,
    _ stops: inout MutableSpan<Pass.Stop>
  ) {
    var end = Int(head)
    head = 0
    var promises = promises.mutableSpan
    while end > 0 {
      let start = (end &- 1) & ~(Pass.Promise.blockLength &- 1)
      for position in (start &+ 1)..<end {
        let promise = promises[position]
        stops[Int(promise.stop)].ready = stops[Int(promise.stop)].ready.larger(promise.counts)
      }
      end = Int(promises[start].stop)
      room.giveBack(start, &promises)
    }
  }
}
