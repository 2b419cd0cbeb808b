import Geography
import TestSupport
import Testing

@testable import TransitRouting

/// Transfer rules that hold for some routes or trips only.
struct TransferRuleTests {
  /// Route 1 from A to B, trip X at 08:00, there 08:10; trip W at 08:02, there 08:12. Route 2 from C
  /// to D, trip Y at 08:15, there 08:30; trip Z at 08:20, there 08:35. A change from B to C takes
  /// 240 s for all, so X (08:14) catches Y and W (08:16) only Z.
  private func network(_ general: Int? = 240) throws -> Timetable {
    var builder = TimetableBuilder()
    let stops = ["A", "B", "C", "D"].map { name in
      builder.add(
        stop: .init(id: name, name: name, coordinate: Coordinate(latitude: 50, longitude: 4)))
    }
    let routes = ["1", "2"].map { builder.add(route: .init(id: $0, shortName: $0, type: 3)) }
    let trips = [
      ("X", 0, 0, 28_800, 600), ("W", 0, 0, 28_920, 600), ("Y", 1, 2, 29_700, 900),
      ("Z", 1, 2, 30_000, 900),
    ]
    for (id, route, from, departure, seconds) in trips {
      try builder.add(
        trip: .init(id: id, route: routes[route]),
        events: [
          .init(stop: stops[from], arrivalSeconds: departure, departureSeconds: departure),
          .init(
            stop: stops[from + 1], arrivalSeconds: departure + seconds,
            departureSeconds: departure + seconds),
        ])
    }
    if let general {
      builder.add(transfer: Transfer(from: stops[1], to: stops[2], seconds: general))
    }
    return builder.build()
  }

  private func rule(
    _ arriving: TransferRule.Trips, _ departing: TransferRule.Trips, _ seconds: Int?
  ) -> TransferRule {
    TransferRule(
      from: StopIndex(1), to: StopIndex(2), arriving: arriving, departing: departing,
      seconds: seconds)
  }

  /// When one is at D after leaving A at 08:00 (X) and at 08:01 (W).
  private func arrivals(_ timetable: Timetable) -> [Int32?] {
    var scan = WindowScan()
    scan.run(
      ScanNetwork(timetable, .forward), departures: [28_800, 28_860],
      access: timetable.withParts(timetable.transfers.walksLeaving(StopIndex(0))),
      transferSlackSeconds: 0, maximumSeconds: 86_400)
    let arrivals = scan.arrivals(stopCount: timetable.stops.count)
    return (0..<2).map { minute in
      let labels = timetable.parts(of: StopIndex(3)).map {
        arrivals[$0.position * scan.width + minute]
      }
      return labels.min().flatMap { $0 == WindowScan.unreachable ? nil : $0 }
    }
  }

  private static let route1 = TransferRule.Trips.route(RouteIndex(0))
  private static let route2 = TransferRule.Trips.route(RouteIndex(1))
  private static let tripX = TransferRule.Trips.trips([TripIndex(0)])
  private static let tripW = TransferRule.Trips.trips([TripIndex(1)])
  private static let tripY = TransferRule.Trips.trips([TripIndex(2)])

  @Test("without rules nothing is split")
  func general() throws {
    let timetable = try network().applying([])
    #expect(timetable.stops.count == 4)
    #expect(arrivals(timetable) == [30_600, 30_900])
  }

  /// With 360 s, X is ready at 08:16: Z, 08:35. With 180 s, W is ready at 08:15: Y, 08:30.
  @Test("a rule for one trip leaves others alone")
  func oneTrip() throws {
    #expect(try arrivals(network().applying([rule(Self.tripX, .all, 360)])) == [30_900, 30_900])
    #expect(try arrivals(network().applying([rule(Self.tripW, .all, 180)])) == [30_600, 30_600])
    #expect(try arrivals(network().applying([rule(.all, Self.tripY, nil)])) == [30_900, 30_900])
  }

