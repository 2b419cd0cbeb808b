/// The memory of a window scan.
struct ScanPass<Counts: DepartureCounts>: Sendable {
  /// What is known of a stop: numbers of departures, from the first on.
  struct Stop: Sendable {
    /// Those that can board now.
    var ready = Counts.none
    /// Those that have alighted.
    var out = Counts.none
  }

  /// So many departures were promised to be ready at a stop from a second on, counted from the
  /// network's first instant.
  struct Best: Sendable {
    var offset: Int32 = 1 << 30
    var counts = Counts.none
  }

  /// From a slot on so many departures are ready at a stop.
  struct Promise: Sendable {
    var counts = Counts.none
    var stop: Int32 = 0
    /// Those of a slot stand in blocks, so that they are read in one go.
    static var blockLength: Int { 16 }
  }

  /// Which blocks of promises are taken; those that are kept are used again, or the memory would
  /// not stay in the processor's cache.
  struct PromiseRoom {
    /// From here on nothing has been used.
    private(set) var used = 0
    /// The last block that was given back; each one names the one before it.
    private var free: Int32 = -1
    /// The last slot that was promised anything.
    private(set) var lastSlot: Int32 = -1

    @inline(__always)
    mutating func take(_ promises: Span<Promise>, for slot: Int32) -> Int {
      lastSlot = max(lastSlot, slot)
      if free >= 0 {
        let block = Int(free)
        free = promises[block].stop
        return block
      }
      used &+= Promise.blockLength
      return used &- Promise.blockLength
    }

    @inline(__always)
    mutating func giveBack(_ block: Int, _ promises: inout MutableSpan<Promise>) {
      promises[block].stop = free
      free = Int32(truncatingIfNeeded: block)
    }
  }

  /// Some departures, one after the other in each lane, that are out at a stop at one time.
  struct Step: Sendable {
    var first = Counts.none
    var end = Counts.none
    var stop: Int32 = 0
    var second: Int32 = 0
  }

  /// The first `stepCount` are those of the last run.
  private var steps: [Step] = []
  private var stepCount = 0
  private var stops: [Stop] = []
  private var best: [Best] = []
  /// Stops at which somebody alighted in the second that is visited, and how many had before.
  private var hits: [Int32] = []
  private var known: [Counts] = []
  /// How many departures are aboard each trip.
  private var aboard: [Counts] = []
  private var promises: [Promise] = []
  /// For each slot its promises; 0, which is none, between runs.
  private var heads: [Int32] = []
  private var walkers = ScanWalkers<Counts>()

  mutating func run(_ network: ScanNetwork, _ query: ScanQuery) {
    let window = ScanWindow(network, query)
    stops.fill(Stop(), count: network.stopCount)
    best.fill(Best(), count: network.stopCount)
    known.fill(.none, count: network.stopCount)
    hits.fill(0, count: network.mostCallsAtOnce)
    aboard.fill(.none, count: network.trips.count)
    if heads.count != network.instants.count + 1 {
      heads.fill(0, count: network.instants.count + 1)
    }
    // Moved to locals: several spans cannot borrow one `self`, and locals are faster.
    var (steps, stops, best) = (taken(&self.steps), taken(&self.stops), taken(&self.best))
    var (hits, known, aboard) = (taken(&self.hits), taken(&self.known), taken(&self.aboard))
    var (promises, heads) = (taken(&self.promises), taken(&self.heads))
    if let walks = network.walks { walkers.reset(walks, seconds: window.secondCount) }
    stepCount = ScanVisitor<Counts>(network, query, window).run(
      &steps, &promises, &stops, &best, &hits, &known, &aboard, &heads, &walkers)
    (self.steps, self.stops, self.best) = (steps, stops, best)
    (self.hits, self.known, self.aboard) = (hits, known, aboard)
    (self.promises, self.heads) = (promises, heads)
  }

  /// Appends the steps of one lane.
  func take(_ laneSteps: inout [WindowScan.Step], _ lane: Int) {
    laneSteps.reserveCapacity(stepCount)
    for position in 0..<stepCount {
      let step = steps[position]
      guard step.first[lane] < step.end[lane] else { continue }
      laneSteps.append(
        WindowScan.Step(
          stop: step.stop, second: step.second, first: Int16(step.first[lane]),
          end: Int16(step.end[lane])))
    }
  }
}
