/// The memory of a window scan, and its pass over the instants of a window.
///
/// Branches that nobody can foresee cost more than the work behind them: where it can be, numbers
/// are compared and written without any, and what has to be done is collected in a list first.
struct ScanPass: Sendable {
  /// What is known of a stop: numbers of departures, from the first on.
  struct Stop: Sendable {
    /// Those that can board now.
    var ready: UInt16 = 0
    /// Those that have alighted.
    var out: UInt16 = 0
  }

  /// The most departures that were ever promised to be ready at a stop, and from which slot on.
  struct Best: Sendable {
    var slot: Int32 = 1 << 30
    var count: Int32 = 0
  }

  /// From a slot on so many departures are ready at a stop.
  struct Promise: Sendable {
    var stop: Int32 = 0
    var count: Int32 = 0
    /// Those of a slot stand in blocks, so that they are read in one go.
    static let blockLength = 16
  }

  /// The first `stepCount` are those of the last run.
  private(set) var steps: [WindowScan.Step] = []
  private(set) var stepCount = 0
  private var stops: [Stop] = []
  private var best: [Best] = []
  /// Stops at which somebody alighted in the second that is visited, and how many had before.
  private var hits: [Int32] = []
  private var known: [UInt16] = []
  /// How many departures are aboard each trip.
  private var aboard: [UInt16] = []
  private var promises: [Promise] = []
  /// For each slot its promises.
  private var heads: [Int32] = []
  private var walkers = ScanWalkers()

  mutating func run(_ network: ScanNetwork, _ query: ScanQuery) {
    let slots = ScanSlots(network, query)
    stops.fill(Stop(), count: network.stopCount)
    best.fill(Best(), count: network.stopCount)
    known.fill(0, count: network.stopCount)
    hits.fill(0, count: network.mostCallsAtOnce)
    aboard.fill(0, count: network.trips.count)
    heads.fill(0, count: slots.count + 1)
    // Moved to locals: several spans cannot borrow one `self`, and locals are faster.
    var (steps, stops, best) = (taken(&self.steps), taken(&self.stops), taken(&self.best))
    var (hits, known, aboard) = (taken(&self.hits), taken(&self.known), taken(&self.aboard))
    var (promises, heads) = (taken(&self.promises), taken(&self.heads))
    if let walks = network.walks { walkers.reset(walks, seconds: slots.bySecond.count) }
    stepCount = Visitor(network, query, slots).run(
      &steps, &promises, &stops, &best, &hits, &known, &aboard, &heads, &walkers)
    (self.steps, self.stops, self.best) = (steps, stops, best)
    (self.hits, self.known, self.aboard) = (hits, known, aboard)
    (self.promises, self.heads) = (promises, heads)
  }
}

/// The instants of a window, counted from its first one.
struct ScanSlots {
  /// Positions in `ScanNetwork.instants`.
  let instants: Range<Int>
  /// For each second of the window the slot from which on is true what begins then; `count` after
  /// the last one.
  let bySecond: [Int32]
  let firstSecond: Int32

  var count: Int { instants.count }

  init(_ network: ScanNetwork, _ query: ScanQuery) {
    let first = network.instant(at: query.first)
    let end = network.instant(at: query.end)
    instants = first..<end
    firstSecond = query.first
    let last = first < end ? network.instants[end - 1] : query.first
    bySecond = (0...max(0, last &- query.first &+ 1)).map { offset in
      Int32(min(network.instant(at: query.first &+ offset), end) - first)
    }
  }
}

private struct Visitor {
  let network: ScanNetwork
  let query: ScanQuery
  let slots: ScanSlots

  init(_ network: ScanNetwork, _ query: ScanQuery, _ slots: ScanSlots) {
    (self.network, self.query, self.slots) = (network, query, slots)
  }

