/// Finds whole journeys: for each number of rides the best one, in rounds as RAPTOR does, over
/// the calls of a `ScanNetwork`. Round `r` boards with what round `r - 1` made ready.
///
/// Slower than `WindowScan` and independent of it: it keeps parents, and it is the check that
/// tests hold the window scan against.
public struct JourneySearch: Sendable {
  private let timetable: Timetable
  private let network: ScanNetwork
  private let slack: Int32

  /// - Parameter network: a scan network of the same timetable; its direction is the search's.
  public init(_ timetable: Timetable, _ network: ScanNetwork, transferSlackSeconds: Int = 0) {
    precondition(network.stopCount == timetable.stops.count, "network of another timetable")
    self.timetable = timetable
    self.network = network
    slack = Int32(clamping: transferSlackSeconds)
  }

  /// The Pareto set of time and rides, fewest rides first.
  ///
  /// - Parameters:
  ///   - seconds: the departure of a forward search, the latest arrival of a backward one.
  ///   - maximumSeconds: longer journeys are not looked for.
  /// - Returns: the journeys; the last one is the best in time. A journey on foot counts.
  public func journeys(
    _ ends: JourneyEnds, at seconds: Int, maximumSeconds: Int = 24 * 3600, maximumRides: Int = 8
  ) -> [Journey] {
    let isForward = network.direction == .forward
    let start = Int32(clamping: isForward ? seconds : -seconds)
    let first = isForward ? ends.access : ends.egress
    let last = isForward ? ends.egress : ends.access
    var rounds = [JourneyRound(network.stopCount)]
    for walk in first {
      let stop = walk.stop.position
      rounds[0].ready[stop] = min(rounds[0].ready[stop], start.addingSaturated(walk.seconds))
    }
    var found: [Journey] = []
    var best = start.addingSaturated(Int32(clamping: maximumSeconds)).addingSaturated(1)
    if let direct = ends.directSeconds, start.addingSaturated(Int32(clamping: direct)) < best {
      best = start + Int32(direct)
      found.append(onFoot(from: start, to: best))
    }
    for _ in 0..<maximumRides {
      let round = nextRound(after: rounds[rounds.count - 1], from: start, before: best)
      rounds.append(round)
      var goal: (time: Int32, walk: StopWalk)?
      for walk in last {
        let time = round.arrivals[walk.stop.position].addingSaturated(walk.seconds)
        if time < goal?.time ?? best { goal = (time, walk) }
      }
      if let goal {
        best = goal.time
        found.append(journey(rounds, goal: goal.walk, first: first, arrival: goal.time))
      }
      if round.arrivals.allSatisfy({ $0 == WindowScan.unreachable }) { break }
    }
    return found
  }

  private func nextRound(
    after previous: JourneyRound, from begin: Int32, before limit: Int32
  ) -> JourneyRound {
    var round = JourneyRound(network.stopCount)
    var entered = [Int32](repeating: -1, count: network.trips.count)
    var seatedFrom = entered
    for instant in network.instant(at: begin)..<network.instants.count {
      let second = network.instants[instant]
      if second >= limit { break }
      for index in Int(network.instantStarts[instant])..<Int(network.instantStarts[instant + 1]) {
        let call = network.calls[index]
        let trip = Int(call.trip)
        if entered[trip] >= 0, call.canAlight, second < round.arrivals[call.stop] {
          round.alight(
            at: call.stop, second,
            .init(enter: entered[trip], exit: network.callEvents[index], trip: call.trip))
          for edge in network.transfers.leaving(StopIndex(call.stop)) {
            round.change(from: call.stop, to: edge.to, at: second + edge.seconds + slack)
          }
        }
        if entered[trip] < 0, call.canBoard, previous.ready[call.stop] <= second {
          entered[trip] = network.callEvents[index]
        }
        guard call.handsOn, entered[trip] >= 0 else { continue }
        for position in network.continuations.range(trip) {
          let next = Int(network.continuations.trips[position])
          guard entered[next] < 0 else { continue }
          entered[next] = ends(ofSlot: next).first
          seatedFrom[next] = call.trip
        }
      }
    }
    if let walks = network.walks {
      JourneyWalks.forEach(walks, from: round.arrivals, before: limit) { stop, source, second in
        round.change(from: source, to: StopIndex(stop), at: second + slack)
      }
    }
    if !network.continuations.isEmpty { (round.entered, round.seatedFrom) = (entered, seatedFrom) }
    return round
  }

