import Geography
import Routing
import StreetRouting
import TestSupport
import Testing
import TransitRouting

struct DoorToDoorTests {
  /// On the meridian a degree of latitude is 111,195 m (6,371,008.8 m × π / 180).
  private static func north(_ meters: Double) -> Coordinate {
    Coordinate(latitude: 50 + meters / 111_195.08, longitude: 4)
  }

  /// Stops on a line northward at 0, 5,000 and 5,300 m; line 1 from the first to the second at
  /// 08:00 and 08:20 in ten minutes, line 2 from the third onward to 15,000 m at 08:15 and 08:30 in
  /// ten minutes.
  private func network(
    transfers: [(Int, Int, Int?)] = [], _ adjust: (inout TransitOptions) -> Void = { _ in }
  ) throws -> DoorToDoorNetwork {
    var builder = TimetableBuilder()
    let stops = [0.0, 5000, 5300, 15_000].enumerated().map { index, meters in
      builder.add(
        stop: .init(id: "\(index)", name: "Stop \(index)", coordinate: Self.north(meters)))
    }
    let route = builder.add(route: .init(id: "R", shortName: "1", type: 2))
    for (from, departure) in [(0, 28_800), (0, 30_000), (2, 29_700), (2, 30_600)] {
      try builder.add(
        trip: .init(id: "T\(from)-\(departure)", route: route),
        events: [
          .init(stop: stops[from], arrivalSeconds: departure, departureSeconds: departure),
          .init(
            stop: stops[from + 1], arrivalSeconds: departure + 600,
            departureSeconds: departure + 600),
        ])
    }
    for (from, to, seconds) in transfers {
      builder.add(transfer: Transfer(from: stops[from], to: stops[to], seconds: seconds))
    }
    var options = TransitOptions()
    adjust(&options)
    return DoorToDoorNetwork(builder.build(), walking: StraightLineTravel(), options: options)
  }

  /// 400 m × 1.3 ÷ (4.8 ÷ 3.6 m/s) = 390 s.
  @Test("walking is the straight line × 1.3 at 4.8 km/h, in whole seconds, rounded up")
  func straightLine() {
    let walking = StraightLineTravel()
    let seconds = walking.seconds(from: Self.north(0), to: Self.north(400), limitSeconds: 3600)
    #expect(seconds == 390 || seconds == 391)
    #expect(walking.seconds(from: Self.north(0), to: Self.north(400), limitSeconds: 380) == nil)
    #expect(walking.basis.sentence.contains("no street network"))
  }

  /// From a door 400 m south of the first stop (390 s): to catch 08:00 one leaves at 07:53:30. In
  /// at 5,000 m at 08:10, 300 m to the other line are 292.5 → 293 s and 60 s of slack: ready at
  /// 08:15:53, so 08:15 is missed and 08:30 taken; at the last stop at 08:40, 400 m to the door,
  /// there at 08:46:30 (31,590 s).
  @Test("a journey walks to the stop, between lines with slack, and to the door")
  func wholeJourney() throws {
    let doors = try network()
    let home = Self.north(-400)
    let work = Self.north(15_400)
    let journeys = doors.journeys(
      from: doors.door(at: home), to: doors.door(at: work),
      directSeconds: doors.walking.seconds(from: home, to: work, limitSeconds: 1800), .backward,
      at: 32_400)
    let best = try #require(journeys.last)
    #expect(best.rideCount == 2)
    #expect(abs(best.departureSeconds - 28_410) <= 1)
    #expect(abs(best.arrivalSeconds - 31_590) <= 1)
    let itinerary = Itinerary(best, doors.timetable, from: "home", to: "work")
    #expect(itinerary.legs.map(\.mode) == [.walk, .ride, .walk, .ride, .walk])
    #expect(itinerary.text.contains("walk from home to Stop 0"))

    let bicycle = StraightLineTravel(mode: .bike, speedKilometersPerHour: 15)
    let ways = JourneyWays(doors, from: home, to: work, originWay: .travel(bicycle))
    let byBicycle = Itinerary(best, doors.timetable, from: "home", to: "work", ways: ways)
    #expect(byBicycle.legs.map(\.mode) == [.bike, .ride, .walk, .ride, .walk])
  }

