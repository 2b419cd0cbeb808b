import Geography
import Routing
import Testing
import TransitRouting

/// What the journey over the network shows of rules for some trips, and of vehicles that go on as
/// another trip.
struct LinkedTripTests {
  /// A, B, C and D at 0, 5,000, 5,100 and 10,000 m northward. X from A to B, 08:00 to 08:10, of
  /// route 1 (a train); Y from C to D, 08:15 to 08:30, and Z from C to D, 08:40 to 08:55, of route 2
  /// (a bus). 100 m × 1.3 ÷ 1.3333 m/s are 97.5 s on foot.
  private func builder() throws -> TimetableBuilder {
    var builder = TimetableBuilder()
    let stops = [0.0, 5000, 5100, 10_000].enumerated().map { index, meters in
      builder.add(
        stop: .init(
          id: ["A", "B", "C", "D"][index], name: "Stop \(["A", "B", "C", "D"][index])",
          coordinate: Coordinate(latitude: 50 + meters / 111_195.08, longitude: 4)))
    }
    let routes = [103, 704].map {
      builder.add(
        route: .init(id: "\($0)", shortName: "L\($0)", type: $0, operatorName: "Op"))
    }
    for (id, route, from, departure, seconds) in [
      ("X", 0, 0, 28_800, 600), ("Y", 1, 2, 29_700, 900), ("Z", 1, 2, 31_200, 900),
    ] {
      try builder.add(
        trip: .init(id: id, route: routes[route]),
        events: [
          .init(stop: stops[from], arrivalSeconds: departure, departureSeconds: departure),
          .init(
            stop: stops[from + 1], arrivalSeconds: departure + seconds,
            departureSeconds: departure + seconds),
        ])
    }
    return builder
  }

  private func rule(_ departing: TransferRule.Trips, _ seconds: Int?) -> TransferRule {
    TransferRule(
      from: StopIndex(1), to: StopIndex(2), arriving: .route(RouteIndex(0)), departing: departing,
      seconds: seconds)
  }

  private func arrival(_ doors: DoorToDoorNetwork, _ from: Door, _ to: Door) -> Int? {
    doors.journeys(from: from, to: to, directSeconds: nil, .forward, at: 28_800).last?
      .arrivalSeconds
  }

  /// On foot Y is caught: 08:10 + 98 s + 60 s. A rule for X and Y of 600 s, or that forbids it,
  /// leaves Z, to which one still walks.
  @Test("a rule for some trips wins over the walk, and others walk")
  func ruleAgainstWalk() throws {
    let plain = try builder().build()
    for (rules, expected) in [
      ([], 30_600), ([rule(.trips([TripIndex(1)]), 600)], 32_100),
      ([rule(.trips([TripIndex(1)]), nil)], 32_100), ([rule(.all, nil)], nil),
    ] as [([TransferRule], Int?)] {
      let doors = DoorToDoorNetwork(
        plain.applying(rules), walking: StraightLineTravel(), options: TransitOptions())
      let (from, to) = (plain.stops[0].coordinate, plain.stops[3].coordinate)
      #expect(arrival(doors, doors.door(at: from), doors.door(at: to)) == expected)
    }
  }

  /// With stops only: from B one walks by the rule for all, 120 s, whatever holds for route 1.
  @Test("a door at a stop is a door at all its parts, and rules for trips do not hold on foot")
  func stopsOnly() throws {
    var general = try builder()
    general.add(transfer: Transfer(from: StopIndex(1), to: StopIndex(2), seconds: 120))
    let split = general.build().applying([
      rule(.trips([TripIndex(1)]), nil),
      TransferRule(
        from: StopIndex(3), to: StopIndex(3), arriving: .route(RouteIndex(1)), departing: .all,
        seconds: 60),
    ])
    #expect(split.stops.count == 7)
    let doors = DoorToDoorNetwork(withoutWalks: split, options: TransitOptions())
    let ends = (0..<4).map { doors.door(atStop: StopIndex($0)) }
    #expect(arrival(doors, ends[0], ends[3]) == 32_100)
    #expect(arrival(doors, ends[1], ends[3]) == 30_600)
    #expect(arrival(doors, ends[2], ends[3]) == 30_600)
    #expect(doors.directTransferSeconds(ends[1], ends[2]) == 120)
    #expect(doors.directTransferSeconds(ends[1], ends[1]) == 0)
  }

  @Test("who stays seated boards once, and the itinerary says so")
  func itinerary() throws {
    var linked = try builder()
    linked.addContinuation(from: TripIndex(0), to: TripIndex(1))
    let doors = DoorToDoorNetwork(withoutWalks: linked.build(), options: TransitOptions())
    let journey = try #require(
      doors.journeys(
        from: doors.door(atStop: StopIndex(0)), to: doors.door(atStop: StopIndex(3)),
        directSeconds: nil, .forward, at: 28_800
      ).last)
    let itinerary = Itinerary(journey, doors.timetable, from: "here", to: "there")
    #expect(itinerary.rideCount == 1)
    #expect(itinerary.legs.map(\.staysSeated) == [false, true])
    #expect(itinerary.legs.map(\.vehicle) == [.rail, .bus])
    #expect(
      itinerary.text == """
        08:00 – 08:30  30 min, 1 ride
          08:00 – 08:10  train Op L103: Stop A – Stop B  [X]
          08:15 – 08:30  stay seated: bus Op L704: Stop C – Stop D  [Y]

        """)
  }
}