  /// Each rule forbids the change of X to Y or allows it in 240 s; the more specific one counts,
  /// whatever the order of the file.
  @Test("the ranks of specificity are those of the reference")
  func ranks() throws {
    let ranked: [(TransferRule.Trips, TransferRule.Trips)] = [
      (Self.route1, .all), (Self.route1, Self.route2), (Self.tripX, .all),
      (Self.tripX, Self.route2), (Self.tripX, Self.tripY),
    ]
    for (weaker, stronger) in zip(ranked, ranked.dropFirst()) {
      for (first, second) in [(nil, 240), (240, nil)] as [(Int?, Int?)] {
        let rules = [rule(weaker.0, weaker.1, first), rule(stronger.0, stronger.1, second)]
        for order in [rules, rules.reversed()] {
          let timetable = try network().applying(order)
          #expect(directChange(timetable, 0, 2) == second, "\(weaker) \(stronger)")
        }
      }
    }
    for mirrored in [(TransferRule.Trips.all, Self.route2), (.all, Self.tripY)] {
      let timetable = try network().applying([rule(mirrored.0, mirrored.1, nil)])
      #expect(directChange(timetable, 0, 2) == nil)
    }
    let mixed = [rule(Self.route1, Self.tripY, 30), rule(.all, Self.tripY, 20)]
    #expect(directChange(try network().applying(mixed), 0, 2) == 30)
  }

  /// Seconds of the change from the end of one trip to the beginning of another.
  private func directChange(_ timetable: Timetable, _ trip: Int, _ next: Int) -> Int? {
    guard let out = timetable.events(of: TripIndex(trip)).last,
      let board = timetable.events(of: TripIndex(next)).first
    else { return nil }
    return timetable.transfers.leaving(out.stop).first { $0.to == board.stop }.map {
      Int($0.seconds)
    }
  }

  @Test("of two rules of one rank the later one counts")
  func laterRule() throws {
    let rules = [rule(Self.tripX, Self.tripY, 60), rule(Self.tripX, Self.tripY, 90)]
    #expect(directChange(try network().applying(rules), 0, 2) == 90)
    #expect(directChange(try network().applying(rules.reversed()), 0, 2) == 60)
  }

  @Test("a rule may allow a change that the stops have none for")
  func onlyForTrips() throws {
    let timetable = try network(nil).applying([rule(Self.tripW, Self.route2, 100)])
    #expect(directChange(timetable, 0, 2) == nil)
    #expect(directChange(timetable, 1, 2) == 100)
    // W is at B at 08:12 and ready at 08:13:40.
    #expect(arrivals(timetable) == [30_600, 30_600])
  }

  @Test("a change that a rule forbids within a stop stays forbidden, also within a part")
  func forbiddenWithinAStop() throws {
    let forbidden = TransferRule(
      from: StopIndex(1), to: StopIndex(1), arriving: Self.route1, departing: .all, seconds: nil)
    let timetable = try network().applying([forbidden])
    let part = try #require(timetable.parts(of: StopIndex(1)).last)
    #expect(timetable.transfers.leaving(part).map(\.to) == [StopIndex(2)])
    let stated = timetable.transfers.stated.filter { $0.from == part && $0.seconds == nil }
    #expect(Set(stated.map(\.to)) == [StopIndex(1), part])
    #expect(timetable.transfers.reversed().leaving(part).map(\.to) == [StopIndex(1)])
  }

  @Test("parts change in 0 s as the stop does with itself, or by its rule for all")
  func withinAStop() throws {
    let timetable = try network().applying([rule(Self.tripX, .all, nil)])
    let parts = timetable.parts(of: StopIndex(1))
    #expect(parts.count == 2)
    #expect(timetable.stops[parts[1].position].id == "B")
    #expect(timetable.whole(parts[1]) == StopIndex(1))
    for from in parts {
      for to in parts {
        #expect(timetable.transfers.leaving(from).first { $0.to == to }?.seconds == 0)
      }
    }
  }