  /// With a rule of 200 s for the pair, ready at 08:10 + 200 s + 60 s = 08:14:20: 08:15 is caught.
  /// With a prohibition the second line cannot be had at all.
  @Test("what the feed says of a pair of stops wins over the walk, a prohibition too")
  func statedTransfersWin() throws {
    for (rule, expected) in [(200, 30_300), (nil, nil)] as [(Int?, Int?)] {
      let doors = try network(transfers: [(1, 2, rule)])
      let ends = (doors.door(at: Self.north(0)), doors.door(at: Self.north(15_000)))
      let journeys = doors.journeys(
        from: ends.0, to: ends.1, directSeconds: nil, .forward, at: 28_800)
      #expect(journeys.last?.arrivalSeconds == expected)
    }
  }

  @Test("walks longer than the limits are not taken")
  func limits() throws {
    let noTransfer = try network { $0.maximumTransferWalkSeconds = 200 }
    #expect(
      noTransfer.journeys(
        from: noTransfer.door(at: Self.north(0)), to: noTransfer.door(at: Self.north(15_000)),
        directSeconds: nil, .forward, at: 28_800
      ).isEmpty)
    let noAccess = try network { $0.maximumWalkSeconds = 380 }
    #expect(noAccess.door(at: Self.north(-400)).access.isEmpty)
    let tooLong = try network { $0.maximumSeconds = 1000 }
    #expect(
      tooLong.journeys(
        from: tooLong.door(at: Self.north(0)), to: tooLong.door(at: Self.north(15_000)),
        directSeconds: nil, .forward, at: 28_800
      ).isEmpty)
  }

  /// Departures 08:00 to 08:20 every ten minutes: 08:00 rides 08:00, there 08:10 (600 s); 08:10 and
  /// 08:20 ride 08:20, there 08:30 (1200 and 600 s).
  @Test("travel times of a window count waiting, and the walk where it is shorter")
  func windowTimes() throws {
    let doors = try network()
    var times = WindowTimes(doors, .departures([28_800, 29_400, 30_000]))
    var found: [[Int32]] = []
    times.run(
      fixed: doors.door(at: Self.north(0)), others: [doors.door(at: Self.north(5000))],
      directSeconds: { _ in nil }, visit: { found.append($1) })
    #expect(found == [[600, 1200, 600]])
    times.run(
      fixed: doors.door(at: Self.north(0)), others: [doors.door(at: Self.north(5000))],
      directSeconds: { _ in 900 }, visit: { found.append($1) })
    #expect(found.last == [600, 900, 600])
    // Arrivals by 08:10, 08:29 and 08:30: leave at 08:00, 08:00 and 08:20.
    var arrivals = WindowTimes(doors, .arrivals([29_400, 30_540, 30_600]))
    arrivals.run(
      fixed: doors.door(at: Self.north(5000)), others: [doors.door(at: Self.north(0))],
      directSeconds: { _ in nil }, visit: { found.append($1) })
    #expect(found.last == [600, 1740, 600])
  }

  @Test("a matrix is the same for any number of threads, and for pairs in any order")
  func threads() async throws {
    let doors = try network()
    let places = (0..<12).map { Self.north(Double($0) * 1400 - 300) }
    let ends = places.map { doors.door(at: $0) }
    let pairs = places.indices.flatMap { origin in
      places.indices.map { (origin: origin, destination: ($0 * 5) % places.count) }
    }
    for window in [
      TimeWindow.departures(TimeWindow.minutes(from: 28_000, to: 31_000)),
      .arrivals(TimeWindow.minutes(from: 29_000, to: 32_000)),
    ] {
      let matrix = TravelTimeMatrix(doors, window, percentiles: [10, 50, 90])
      var results: [[TravelTimeMatrix.Cell]] = []
      for threads in [1, 2, 8] {
        results.append(
          await matrix.cells(
            origins: ends, destinations: ends, pairs: pairs, threads: threads,
            directSeconds: {
              doors.walking.seconds(from: places[$0], to: places[$1], limitSeconds: 1800)
            }))
      }
      #expect(results[0] == results[1] && results[1] == results[2])
      #expect(results[0].map(\.origin) == pairs.map(\.origin))
      #expect(results[0].contains { $0.seconds[1] != nil })
      #expect(results[0].contains { $0.seconds[1] == nil })
    }
  }

  @Test("a door at a station is a door at all its platforms")
  func stations() throws {
    var builder = TimetableBuilder()
    let station = builder.add(stop: .init(id: "S", name: "S", coordinate: Self.north(0)))
    let platform = builder.add(
      stop: .init(id: "P", name: "P", coordinate: Self.north(0), parent: station))
    let other = builder.add(stop: .init(id: "O", name: "O", coordinate: Self.north(5000)))
    let route = builder.add(route: .init(id: "R", shortName: "1", type: 2))
    try builder.add(
      trip: .init(id: "T", route: route),
      events: [
        .init(stop: platform, arrivalSeconds: 0, departureSeconds: 0),
        .init(stop: other, arrivalSeconds: 300, departureSeconds: 300),
      ])
    let doors = DoorToDoorNetwork(withoutWalks: builder.build(), options: TransitOptions())
    let journeys = doors.journeys(
      from: doors.door(atStop: station), to: doors.door(atStop: other), directSeconds: nil,
      .forward, at: 0)
    #expect(journeys.last?.arrivalSeconds == 300)
  }
}

