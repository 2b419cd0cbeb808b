/// Finds whole journeys: for each number of rides the best one, in rounds as RAPTOR does, over
/// the connections of a `ScanNetwork`. Round `r` boards with what round `r - 1` made ready.
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

  /// How a label came to be.
  private struct Parent {
    /// Positions in `Timetable.stopEvents`, in search order.
    var enterEvent: Int32 = -1
    var exitEvent: Int32 = -1
    var trip: Int32 = -1
  }

  private struct Round {
    var arrivals: [Int32]
    var parents: [Parent]
    var ready: [Int32]
    /// The stop of alighting from which a change made the stop ready; -1 for access.
    var changedFrom: [Int32]
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
    var rounds = [Round(network.stopCount)]
    for walk in first {
      let stop = walk.stop.position
      rounds[0].ready[stop] = min(rounds[0].ready[stop], start + walk.seconds)
    }
    var found: [Journey] = []
    var best = start.addingSaturated(Int32(clamping: maximumSeconds)).addingSaturated(1)
    if let direct = ends.directSeconds, start.addingSaturated(Int32(clamping: direct)) < best {
      best = start + Int32(direct)
      found.append(onFoot(from: start, to: best))
    }
    let begin = network.firstConnection(at: start)
    for _ in 0..<maximumRides {
      let round = nextRound(after: rounds[rounds.count - 1], from: begin, before: best)
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

  private func nextRound(after previous: Round, from begin: Int, before limit: Int32) -> Round {
    var round = Round(network.stopCount)
    var enter = [Int32](repeating: -1, count: network.tripCount)
    var seatedFrom = enter
    for connection in network.connections[begin...] {
      if connection.departure >= limit { break }
      let trip = Int(connection.trip)
      if enter[trip] < 0 {
        if connection.canBoard, previous.ready[Int(connection.from)] <= connection.departure {
          seatedFrom[trip] = -1
        } else if !connection.takesUp || seatedFrom[trip] < 0 {
          continue
        }
        enter[trip] = connection.event
      }
      if connection.handsOn {
        // The first hop of a trip comes after the last ones of those that it continues.
        for position in network.continuations.range(trip) {
          seatedFrom[Int(network.continuations.trips[position])] = connection.trip
        }
      }
      let to = Int(connection.to)
      guard connection.canAlight, connection.arrival < round.arrivals[to] else { continue }
      round.arrivals[to] = connection.arrival
      round.parents[to] = Parent(
        enterEvent: enter[trip], exitEvent: connection.event, trip: connection.trip)
      for edge in network.transfers.leaving(StopIndex(to)) {
        let time = connection.arrival + edge.seconds + slack
        if time < round.ready[edge.to.position] {
          round.ready[edge.to.position] = time
          round.changedFrom[edge.to.position] = Int32(to)
        }
      }
    }
    if !network.continuations.isEmpty { (round.entered, round.seatedFrom) = (enter, seatedFrom) }
    return round
  }

  private func onFoot(from start: Int32, to end: Int32) -> Journey {
    let (departure, arrival) =
      network.direction == .forward ? (Int(start), Int(end)) : (Int(-end), Int(-start))
    return Journey(
      legs: [.walk(from: nil, to: nil, departureSeconds: departure, arrivalSeconds: arrival)],
      departureSeconds: departure, arrivalSeconds: arrival)
  }

  private func journey(
    _ rounds: [Round], goal: StopWalk, first: [StopWalk], arrival: Int32
  ) -> Journey {
    let isForward = network.direction == .forward
    var rides: [RidePart] = []
    var stop = goal.stop.position
    for round in rounds.indices.reversed() where round > 0 {
      let chain = chain(rounds[round], to: stop)
      rides += chain
      let entry = chain.last.map { isForward ? $0.boardEvent : $0.alightEvent } ?? 0
      let boarded = timetable.stopEvents[entry].stop.position
      stop = round > 1 ? Int(rounds[round - 1].changedFrom[boarded]) : boarded
    }
    let firstWalk = first.filter { $0.stop.position == stop }.map(\.seconds).min() ?? 0
    if isForward { rides.reverse() }
    return Journey(
      rides, timetable, accessSeconds: Int(isForward ? firstWalk : goal.seconds),
      egressSeconds: Int(isForward ? goal.seconds : firstWalk))
  }

  /// The ride of a label, and those before it in search order that one stayed seated from.
  private func chain(_ round: Round, to stop: Int) -> [RidePart] {
    let isForward = network.direction == .forward
    var parent = round.parents[stop]
    var rides = [travelled(parent)]
    while !round.seatedFrom.isEmpty, round.seatedFrom[Int(parent.trip)] >= 0 {
      let trip = round.seatedFrom[Int(parent.trip)]
      let (start, end) = (timetable.tripStarts[Int(trip)], timetable.tripStarts[Int(trip) + 1])
      parent = Parent(
        enterEvent: round.entered[Int(trip)], exitEvent: isForward ? end - 2 : start, trip: trip)
      if isForward { rides[rides.count - 1].staysSeated = true }
      rides.append(travelled(parent))
      if !isForward { rides[rides.count - 1].staysSeated = true }
    }
    return rides
  }

  /// A ride in the order of travel. `Connection.event` is the call at the hop's beginning in travel
  /// order, whichever way the search goes.
  private func travelled(_ parent: Parent) -> RidePart {
    let (enter, exit) = (Int(parent.enterEvent), Int(parent.exitEvent))
    let trip = TripIndex(raw: parent.trip)
    return switch network.direction {
    case .forward: RidePart(trip: trip, boardEvent: enter, alightEvent: exit + 1)
    case .backward: RidePart(trip: trip, boardEvent: exit, alightEvent: enter + 1)
    }
  }
}
