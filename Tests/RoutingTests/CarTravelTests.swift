import Geography
import StreetRouting
import Testing
import TransitRouting

@testable import Routing

struct CarTravelTests {
  /// The town begins at 800 m: the middle of a link without shape is its head, so the second and
  /// third links are in town. From 08:00 to 09:00 the factor of its minor roads is 2 and of its
  /// main roads 3. In town one looks for a place for 4 minutes and walks 2.
  private func car() throws -> CarTravel {
    CarTravel(
      try LineStreets.graph(),
      zones: TravelZones([
        .init(id: "town", area: LineStreets.area(south: 800, north: 2500)),
        // Overlaps: the first counts.
        .init(id: "all", area: LineStreets.area(south: -2500, north: 2500)),
      ]),
      congestion: CongestionTable([
        .init(zone: "town", group: .minor, period: 28_800..<32_400, factor: 2, source: "s"),
        .init(zone: "town", group: .main, period: 28_800..<32_400, factor: 3, source: "s"),
      ]),
      parking: ParkingTable([
        .init(zone: "town", searchMinutes: 4, walkMinutes: 2, source: "s")
      ]))
  }

  private let home = LineStreets.start
  private let work = LineStreets.end

  /// Free: 180 s + 4 min search + 2 min walk = 540 s. Congested: 60 + 120 + 180 = 360, with parking
  /// 720 s. Back at 09:00, free: 2 min to the car, 60 + 240 + 60 s round the one-way street: 480 s;
  /// nothing to look for at home.
  @Test("a drive has the congestion of its period, search and walk on arrival, the walk on leaving")
  func drive() async throws {
    let car = try car()
    func seconds(_ from: Coordinate, _ to: Coordinate, _ at: Int) async -> Int? {
      await car.times(from: [from], to: [to], at: at, limitSeconds: 4000, threads: 1)[0].first?
        .time.seconds
    }
    #expect(await seconds(home, work, 28_799) == 540)
    #expect(await seconds(home, work, 28_800) == 720)
    #expect(await seconds(home, work, 28_800 + 86_400) == 720)
    #expect(await seconds(work, home, 32_400) == 480)
    let short = await car.times(
      from: [home], to: [work], at: 0, limitSeconds: 539, threads: 1)
    #expect(short == [[]])
    let nowhere = Coordinate(latitude: .nan, longitude: 4)
    #expect(
      await car.times(from: [nowhere], to: [work, nowhere], at: 0, limitSeconds: 9999, threads: 1)
        == [[]])
  }

  /// A station has parking of its own: 180 s of drive and the zone's 240 s of search, no walk.
  @Test("a place at a station adds the search of its zone and no walk")
  func ends() async throws {
    let car = try car()
    let there = await car.times(
      from: [home], to: [work], at: 0, .doorToPlace, limitSeconds: 4000, threads: 1)
    #expect(there[0].map(\.time.seconds) == [420])
    let back = await car.times(
      from: [work], to: [home], at: 0, .placeToDoor, limitSeconds: 4000, threads: 1)
    #expect(back[0].map(\.time.seconds) == [360])
  }

  /// 07:56 to 08:04: four minutes at 540 s and six at 720 s. p10 and p40 are 540, p50 is 720.
  @Test("percentiles over a window of two periods count the minutes of each")
  func window() async throws {
    let car = try car()
    let window = TimeWindow.departures(TimeWindow.minutes(from: 28_560, to: 29_160))
    for threads in [1, 2, 8] {
      let times = await car.times(
        from: [home], to: [work, LineStreets.streetless], over: window, percentiles: [10, 40, 50],
        limitSeconds: 4000, threads: threads)
      #expect(times[0][0] == .init(seconds: [540, 540, 720], usesStraightLine: false))
      #expect(times[0][1].usesStraightLine)
    }
    let tight = await car.times(
      from: [home], to: [work], over: window, percentiles: [10, 40, 50], limitSeconds: 600,
      threads: 1)
    #expect(tight[0][0].seconds == [540, 540, nil])
    let none = await car.times(
      from: [home], to: [work], over: .departures([]), percentiles: [50], limitSeconds: 600,
      threads: 1)
    #expect(none[0][0].seconds == [nil])
    #expect(
      await car.times(
        from: [], to: [work], over: window, percentiles: [50], limitSeconds: 600, threads: 2
      ).isEmpty)
  }

  @Test("the legs of a drive are to the car, the drive with the search, and the walk from it")
  func legs() throws {
    let car = try car()
    let there = Itinerary(
      try #require(car.legs(from: home, to: work, at: 0)), from: "home", to: "work",
      arrivalSeconds: 30_000)
    #expect(there.departureSeconds == 30_000 - 540)
    #expect(there.legs.map(\.mode) == [.car, .walk])
    #expect(there.legs.map { $0.arrivalSeconds - $0.departureSeconds } == [180 + 240, 120])
    #expect(there.legs[0].distanceMeters == 1800)
    #expect(there.legs[0].via == "N1, One Way, N1")
    #expect(there.legs.map(\.isStraightLine) == [false, false])
    #expect(there.legs[1].from == "the place to park")
    #expect(!there.text.contains("straight line"))
    let back = try #require(car.legs(from: work, to: home, at: 0))
    #expect(back.map(\.mode) == [.walk, .car])
    #expect(back.map(\.seconds) == [120, 360])
    let off = try #require(car.legs(from: home, to: LineStreets.streetless, at: 0))
    #expect(off.map(\.isStraightLine) == [true])
  }
}
