import Geography
import StreetRouting
import Testing
import TransitRouting

@testable import Routing

/// Stations P at 500 m, Q at 1700 m and the town's W 20 km north; a train from P at 08:00 and
/// from Q at 08:10, both at W at 08:30, and back from W at 17:00 to Q (17:20) and P (17:30).
struct ParkAndRideTests {
  private let home = LineStreets.start
  private let work = LineStreets.north(20_050)

  private func network() throws -> DoorToDoorNetwork {
    var builder = TimetableBuilder()
    let stops = [("P", 499.95), ("Q", 1699.95), ("W", 20_000)].map { name, meters in
      builder.add(stop: .init(id: name, name: name, coordinate: LineStreets.north(meters)))
    }
    let route = builder.add(route: .init(id: "R", shortName: "IC", type: 2))
    func trip(_ id: String, _ calls: [(Int, Int)]) throws {
      try builder.add(
        trip: .init(id: id, route: route),
        events: calls.map {
          .init(stop: stops[$0.0], arrivalSeconds: $0.1, departureSeconds: $0.1)
        })
    }
    try trip("there", [(0, 28_800), (1, 29_400), (2, 30_600)])
    try trip("back", [(2, 61_200), (1, 62_400), (0, 63_000)])
    var options = TransitOptions()
    options.maximumWalkSeconds = 300
    return DoorToDoorNetwork(
      builder.build(), walking: try LineStreets.travel(.walk, 3.6), options: options)
  }

  private func facility(_ name: String, _ meters: Double, cars: Bool = true) -> ParkingFacility {
    ParkingFacility(
      id: name, name: name, coordinate: LineStreets.north(meters), takesCars: cars,
      takesBicycles: true)
  }

  private func ride(_ network: DoorToDoorNetwork) async throws -> ParkAndRide {
    await ParkAndRide(
      [
        // Without a stop in ten minutes, and without places for cars: both are left out.
        facility("far", 40_000), facility("bicycles", 1200, cars: false), facility("P", 499.95),
        facility("Q", 1699.95),
      ], by: .car(CarTravel(try LineStreets.graph())), in: network, threads: 2)
  }

  /// By car 10 m/s. To P 50 s, to Q 170 s; 120 s to park, at the stop itself 0 s of walk. Back from
  /// Q the one-way street is driven round: 50 + 240 + 60 = 350 s.
  @Test("a way over a station is the drive, parking and the walk, and back from the same station")
  func doors() async throws {
    let network = try network()
    let ride = try await ride(network)
    #expect(ride.facilities.map(\.id) == ["P", "Q"])
    let ways = await ride.doors(at: [home], morning: 28_800, evening: 61_200, threads: 2)[0]
    try #require(ways.map(\.facility) == [0, 1])
    #expect(ways.map(\.toSeconds) == [50, 170])
    #expect(ways.map(\.fromSeconds) == [50, 350])
    func seconds(_ walks: [StopWalk], _ stop: Int) -> Int32? {
      walks.first { $0.stop.position == stop }?.seconds
    }
    #expect(seconds(ways[0].door.access, 0) == 170)
    #expect(seconds(ways[1].door.access, 1) == 290)
    #expect(seconds(ways[1].door.egress, 1) == 470)
    // P and Q are 1200 s of walking apart: over P one cannot board at Q.
    #expect(seconds(ways[0].door.access, 1) == nil)
    let one = await ride.doors(at: [home], morning: 0, evening: 0, nearest: 1, threads: 1)[0]
    #expect(one.map(\.facility) == [0])
    let nobody = await ride.doors(at: [], morning: 0, evening: 0, threads: 2)
    #expect(nobody.isEmpty)
    let lost = Coordinate(latitude: .nan, longitude: 0)
    #expect(await ride.doors(at: [lost], morning: 0, evening: 0, threads: 1)[0].isEmpty)
  }

  /// By 08:40 over Q: in at 08:10, so the car leaves home 290 s before, at 08:05:10, is at Q at 08:08,
  /// parked and at the train at 08:10.
  @Test("an itinerary drives, walks, rides and walks")
  func itinerary() async throws {
    let network = try network()
    let plan = DoorPlan(network, by: .parkAndRide(try await ride(network)))
    let (door, way) = await plan.doors(at: [home], atSeconds: 28_800, threads: 1)[0]
    let (end, endWay) = await plan.doorsOnFoot(at: [work], threads: 1)[0]
    let journey = try #require(
      network.journeys(from: door, to: end, directSeconds: nil, .backward, at: 31_200).last)
    let itinerary = Itinerary(
      journey, network.timetable, from: "home", to: "work",
      ways: JourneyWays(
        network, from: home, to: work, originWay: way, destinationWay: endWay))
    #expect(itinerary.departureSeconds == 29_110)
    #expect(Array(itinerary.legs.map(\.mode).prefix(3)) == [.car, .walk, .ride])
    #expect(itinerary.legs[0].to == "the parking at Q")
    #expect(itinerary.legs[0].arrivalSeconds == 29_280)
    #expect(itinerary.legs[0].distanceMeters == 1700)
    #expect(itinerary.legs[0].isStraightLine == false)
    #expect(itinerary.legs[1].from == "the parking at Q")
    #expect(itinerary.legs[1].to == "Q")
    // No street near the office: the walk there is the straight line and says so.
    #expect(itinerary.legs.last?.isStraightLine == true)
    let direct = await plan.direct([home], isForward: true).seconds([home], threads: 1)
    #expect(direct == [[:]])
  }

  @Test("a plan on foot has the network's doors, and the direct ways within the longest walk")
  func onFoot() async throws {
    let network = try network()
    let plan = DoorPlan(network, by: .travel(network.walking))
    let door = await plan.doors(at: [LineStreets.north(400.05)], atSeconds: 0, threads: 1)[0].door
    #expect(door.access == network.door(at: LineStreets.north(400.05)).access)
    #expect(door.access.map(\.seconds) == [100])
    // 200 m are 200 s; 400 m are beyond the 300 s.
    for isForward in [true, false] {
      let ways = plan.direct(
        [LineStreets.north(199.95), LineStreets.north(400)], isForward: isForward)
      #expect(await ways.seconds([home], threads: 2) == [[0: 200]])
    }
  }

  @Test("of doors that are merged the shortest way to each stop counts")
  func merged() {
    func door(_ seconds: [(Int, Int)], _ line: Bool) -> Door {
      let walks = seconds.map {
        StopWalk(stop: StopIndex($0.0), seconds: $0.1, isStraightLine: line)
      }
      return Door(access: walks, egress: [])
    }
    let merged = Door.merged([door([(1, 50), (3, 9)], false), door([(1, 40)], true)])
    #expect(merged.access.map(\.seconds) == [40, 9])
    #expect(merged.access.map(\.isStraightLine) == [true, false])
    #expect(Door.merged([]).access.isEmpty)
  }

  @Test("a walk between platforms of one station is no way along streets")
  func insideAStation() throws {
    var builder = TimetableBuilder()
    let station = builder.add(stop: .init(id: "S", name: "S", coordinate: home))
    let platforms = (0..<2).map {
      builder.add(
        stop: .init(
          id: "\($0)", name: "S", coordinate: LineStreets.north(Double($0) * 100), parent: station))
    }
    let network = DoorToDoorNetwork(
      builder.build(), walking: StraightLineTravel(), options: TransitOptions())
    let ways = JourneyWays(network, from: home, to: work)
    #expect(ways.legs(from: platforms[0], to: platforms[1]).isEmpty)
  }
}
