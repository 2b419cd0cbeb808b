import Geography
import ImpactModel
import Routing
import Scenarios
import StreetRouting
import Testing

@testable import Impact

/// What drives, and ways on foot and by bicycle, consist of. Roads run A – B – O – S, a tenth of a
/// degree each, at 60 km/h.
@Suite struct RoadSkimTests {
  /// From B to A the way back is a residential road of 20 km.
  private func roads() -> TinyRoads {
    var roads = TinyRoads(["A", "B", "O", "S"])
    roads.road("A", "B", .motorway, name: "E19;R0 Ring", isOneWay: true)
    roads.road("B", "A", .residential, isOneWay: true, kilometers: 20)
    roads.road("B", "O", .primaryLink)
    roads.road("O", "S", .residential, name: "R0")
    return roads
  }

  private let parking = ParkingTable.Row(
    zone: "elsewhere", searchMinutes: 2, walkMinutes: 3, costEuroPerDay: 7, source: "test")

  /// A–O: 1 tenth of motorway there, 20 km of minor road back, 1 tenth of main road both ways; half of
  /// the motorway is the ring of the mean way. 3 minutes to the car, 3 from it and 2 of search, with
  /// (2 × 11.119508 km → 1334.3 s and 31.119508 km → 1867.2 s) 1335 and 1868 s of driving.
  @Test func kilometersByClassAndOnTheRingAreTheMeanOfThereAndBack() async throws {
    let table = try await Scenario.skims(["A"], sites: ["S"], [.car])
      .skims(TinyNetwork(), try roads().car(parking: [parking]))
    let skim = try #require(table[0, 0, 0])
    #expect(isClose(skim.load.motorwayKilometers, tenth / 2, within: 1e-5))
    #expect(isClose(skim.load.mainRoadKilometers, tenth, within: 1e-5))
    #expect(isClose(skim.load.minorRoadKilometers, 10, within: 1e-5))
    #expect(isClose(skim.load.ringKilometers, tenth / 2, within: 1e-5))
    #expect(skim.seconds == Double(1335 + 1868) / 2 + 480)
    #expect(skim.earlySeconds == skim.seconds && skim.lateSeconds == skim.seconds)
    #expect(skim.walkSeconds == 360 && skim.waitSeconds == 0)
    #expect(isClose(skim.load.activeKilometers, 0.48))
    #expect(skim.parkingEuroPerDay == 7 && skim.kind == .car)
    // A residential road may be a ring too.
    #expect(
      isClose(table[0, 1, 0]?.load.ringKilometers ?? 0, 1.5 * tenth, within: 1e-5))
  }

  @Test func anotherRingHasAnotherNumber() async throws {
    var scenario = Scenario.skims(["A"], [.car])
    scenario.impact.ringReference = "E19"
    let skim = try await scenario.skims(TinyNetwork(), try roads().car())[0, 0, 0]
    #expect(isClose(skim?.load.ringKilometers ?? 0, tenth / 2, within: 1e-5))
    scenario.impact.ringReference = "Ring"
    let none = try await scenario.skims(TinyNetwork(), try roads().car())[0, 0, 0]
    #expect(none?.load.ringKilometers == 0)
  }

  /// The Region lies about O, from 50.15 to 50.25: in from B, out again to S.
  @Test func theBorderIsCrossedOnceIntoTheRegionAndTwiceThroughIt() async throws {
    var scenario = Scenario.skims(["A", "O"], sites: ["S", "B"], [.car])
    scenario.impact.region = band(50.15, 50.25)
    let table = try await scenario.skims(TinyNetwork(), try roads().car())
    #expect((0..<3).map { table[0, $0, 0]?.load.borderCrossings } == [1, 2, 0])
    #expect((0..<3).map { table[1, $0, 0]?.load.borderCrossings } == [0, 1, 1])
    // A Region on the middle of a road is crossed twice on that road alone.
    scenario.impact.region = band(50.14, 50.16)
    let through = try await scenario.skims(TinyNetwork(), try roads().car())
    #expect(through[0, 0, 0]?.load.borderCrossings == 2)
  }

  /// Home half way between B and O, inside the Region of 50.14 to 50.16.
  @Test func whoBeginsOnARoadDrivesAPartOfIt() async throws {
    var scenario = Scenario.skims(["B"], [.car])
    scenario.demand.origins[0].coordinate.latitude = 50.15
    scenario.impact.region = band(50.14, 50.16)
    let skim = try await scenario.skims(TinyNetwork(), try roads().car())[0, 0, 0]
    #expect(isClose(skim?.load.mainRoadKilometers ?? 0, tenth / 2, within: 1e-5))
    #expect(skim?.load.borderCrossings == 1)
  }

  /// No road is near T: 2 tenths × 1.3 to O.
  @Test func withoutARoadTheStraightLineIsAMinorOneAndAFerryIsNone() async throws {
    var scenario = Scenario.skims(["T"], sites: ["S"], [.car])
    scenario.impact.region = band(50.25, 50.35)
    let table = try await scenario.skims(TinyNetwork(), try roads().car())
    #expect(isClose(table[0, 0, 0]?.load.minorRoadKilometers, 2.6 * tenth))
    #expect(table[0, 0, 0]?.load.borderCrossings == 2)
    #expect(isClose(table[0, 1, 0]?.load.carKilometers, 1.3 * tenth))
    var sea = TinyRoads(["A", "B", "O", "S"])
    sea.road("A", "B", .primary)
    sea.road("B", "O", .ferry)
    sea.road("O", "S", .primary)
    let ship = try await Scenario.skims(["A"], offices: ["S"], [.car])
      .skims(TinyNetwork(), try sea.car())[0, 0, 0]
    #expect(isClose(ship?.load.carKilometers ?? 0, 2 * tenth, within: 1e-5))
  }

  /// From A over B: 667.2 s of driving, 668 by the whole second, 120 s to park, the train of 30 minutes
  /// and 4 of waiting: 2828 s there and back.
  @Test func parkAndRideIsADriveAndATrain() async throws {
    var scenario = Scenario.skims(["A"], [.parkAndRide])
    scenario.parkAndRide.facilities = [station]
    scenario.impact.region = band(50.05, 50.15)
    scenario.impact.junctionStops = ["O"]
    var roads = TinyRoads(["A", "B", "O"])
    roads.road("A", "B", .primary, name: "R0")
    roads.road("B", "O", .residential)
    let example = try TinyNetwork.example()
    let skim = try #require(try await scenario.skims(example, try roads.car())[0, 0, 0])
    #expect(skim.seconds == 2828 && skim.waitSeconds == 240 && skim.walkSeconds == 0)
    #expect(isClose(skim.load.mainRoadKilometers, tenth, within: 1e-5))
    #expect(skim.load.carKilometers == skim.load.mainRoadKilometers)
    #expect(skim.load.ringKilometers == skim.load.carKilometers)
    #expect(skim.load.borderCrossings == 1 && skim.load.junctionRides == 1)
    #expect(isClose(skim.load.trainKilometers, tenth))
    #expect(skim.parkingEuroPerDay == 0 && skim.kind == .train)
    // 3 minutes to the car and 2 of search at the station; back 2 of search and 3 from it at home.
    let far = try await scenario.skims(example, try roads.car(parking: [parking]))[0, 0, 0]
    #expect(far?.walkSeconds == 180 && far?.seconds == 2828 + 300)
  }

  private let station = ParkingFacility(
    id: "B", name: "Station B", coordinate: TinyNetwork.place("B"), takesCars: true,
    takesBicycles: true)

  /// 1 tenth × 1.3 by bicycle, at 45 km/h; then the train.
  @Test func bikeAndRideIsActiveAndRidden() async throws {
    var scenario = Scenario.skims(["A"], [.bikeAndRide, .bike])
    scenario.parkAndRide.facilities = [station]
    scenario.access.bikeSpeedKilometersPerHour = SourcedNumber(45)
    let table = try await scenario.skims(try TinyNetwork.example())
    let skim = try #require(table[0, 0, 0])
    #expect(isClose(skim.load.activeKilometers, 1.3 * tenth))
    #expect(isClose(skim.load.trainKilometers, tenth))
    #expect(skim.walkSeconds == 0 && skim.load.carKilometers == 0)
    let bike = try #require(table[0, 0, 1])
    #expect(isClose(bike.load.activeKilometers, 2.6 * tenth))
    #expect(bike.walkSeconds == 0 && bike.kind == .active)
  }

  @Test func onFootAllIsWalked() async throws {
    var scenario = Scenario.skims(["O"], [.walk])
    scenario.demand.origins[0].coordinate.latitude -= 0.009
    let skim = try #require(try await scenario.skims(TinyNetwork())[0, 0, 0])
    #expect(skim.seconds == 976 && skim.walkSeconds == 976)
    #expect(abs(skim.load.activeKilometers - 1.300983) < 1e-5)
  }

  @Test func everyThreadCountGivesTheSameBits() async throws {
    var scenario = Scenario.skims(
      ["A", "B", "T", "S", "O"], offices: ["O", "S"], sites: ["A", "T"],
      [.transit, .car, .parkAndRide, .bikeAndRide, .bike, .walk])
    scenario.parkAndRide.facilities = [station]
    scenario.impact.region = band(50.15, 50.25)
    let network = try TinyNetwork.example()
    let one = try await scenario.skims(network, try roads().car(parking: [parking]), threads: 1)
    #expect(one.skims.count { $0 != nil } > 50)
    for threads in [2, 8] {
      let other = try await scenario.skims(
        network, try roads().car(parking: [parking]), threads: threads)
      #expect(other.skims == one.skims)
    }
  }

  @Test func withoutHomesRoadsOrWaysThereIsNothing() async throws {
    let network = try TinyNetwork.example()
    let none = try await Scenario.skims([], [.transit, .car, .parkAndRide]).skims(network)
    #expect(none.skims.isEmpty && none.modes.count == 3)
    let lost = try await Scenario.skims(["A"], [.car, .parkAndRide]).skims(network)
    #expect(lost.skims.allSatisfy { $0 == nil } && lost.skims.count == 2)
  }
}