  /// The first and the last call of a trip in search direction.
  private func ends(ofSlot slot: Int) -> (first: Int32, last: Int32) {
    let trip = Int(network.trips[slot])
    let (start, end) = (timetable.tripStarts[trip], timetable.tripStarts[trip + 1] - 1)
    return network.direction == .forward ? (start, end) : (end, start)
  }

  private func onFoot(from start: Int32, to end: Int32) -> Journey {
    let (departure, arrival) =
      network.direction == .forward ? (Int(start), Int(end)) : (Int(-end), Int(-start))
    return Journey(
      legs: [.walk(from: nil, to: nil, departureSeconds: departure, arrivalSeconds: arrival)],
      departureSeconds: departure, arrivalSeconds: arrival)
  }

  private func journey(
    _ rounds: [JourneyRound], goal: StopWalk, first: [StopWalk], arrival: Int32
  ) -> Journey {
    let isForward = network.direction == .forward
    var rides: [RidePart] = []
    var stop = goal.stop.position
    // The change that lies between two rounds stands with the ride after it.
    var changeSeconds = 0
    for round in rounds.indices.reversed() where round > 0 {
      var chain = chain(rounds[round], to: stop)
      if !isForward { chain[0].changeSeconds = changeSeconds }
      let entry = chain.last.map { isForward ? $0.boardEvent : $0.alightEvent } ?? 0
      let boarded = timetable.stopEvents[entry].stop.position
      if round > 1 {
        stop = Int(rounds[round - 1].changedFrom[boarded])
        changeSeconds = Int(
          rounds[round - 1].ready[boarded] - rounds[round - 1].arrivals[stop] - slack)
        if isForward { chain[chain.count - 1].changeSeconds = changeSeconds }
      } else {
        stop = boarded
      }
      rides += chain
    }
    let firstWalk = first.filter { $0.stop.position == stop }.map(\.seconds).min() ?? 0
    if isForward { rides.reverse() }
    return Journey(
      rides, timetable, accessSeconds: Int(isForward ? firstWalk : goal.seconds),
      egressSeconds: Int(isForward ? goal.seconds : firstWalk))
  }

  /// The ride of a label, and those before it in search order that one stayed seated from.
  private func chain(_ round: JourneyRound, to stop: Int) -> [RidePart] {
    let isForward = network.direction == .forward
    var parent = round.parents[stop]
    var rides = [travelled(parent)]
    while !round.seatedFrom.isEmpty, round.seatedFrom[Int(parent.trip)] >= 0 {
      let trip = round.seatedFrom[Int(parent.trip)]
      parent = .init(
        enter: round.entered[Int(trip)], exit: ends(ofSlot: Int(trip)).last, trip: trip)
      if isForward { rides[rides.count - 1].staysSeated = true }
      rides.append(travelled(parent))
      if !isForward { rides[rides.count - 1].staysSeated = true }
    }
    return rides
  }

  /// A ride in the order of travel.
  private func travelled(_ parent: JourneyRound.Parent) -> RidePart {
    let trip = TripIndex(raw: network.trips[Int(parent.trip)])
    let (enter, exit) = (Int(parent.enter), Int(parent.exit))
    return switch network.direction {
    case .forward: RidePart(trip: trip, boardEvent: enter, alightEvent: exit)
    case .backward: RidePart(trip: trip, boardEvent: exit, alightEvent: enter)
    }
  }
}

/// What one more ride reaches.
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
  var ready: [Int32]
  /// The stop of alighting from which a change made the stop ready; -1 for access.
  private(set) var changedFrom: [Int32]
  /// Where each trip was entered, and from which trip passengers stayed seated in it; -1 for
  /// none. Only where trips are continued.
  var entered: [Int32] = []
  var seatedFrom: [Int32] = []

  init(_ count: Int) {
    arrivals = Array(repeating: WindowScan.unreachable, count: count)
    parents = Array(repeating: Parent(), count: count)
    ready = arrivals
    changedFrom = Array(repeating: -1, count: count)
  }

  mutating func alight(at stop: Int, _ second: Int32, _ parent: Parent) {
    arrivals[stop] = second
    parents[stop] = parent
  }

  mutating func change(from stop: Int, to next: StopIndex, at second: Int32) {
    guard second < ready[next.position] else { return }
    ready[next.position] = second
    changedFrom[next.position] = Int32(stop)
  }
}