struct TimeWindowTests {
  @Test("the middle of an even number of instants is the later one, that of none is midnight")
  func middle() {
    #expect(TimeWindow.departures([60, 120, 180]).middle == 120)
    #expect(TimeWindow.arrivals([60, 120, 180, 240]).middle == 180)
    #expect(TimeWindow.arrivals([]).middle == 0)
  }
}

struct TimeOfDayTests {
  @Test("times and windows as people write them")
  func parsing() {
    #expect(TimeOfDay.seconds("08:05") == 29_100)
    #expect(TimeOfDay.seconds("8:05:30") == 29_130)
    #expect(TimeOfDay.seconds("26:11") == 94_260)
    for bad in ["8", "8:5", "08:60", "48:00", "-1:00", "08:00:", "a:00", ""] {
      #expect(TimeOfDay.seconds(bad) == nil, "\(bad)")
    }
    #expect(TimeOfDay.window("07:00-09:00") == 25_200..<32_400)
    for bad in ["09:00-07:00", "07:00", "07:00-07:00", "07:00-08:00-09:00"] {
      #expect(TimeOfDay.window(bad) == nil, "\(bad)")
    }
    #expect(TimeOfDay.text(29_100) == "08:05")
    #expect(TimeOfDay.text(94_265) == "26:11:05")
    #expect(TimeOfDay.text(-600) == "23:50 (day before)")
    #expect(TimeOfDay.text(-86_401) == "23:59:59 (2 days before)")
  }

  @Test("a time as it is written is read again, up to two days before the service day")
  func instants() {
    for seconds in [-172_800, -86_401, -86_400, -86_399, -600, -1, 0, 29_100, 94_265] {
      #expect(TimeOfDay.instant(TimeOfDay.text(seconds)) == seconds)
    }
    for bad in ["24:00 (day before)", "(day before)", "23:50(day before)", "23:50 (3 days before)"]
    {
      #expect(TimeOfDay.instant(bad) == nil, "\(bad)")
    }
    #expect(TimeOfDay.seconds("23:50 (day before)") == nil)
  }
}