  /// On foot from B at 08:00 to C by the rule for all, 240 s, though trips of route 1 may not change.
  @Test("who comes on foot is not held by rules for trips")
  func onFoot() throws {
    let timetable = try network().applying([
      rule(Self.route1, Self.route2, nil), rule(.all, Self.tripY, nil),
    ])
    let search = JourneySearch(timetable, ScanNetwork(timetable, .forward))
    let ends = JourneyEnds(from: StopIndex(1), to: StopIndex(3), in: timetable)
    let journey = search.journeys(ends, at: 29_400).last
    #expect(journey?.arrivalSeconds == 30_600)
  }

  @Test("a split timetable equals the router that asks each pair of trips")
  func calls() {
    var scan = WindowScan()
    var compared = 0
    var changed = 0
    for seed in 10_000..<10_500 {
      let plain = RandomNetwork.withoutRules(seed: UInt64(seed))
      let rules = RandomNetwork.rules(plain, seed: UInt64(seed))
      let timetable = plain.applying(rules)
      let slack = seed / 2 % 2 * 60
      let reference = CallRouter(plain, rules, slackSeconds: slack)
      let unruled = ReferenceRouter(plain, slackSeconds: slack)
      let first = plain.stopEvents.map(\.departureSeconds).min() ?? 0
      let departures = ([first] + RandomNetwork.instants(plain, seed: UInt64(seed)).prefix(1))
        .sorted()
      let network = ScanNetwork(timetable, .forward)
      for origin in [0, 1] {
        let access = plain.transfers.walksLeaving(StopIndex(origin))
        scan.run(
          network, departures: departures, access: timetable.withParts(access),
          transferSlackSeconds: Int32(slack), maximumSeconds: 86_400)
        let found = labels(scan, plain, timetable)
        for (minute, departure) in departures.enumerated() {
          let expected = reference.earliestArrivals(access, departing: Int(departure))
          #expect(found[minute] == expected, "seed \(seed), origin \(origin), at \(departure)")
          compared += expected.count { $0 != nil }
          if expected != unruled.earliestArrivals(access, departing: Int(departure)) {
            changed += 1
          }
        }
      }
    }
    #expect(compared > 1_500)
    #expect(changed > 10)
  }

  @Test("backward too")
  func callsBackward() {
    var scan = WindowScan()
    var compared = 0
    var changed = 0
    for seed in 12_000..<12_300 {
      let plain = RandomNetwork.withoutRules(seed: UInt64(seed))
      let rules = RandomNetwork.rules(plain, seed: UInt64(seed))
      let timetable = plain.applying(rules)
      let slack = seed / 2 % 2 * 60
      let reference = CallRouter(plain, rules, slackSeconds: slack)
      let unruled = ReferenceRouter(plain, slackSeconds: slack)
      let deadlines = Array(RandomNetwork.instants(plain, seed: UInt64(seed)).suffix(2).reversed())
      let network = ScanNetwork(timetable, .backward)
      for goal in [0, 1] {
        let egress = plain.transfers.walksReaching(StopIndex(goal))
        scan.run(
          network, departures: deadlines.map { -$0 }, access: timetable.withParts(egress),
          transferSlackSeconds: Int32(slack), maximumSeconds: 86_400)
        let found = labels(scan, plain, timetable)
        for (minute, deadline) in deadlines.enumerated() {
          let expected = reference.latestDepartures(egress, arrivingBy: Int(deadline))
          #expect(
            found[minute].map { $0.map { -$0 } } == expected, "seed \(seed), goal \(goal)")
          compared += expected.count { $0 != nil }
          if expected != unruled.latestDepartures(egress, arrivingBy: Int(deadline)) {
            changed += 1
          }
        }
      }
    }
    #expect(compared > 800)
    #expect(changed > 5)
  }

  /// For each instant the label of each stop, the best of its parts.
  private func labels(
    _ scan: WindowScan, _ plain: Timetable, _ timetable: Timetable
  ) -> [[Int?]] {
    let arrivals = scan.arrivals(stopCount: timetable.stops.count)
    return (0..<scan.width).map { minute in
      plain.stops.indices.map { stop in
        let labels = timetable.parts(of: StopIndex(stop)).map {
          arrivals[$0.position * scan.width + minute]
        }
        return labels.min().flatMap { $0 == WindowScan.unreachable ? nil : Int($0) }
      }
    }
  }
}
