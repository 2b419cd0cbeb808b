/// A window scan for one departure of one origin, without walks along streets and stays in seats: a
/// stop has a second in place of numbers of departures, and nothing is promised for later.
///
/// Every call is visited until few stops are open, which is a connection scan. Then the next call at
/// each of these is asked whether its trip can have been boarded, which is far less work than to
/// follow all vehicles of a day for a few stops that are served late.
struct SingleScan: Sendable {
  struct Stop: Sendable {
    /// From this second on a vehicle can be boarded.
    var ready = SingleScan.never
    /// All ones until somebody has alighted.
    var openMask: Int32 = -1
  }

  private(set) var steps: [WindowScan.Step] = []
  private var stops: [Stop] = []
  /// For each trip the position of the call it was boarded at; `Int32.max` where it was not.
  private var boardings: [Int32] = []
  /// For each stop the position of the last call that was visited.
  private var visits: [Int32] = []
  /// Calls of the second that is visited which somebody has come to after the visit.
  private var missed: [Range<Int>] = []
  private var tail = SingleTail()

  /// Later than all calls, and so little that no difference of seconds overflows.
  static let never: Int32 = 1 << 30

  static func serves(_ network: ScanNetwork) -> Bool {
    network.walks == nil && network.continuations.isEmpty
      && network.firstSecond > -never && network.instants.last ?? 0 < never
  }

  mutating func run(_ network: ScanNetwork, _ query: ScanQuery) {
    steps.removeAll(keepingCapacity: true)
    stops.fill(Stop(), count: network.stopCount)
    boardings.fill(.max, count: network.trips.count)
    for walk in query.starts[0].access {
      let second = query.departures[0].addingSaturated(walk.seconds)
      stops[walk.stop.position].ready = min(stops[walk.stop.position].ready, second)
    }
    visits.fill(-1, count: network.stopCount)
    let slots = ScanWindow(network, query).slots
    let visitor = SingleVisitor(network: network, slack: query.slack)
    guard !slots.isEmpty else { return }
    let served = network.lastAlightings(from: network.instants[slots.lowerBound])
    // Every step closes a stop.
    let enough = served.count - served.count / query.singleTailShare
    var slot = slots.lowerBound
    while slot < slots.upperBound, steps.count < enough {
      visitor.visit(slot, &steps, &stops, &boardings, &visits, &missed)
      slot += 1
    }
    if slot < slots.upperBound, steps.count < served.count {
      tail.run(visitor, slot..<slots.upperBound, served, &steps, &stops, &boardings)
    }
  }
}
