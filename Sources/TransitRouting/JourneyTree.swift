/// What rides from one door at one instant reach, in rounds as RAPTOR makes them: round `r` boards
/// with what round `r - 1` made ready. It keeps how each stop was reached, so one tree serves any
/// number of other doors.
///
/// Labels before the limit of a round are the same for any limit, so a door has one journey, whatever
/// else the tree is for.
struct JourneyTree {
  /// A door at the other end, reached by a walk after the last ride in search order.
  struct Goal {
    /// In search direction.
    var time: Int32
    var walk: StopWalk
  }

  private let timetable: Timetable
  private let network: ScanNetwork
  private let slack: Int32
  private let start: Int32
  private let first: [StopWalk]
  /// The first one holds the walks from the door.
  private var rounds: [JourneyRound]
  /// The earliest arrival at each stop with any number of rides so far.
  private var best: [Int32]
  private var walks = JourneyWalks()

  /// - Parameters:
  ///   - first: the walks of the door, from it or, backward, to it.
  ///   - start: in search direction.
  init(
    _ timetable: Timetable, _ network: ScanNetwork, slack: Int32, first: [StopWalk], start: Int32
  ) {
    self.timetable = timetable
    self.network = network
    self.slack = slack
    self.start = start
    self.first = first
    rounds = [JourneyRound(network.stopCount)]
    best = rounds[0].arrivals
    for walk in first {
      rounds[0].makeReady(walk.stop.position, at: start.addingSaturated(walk.seconds))
    }
  }

  /// Adds what one more ride reaches before a second in search direction.
  /// - Returns: whether that is anywhere earlier than with fewer rides.
  mutating func grow(before limit: Int32) -> Bool {
    var round = JourneyRound(network.stopCount)
    round.ride(network, timetable, after: rounds[rounds.count - 1], from: start, before: limit)
    let isEarlier = round.change(
      network, slack: slack, before: limit, best: &best, walks: &walks)
    rounds.append(round)
    return isEarlier
  }

  /// The best way to another door with the rides of the last round, if earlier than `limit`; of
  /// equal walks the first.
  func goal(_ last: [StopWalk], before limit: Int32) -> Goal? {
    let arrivals = rounds[rounds.count - 1].arrivals
    var goal: Goal?
    for walk in last {
      let time = arrivals[walk.stop.position].addingSaturated(walk.seconds)
      if time < goal?.time ?? limit { goal = Goal(time: time, walk: walk) }
    }
    return goal
  }

  /// The journey to a goal of the last round.
  func journey(to goal: Goal) -> Journey {
    let isForward = network.direction == .forward
    var rides: [RidePart] = []
    var stop = goal.walk.stop.position
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
      rides, timetable, accessSeconds: Int(isForward ? firstWalk : goal.walk.seconds),
      egressSeconds: Int(isForward ? goal.walk.seconds : firstWalk))
  }

  /// The ride of a label, and those before it in search order that one stayed seated from.
  private func chain(_ round: JourneyRound, to stop: Int) -> [RidePart] {
    let isForward = network.direction == .forward
    var parent = round.parents[stop]
    var rides = [travelled(parent)]
    while !round.seatedFrom.isEmpty, round.seatedFrom[Int(parent.trip)] >= 0 {
      let trip = round.seatedFrom[Int(parent.trip)]
      parent = .init(
        enter: round.entered[Int(trip)],
        exit: timetable.ends(ofRaw: network.trips[Int(trip)], network.direction).last, trip: trip)
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