  /// - Returns: the number of steps.
  func run(
    _ steps: inout [WindowScan.Step], _ promises: inout [ScanPass.Promise],
    _ stopStore: inout [ScanPass.Stop], _ bestStore: inout [ScanPass.Best],
    _ hitStore: inout [Int32], _ knownStore: inout [UInt16], _ aboardStore: inout [UInt16],
    _ headStore: inout [Int32], _ walkers: inout ScanWalkers
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
    let (slack, width, firstSecond) = (query.slack, query.width, slots.firstSecond)
    var before: [UInt16] = []
    var (stepCount, promiseCount) = (0, 0)
    var seed = 0
    var closed = 0
    var open = network.lastAlightings.count
    for slot in 0..<slots.count {
      let instant = slots.instants.lowerBound + slot
      let second = network.instants[instant]
      while seed < query.departures.count, query.departures[seed] <= second {
        promises.makeRoom(
          for: promiseCount + query.access.count * ScanPass.Promise.blockLength, ScanPass.Promise())
        var promises = promises.mutableSpan
        for walk in query.access {
          let offset = Int(query.departures[seed] &- slots.firstSecond &+ walk.seconds)
          Self.promise(
            walk.stop.raw, UInt16(seed + 1), slotAt[min(offset, slotAt.count - 1)], &promises,
            &promiseCount, &best, &heads)
        }
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
          Self.welcome(
            &walkers, slotAt, slack, &promises, &promiseCount, &best, &heads)
        }
        Self.drain(&heads[slot], promises.span, &stops)
        let found = Self.visit(calls, range, &hits, &stops, &aboard, network)
        steps.makeRoom(for: stepCount + found, WindowScan.Step())
        promises.makeRoom(
          for: promiseCount + 2 * found * gaining.count + slots.count
            * ScanPass.Promise.blockLength,
          ScanPass.Promise())
        do {
          var steps = steps.mutableSpan
          var promises = promises.mutableSpan
          for hit in 0..<found {
            let stop = Int(hits[hit])
            let (first, count) = (known[stop], stops[stop].out)
            guard first < count else { continue }
            known[stop] = count
            if count == width { open -= 1 }
            steps[stepCount] = .init(
              stop: Int32(truncatingIfNeeded: stop), second: second, first: first, end: count)
            stepCount &+= 1
            Self.change(
              edges, Int(edgeStarts[stop])..<Int(edgeStarts[stop &+ 1]), slotAt,
              Int(second &+ slack &- firstSecond), count, &gaining, &promises, &promiseCount,
              &best, &heads)
            if let walks = network.walks {
              walkers.start(walks, from: stop, count, offset: second &- firstSecond)
            }
          }
        }
        // Who changes in no time may board in the same second: it is visited until it settles. Each
        // time begins with who was aboard before it, for a trip boarded at its third call of the
        // second cannot be left at the second one.
        guard mayFeedItself else { break }
        if let walks = network.walks {
          walkers.advance(walks, until: second &- firstSecond)
          Self.welcome(&walkers, slotAt, slack, &promises, &promiseCount, &best, &heads)
        }
        guard heads[slot] > 0 else { break }
        for (offset, call) in range.enumerated() { aboard[Int(calls[call].trip)] = before[offset] }
      } while true
      while closed < network.lastAlightings.count, network.lastAlightings[closed].second <= second {
        if stops[Int(network.lastAlightings[closed].stop)].out < query.width { open -= 1 }
        closed += 1
      }
      if open == 0 { break }
    }
    return stepCount
  }

  /// Alights and boards at calls of one second.
  ///
  /// - Returns: the number of hits.
  @inline(__always)
  private static func visit(
    _ calls: Span<ScanCall>, _ range: Range<Int>, _ hits: inout MutableSpan<Int32>,
    _ stops: inout MutableSpan<ScanPass.Stop>, _ aboard: inout MutableSpan<UInt16>,
    _ network: ScanNetwork
  ) -> Int {
    var found = 0
    for index in range {
      let call = calls[index]
      let (stop, trip) = (call.stop, Int(call.trip))
      let count = aboard[trip]
      let state = stops[stop]
      let out = larger(state.out, count & call.alightMask)
      hits[found] = Int32(truncatingIfNeeded: stop)
      found &+= isLess(state.out, out)
      stops[stop].out = out
      aboard[trip] = larger(count, state.ready & call.boardMask)
      if call.handsOn { handOn(trip, count, &aboard, network) }
    }
    return found
  }

  /// Passengers stay seated.
  @inline(never)
  private static func handOn(
    _ trip: Int, _ count: UInt16, _ aboard: inout MutableSpan<UInt16>, _ network: ScanNetwork
  ) {
    for position in network.continuations.range(trip) {
      let next = Int(network.continuations.trips[position])
      aboard[next] = max(aboard[next], count)
    }
  }

  /// The changes to other vehicles that the feeds state.
  @inline(__always)
  private static func change(
    _ edges: Span<TransferTable.Edge>, _ range: Range<Int>, _ slotAt: Span<Int32>, _ base: Int,
    _ count: UInt16, _ gaining: inout MutableSpan<Int32>,
    _ promises: inout MutableSpan<ScanPass.Promise>, _ promiseCount: inout Int,
    _ best: inout MutableSpan<ScanPass.Best>, _ heads: inout MutableSpan<Int32>
  ) {
    let lastOffset = slotAt.count &- 1
    var found = 0
    for index in range {
      let edge = edges[index]
      let slot = slotAt[min(base &+ Int(edge.seconds), lastOffset)]
      let best = best[edge.to.position]
      // Not promised by then, or not so many.
      let gains = (slot &- best.slot) | (best.count &- Int32(count))
      gaining[found] = Int32(truncatingIfNeeded: index)
      found &+= Int(truncatingIfNeeded: UInt32(bitPattern: gains) >> 31)
    }
    for position in 0..<found {
      let edge = edges[Int(gaining[position])]
      let slot = slotAt[min(base &+ Int(edge.seconds), lastOffset)]
      promise(edge.to.raw, count, slot, &promises, &promiseCount, &best, &heads)
    }
  }

  /// Those who come to stops on foot.
  private static func welcome(
    _ walkers: inout ScanWalkers, _ slotAt: Span<Int32>, _ slack: Int32,
    _ promises: inout [ScanPass.Promise], _ promiseCount: inout Int,
    _ best: inout MutableSpan<ScanPass.Best>, _ heads: inout MutableSpan<Int32>
  ) {
    promises.makeRoom(
      for: promiseCount + walkers.arrivals.count * ScanPass.Promise.blockLength,
      ScanPass.Promise())
    var promises = promises.mutableSpan
    for arrival in walkers.arrivals {
      let slot = slotAt[min(Int(arrival.offset &+ slack), slotAt.count &- 1)]
      let known = best[Int(arrival.stop)]
      if known.slot <= slot, known.count >= Int32(arrival.count) { continue }
      promise(arrival.stop, arrival.count, slot, &promises, &promiseCount, &best, &heads)
    }
    walkers.arrivals.removeAll(keepingCapacity: true)
  }

  /// From a slot on so many departures are ready at a stop.
  @inline(__always)
  private static func promise(
    _ stop: Int32, _ count: UInt16, _ slot: Int32, _ promises: inout MutableSpan<ScanPass.Promise>,
    _ promiseCount: inout Int, _ best: inout MutableSpan<ScanPass.Best>,
    _ heads: inout MutableSpan<Int32>
  ) {
    if Int32(count) >= best[Int(stop)].count {
      best[Int(stop)] = ScanPass.Best(slot: slot, count: Int32(count))
    }
    var position = Int(heads[Int(slot)])
    if position % ScanPass.Promise.blockLength == 0 {
      // A new block begins with where the one before it ends.
      promises[promiseCount] = ScanPass.Promise(stop: heads[Int(slot)], count: 0)
      position = promiseCount &+ 1
      promiseCount &+= ScanPass.Promise.blockLength
    }
    promises[position] = ScanPass.Promise(stop: stop, count: Int32(count))
    heads[Int(slot)] = Int32(truncatingIfNeeded: position &+ 1)
  }

  /// Keeps the promises for a slot.
  @inline(__always)
  private static func drain(
    _ head: inout Int32, _ promises: Span<ScanPass.Promise>,
    _ stops: inout MutableSpan<ScanPass.Stop>
  ) {
    var end = Int(head)
    head = 0
    while end > 0 {
      let start = (end &- 1) & ~(ScanPass.Promise.blockLength &- 1)
      for position in (start &+ 1)..<end {
        let promise = promises[position]
        stops[Int(promise.stop)].ready = larger(
          stops[Int(promise.stop)].ready, UInt16(truncatingIfNeeded: promise.count))
      }
      end = Int(promises[start].stop)
    }
  }
}

/// The larger one, without a branch: compilers turn `max` into one that is often guessed wrong.
@inline(__always)
private func larger(_ a: UInt16, _ b: UInt16) -> UInt16 {
  let isSmaller = UInt16(truncatingIfNeeded: (Int64(a) &- Int64(b)) >> 40)
  return a ^ ((a ^ b) & isSmaller)
}

/// 1 or 0, without a branch.
@inline(__always)
private func isLess(_ a: UInt16, _ b: UInt16) -> Int {
  Int(truncatingIfNeeded: UInt32(bitPattern: Int32(a) &- Int32(b)) >> 31)
}

/// Moves an array out of a place and leaves an empty one.
@inline(__always)
private func taken<Element>(_ array: inout [Element]) -> [Element] {
  var empty: [Element] = []
  swap(&empty, &array)
  return empty
}

/// What is asked of a scan.
struct ScanQuery {
  var departures: [Int32]
  var access: [StopWalk]
  var slack: Int32
  var first: Int32
  var end: Int32
  var width: UInt16
}
