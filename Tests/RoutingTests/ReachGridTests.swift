import Geography
import Routing
import StreetRouting
import TestSupport
import Testing
import TransitRouting

struct ReachGridTests {
  /// On the meridian a degree of latitude is 111,195 m.
  private static func north(_ meters: Double) -> Coordinate {
    Coordinate(latitude: 50 + meters / 111_195.08, longitude: 4)
  }

  /// 15 minutes at 4.8 km/h over a detour of 1.3: 900 × 1.3333 ÷ 1.3 = 923.08 m; π r² = 2.677 km².
  @Test("walking on the straight line reaches a circle")
  func circle() throws {
    let reach = try ReachGrid(
      Self.north(0), by: StraightLineTravel(), isForward: true, limitSeconds: 1200, cellMeters: 50)
    let area = reach.area(0, withinSeconds: 900)
    #expect(area.polygons.map(\.count) == [1])
    #expect(abs(area.squareMeters / 2_676_900 - 1) < 0.01)
    #expect(reach.straightLineShare(0, withinSeconds: 900) == 1)
    #expect(reach.straightLineShare(0, withinSeconds: -1) == 0)
    for point in area.polygons.joined().joined() {
      #expect(abs(Self.north(0).distanceMeters(to: point) - 923.08) < 3)
    }
  }

  /// Trips from a stop at 0 m to one at 10,000 m at 08:00 and 08:02, each of five minutes.
  private func network() throws -> DoorToDoorNetwork {
    var builder = TimetableBuilder()
    let stops = [0.0, 10_000].enumerated().map { index, meters in
      builder.add(
        stop: .init(id: "\(index)", name: "Stop \(index)", coordinate: Self.north(meters)))
    }
    let route = builder.add(route: .init(id: "R", shortName: "1", type: 2))
    for departure in [28_800, 28_920] {
      try builder.add(
        trip: .init(id: "T\(departure)", route: route),
        events: [
          .init(stop: stops[0], arrivalSeconds: departure, departureSeconds: departure),
          .init(stop: stops[1], arrivalSeconds: departure + 300, departureSeconds: departure + 300),
        ])
    }
    var options = TransitOptions()
    options.maximumSeconds = 1200
    return DoorToDoorNetwork(builder.build(), walking: StraightLineTravel(), options: options)
  }

  private func reach(_ window: TimeWindow, _ percentiles: [Int]) async throws -> ReachGrid {
    let network = try network()
    return try await ReachGrid(
      Self.north(0), DoorPlan(network, by: .travel(network.walking)), window,
      percentiles: percentiles, cellMeters: 50, threads: 2)
  }

  /// Leaving at 08:00: ten minutes on foot around the first stop (615.4 m: 1.190 km²), five around the
  /// second (307.7 m: 0.297 km²).
  @Test("two stops far apart give two areas")
  func twoAreas() async throws {
    let area = try await reach(.departures([28_800]), [50]).area(0, withinSeconds: 600)
    #expect(area.polygons.count == 2)
    #expect(abs(area.squareMeters / 1_487_300 - 1) < 0.02)
  }

  /// Leaving at 08:00, 08:01, 08:02 and 08:03 one is there after 300, 360, 300 s and never: of four
  /// minutes rank 2 is 300 s, rank 3 is 360 s and rank 4 none. With ten minutes in all, 240 s on foot
  /// are 246.2 m: 0.190 km².
  @Test("a percentile is the area within reach in that share of the minutes")
  func percentiles() async throws {
    let reach = try await reach(.departures([28_800, 28_860, 28_920, 28_980]), [50, 75, 100])
    let areas = (0..<3).map { reach.area($0, withinSeconds: 600) }
    let walk = areas[2].squareMeters
    #expect(areas.map(\.polygons.count) == [2, 2, 1])
    #expect(abs(walk / 1_189_800 - 1) < 0.02)
    #expect(abs((areas[0].squareMeters - walk) / 297_500 - 1) < 0.03)
    #expect(abs((areas[1].squareMeters - walk) / 190_400 - 1) < 0.03)
  }

  @Test("every cell has the time that a matrix gives, with departures and with arrivals")
  func agreesWithMatrix() async throws {
    let network = try network()
    let window = TimeWindow.departures([28_800, 28_860])
    let reach = try await reach(window, [50, 100])
    let place = Self.north(0)
    let cells = Array(stride(from: 0, to: reach.grid.count, by: 7))
    let places = cells.map { reach.grid.place($0) }
    let matrix = await TravelTimeMatrix(network, window, percentiles: [50, 100]).cells(
      origins: [network.door(at: place)], destinations: places.map { network.door(at: $0) },
      pairs: cells.indices.map { (0, $0) }, threads: 1,
      directSeconds: {
        StraightLineTravel().seconds(from: place, to: places[$1], limitSeconds: 1800)
      })
    for cell in matrix {
      let times = reach.seconds.map { $0[cells[cell.destination]] }
      #expect(times == cell.seconds.map { $0.map(Int32.init) ?? Contour.none })
    }
    let arrivals = try await self.reach(.arrivals([29_100]), [50])
    #expect(arrivals.area(0, withinSeconds: 600).polygons.count == 1)
  }

  /// From a home 3,000 m south of the first stop by bicycle, 3000 × 1.3 ÷ (15 ÷ 3.6) = 936 s, and 120 s
  /// to leave it there: ready at 07:57:36 who leaves at 07:40, at the other stop at 08:05. Within 30
  /// minutes five are left there on foot: 307.7 m, 0.297 km². Home is no part of it, for nobody goes
  /// all the way without the train.
  @Test("a bicycle that is left at a station is at hand at the given place")
  func bikeAndRide() async throws {
    var builder = TimetableBuilder()
    let stops = [0.0, 10_000].enumerated().map { index, meters in
      builder.add(
        stop: .init(id: "\(index)", name: "Stop \(index)", coordinate: Self.north(meters)))
    }
    try builder.addLine("there", along: stops, hopSeconds: 300, departures: [28_800])
    try builder.addLine("back", along: stops.reversed(), hopSeconds: 300, departures: [61_200])
    let network = DoorToDoorNetwork(
      builder.build(), walking: StraightLineTravel(), options: TransitOptions())
    let station = ParkingFacility(
      id: "0", name: "Stop 0", coordinate: Self.north(0), takesCars: false, takesBicycles: true)
    let ride = await ParkAndRide(
      [station], by: .bicycle(StraightLineTravel(mode: .bike, speedKilometersPerHour: 15)),
      in: network, threads: 1)
    let reach = try await ReachGrid(
      Self.north(-3000), DoorPlan(network, by: .parkAndRide(ride)), .departures([27_600]),
      percentiles: [50], cellMeters: 50, threads: 1)
    let area = reach.area(0, withinSeconds: 1800)
    #expect(area.polygons.count == 1)
    #expect(area.contains(Self.north(10_000)))
    #expect(abs(area.squareMeters / 297_500 - 1) < 0.03)
  }

  @Test("a grid that would be too large is refused")
  func tooLarge() {
    #expect(throws: ReachTooLarge.self) {
      try ReachGrid(
        Self.north(0), by: StraightLineTravel(), isForward: true, limitSeconds: 86_400,
        cellMeters: 10)
    }
  }
}
