import TestSupport
import Testing

@testable import TransitRouting

/// The scans against the naive router on generated networks.
struct ReferenceAgreementTests {
  static let slacks: [Int32] = [0, 60]

  /// The same share of what depends on a seed's remainder by two and three has each.
  private func slack(_ seed: Int) -> Int32 { Self.slacks[seed / 6 % 2] }

  /// Every fourth seed cuts journeys short.
  private func maximumSeconds(_ seed: Int) -> Int32 {
    seed % 4 == 3 ? Int32(seed * 7 % 40 * 60) : 24 * 3600
  }

  @Test("window scan equals the naive router forward")
  func forwardWindow() {
    var scan = WindowScan()
    var compared = 0
    for seed in 0..<1200 {
      let timetable = RandomNetwork.timetable(seed: UInt64(seed))
      let network = ScanNetwork(timetable, .forward)
      let slack = slack(seed)
      let reference = ReferenceRouter(timetable, slackSeconds: Int(slack))
      let departures = RandomNetwork.instants(timetable, seed: UInt64(seed))
      let maximum = maximumSeconds(seed)
      let last = Int((departures.last ?? 0) + maximum)
      let origin = StopIndex(seed / 12 % timetable.stops.count)
      let access = timetable.withParts(timetable.transfers.walksLeaving(origin))
      scan.run(
        network, departures: departures, access: access, transferSlackSeconds: slack,
        maximumSeconds: maximum)
      let arrivals = scan.arrivals(stopCount: network.stopCount)
      for (minute, departure) in departures.enumerated() {
        let expected = reference.earliestArrivals(access, departing: Int(departure))
          .map { $0.flatMap { $0 <= last ? $0 : nil } }
        let actual = timetable.stops.indices.map { known(arrivals[$0 * scan.width + minute]) }
        #expect(actual == expected, "seed \(seed), at \(departure)")
        compared += expected.count { $0 != nil }
      }
    }
    #expect(compared > 4_000)
  }

  @Test("window scan equals the naive router backward")
  func backwardWindow() {
    var scan = WindowScan()
    var compared = 0
    for seed in 2000..<2800 {
      let timetable = RandomNetwork.timetable(seed: UInt64(seed))
      let network = ScanNetwork(timetable, .backward)
      let slack = slack(seed)
      let reference = ReferenceRouter(timetable, slackSeconds: Int(slack))
      let deadlines = RandomNetwork.instants(timetable, seed: UInt64(seed))
      let maximum = maximumSeconds(seed)
      let first = Int((deadlines.first ?? 0) - maximum)
      let goal = StopIndex(seed / 12 % timetable.stops.count)
      let egress = timetable.withParts(timetable.transfers.walksReaching(goal))
      scan.run(
        network, departures: deadlines.reversed().map { -$0 }, access: egress,
        transferSlackSeconds: slack, maximumSeconds: maximum)
      let arrivals = scan.arrivals(stopCount: network.stopCount)
      for (minute, deadline) in deadlines.reversed().enumerated() {
        let expected = reference.latestDepartures(egress, arrivingBy: Int(deadline))
          .map { $0.flatMap { $0 >= first ? $0 : nil } }
        let actual = timetable.stops.indices.map {
          known(arrivals[$0 * scan.width + minute]).map { -$0 }
        }
        #expect(actual == expected, "seed \(seed), by \(deadline)")
        compared += expected.count { $0 != nil }
      }
    }
    #expect(compared > 2_500)
  }

  @Test(
    "journeys reach each stop as early as the naive router and can be travelled", arguments: slacks)
  func forwardJourneys(slack: Int32) {
    var found = 0
    var seated = 0
    for seed in 4000..<4600 {
      let timetable = RandomNetwork.timetable(seed: UInt64(seed))
      let search = JourneySearch(
        timetable, ScanNetwork(timetable, .forward), transferSlackSeconds: Int(slack))
      let reference = ReferenceRouter(timetable, slackSeconds: Int(slack))
      let departure = Int(window(timetable)[2])
      let arrivals = reference.earliestArrivals(
        timetable.withParts(timetable.transfers.walksLeaving(StopIndex(0))), departing: departure)
      for goal in timetable.stops.indices.dropFirst() {
        let ends = JourneyEnds(from: StopIndex(0), to: StopIndex(goal), in: timetable)
        let journeys = search.journeys(ends, at: departure, maximumRides: 30)
        let direct = ends.directSeconds.map { departure + $0 }
        let expected =
          (ends.egress.compactMap { walk in
            arrivals[walk.stop.position].map { $0 + Int(walk.seconds) }
          } + [direct].compactMap(\.self)).min()
        #expect(journeys.last?.arrivalSeconds == expected, "seed \(seed), to \(goal)")
        for journey in journeys {
          found += 1
          #expect(journey.departureSeconds >= departure)
          seated += journey.legs.count - journey.rideCount - walkCount(journey)
          checkTravelled(journey, timetable, slack: Int(slack), "seed \(seed), to \(goal)")
        }
        let rides = journeys.map(\.rideCount)
        #expect(rides == rides.sorted() && Set(rides).count == rides.count)
      }
    }
    #expect(found > 600)
    #expect(seated > 100)
  }

  @Test("journeys that must arrive by a time leave as late as the naive router", arguments: slacks)
  func backwardJourneys(slack: Int32) {
    var found = 0
    var seated = 0
    for seed in 6000..<6400 {
      let timetable = RandomNetwork.timetable(seed: UInt64(seed))
      let search = JourneySearch(
        timetable, ScanNetwork(timetable, .backward), transferSlackSeconds: Int(slack))
      let reference = ReferenceRouter(timetable, slackSeconds: Int(slack))
      let deadline = Int(window(timetable)[4])
      let goal = timetable.whole(StopIndex(timetable.stops.count - 1))
      let departures = reference.latestDepartures(
        timetable.withParts(timetable.transfers.walksReaching(goal)), arrivingBy: deadline)
      for origin in timetable.stops.indices where origin != goal.position {
        let ends = JourneyEnds(from: StopIndex(origin), to: goal, in: timetable)
        let journeys = search.journeys(ends, at: deadline, maximumRides: 30)
        let direct = ends.directSeconds.map { deadline - $0 }
        let expected =
          (ends.access.compactMap { walk in
            departures[walk.stop.position].map { $0 - Int(walk.seconds) }
          } + [direct].compactMap(\.self)).max()
        #expect(journeys.last?.departureSeconds == expected, "seed \(seed), from \(origin)")
        for journey in journeys {
          found += 1
          #expect(journey.arrivalSeconds <= deadline)
          seated += journey.legs.count - journey.rideCount - walkCount(journey)
          checkTravelled(journey, timetable, slack: Int(slack), "seed \(seed), from \(origin)")
        }
      }
    }
    #expect(found > 500)
    #expect(seated > 15)
  }

  /// Six departures, four minutes apart, from the first trip on.
  private func window(_ timetable: Timetable) -> [Int32] {
    let first = timetable.stopEvents.map(\.departureSeconds).min() ?? 0
    return (0..<6).map { first + Int32($0) * 240 }
  }

  private func walkCount(_ journey: Journey) -> Int {
    journey.legs.count { if case .walk = $0 { true } else { false } }
  }

  private func known(_ label: Int32) -> Int? {
    label == WindowScan.unreachable ? nil : Int(label)
  }

  /// Every leg begins where and after the one before it ends, with the change that the table asks.
  private func checkTravelled(
    _ journey: Journey, _ timetable: Timetable, slack: Int, _ place: Comment
  ) {
    var time = journey.departureSeconds
    var alightedAt: StopIndex?
    var before: (trip: TripIndex, alight: Int)?
    var last = time
    for leg in journey.legs {
      switch leg {
      case .walk(let from, _, let departure, let arrival):
        #expect(departure >= time && arrival >= departure, place)
        if from == nil { time = arrival }
        last = arrival
      case .ride(let trip, let board, let alight, let staysSeated):
        let events = timetable.stopEvents
        #expect(timetable.tripStarts[trip.position] <= board, place)
        #expect(alight < timetable.tripStarts[trip.position + 1], place)
        #expect(board < alight && (staysSeated || events[board].canBoard), place)
        defer { before = (trip, alight) }
        if staysSeated {
          #expect(board == timetable.tripStarts[trip.position], place)
          guard let before else {
            Issue.record("seated without a ride before, \(place)")
            continue
          }
          #expect(before.alight + 1 == timetable.tripStarts[before.trip.position + 1], place)
          #expect(timetable.continuations.following(before.trip).contains(trip), place)
        } else if let before {
          #expect(events[before.alight].canAlight, place)
        }
        if !staysSeated, let from = alightedAt {
          let change = timetable.transfers.leaving(from).first { $0.to == events[board].stop }
          #expect(change != nil, place)
          time += Int(change?.seconds ?? 0) + slack
        }
        #expect(time <= Int(events[board].departureSeconds), place)
        time = Int(events[alight].arrivalSeconds)
        last = time
        alightedAt = events[alight].stop
      }
    }
    #expect(last == journey.arrivalSeconds, place)
    #expect(before.map { timetable.stopEvents[$0.alight].canAlight } != false, place)
  }
}
