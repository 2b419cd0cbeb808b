import Findings
import Geography
import Routing
import StreetRouting
import Testing
import TransitRouting

@testable import Impact
@testable import Scenarios

/// Modes on `TinyNetwork.example()`: A 44 minutes from O by train, B 34; A–S 24, A–T 29.
@Suite struct ModeTests {
  private func scenario(_ modes: [CommuteMode]) -> Scenario {
    var scenario = Scenario.tiny(
      homes: [("A", 100), ("B", 50), ("D", 7)], offices: [("O", 1)], sites: ["S", "T"])
    scenario.modes = modes
    return scenario
  }

  private func result(
    _ scenario: Scenario, _ car: CarTravel?, threads: Int = 1
  ) async throws -> RunResult {
    try await CommuteComparison.computed(
      scenario, TinyNetwork.example().build(), streets: CommuteStreets(car: car), threads: threads
    ).result()
  }

  @Test func modesStandSideBySideAndTheTablesAreOfTheFirst() async throws {
    let result = try await result(scenario([.transit, .car, .walk]), TinyNetwork.car())
    let modes = try #require(result.modes)
    #expect(modes.map(\.mode) == ["transit", "car", "walk"])
    #expect(result.origins.map(\.central.oneWay) == modes[0].origins.map(\.centralSecondsOneWay))
    #expect(modes[0].origins.map(\.centralSecondsOneWay) == [2640, 2040, nil])
    // 22.24 min = 1334.3 s, rounded up; 667.2 s.
    #expect(modes[1].origins[0].centralSecondsOneWay == 1335)
    #expect(modes[1].origins[1].centralSecondsOneWay == 668)
    // By car nobody gains at S, which lies beyond O.
    #expect(modes[1].totals.peopleByOutcome["gains"] == 0)
    #expect(modes[0].totals.peopleByOutcome["gains"] == 100)
    // Nobody walks 11 km in 90 minutes.
    #expect(modes[2].pairs == 0)
    #expect(modes.map(\.peopleFastestToOffice).prefix(2) == [0, 150])
    #expect(result.notes.contains { $0.code == "car_basis" })
    let mainCar = try await self.result(scenario([.car, .transit]), TinyNetwork.car())
    #expect(mainCar.totals.peopleByOutcome["gains"] == 0)
    #expect(mainCar.modes?[1].totals.hoursSavedPerDay == result.totals.hoursSavedPerDay)
    #expect(mainCar.notes.contains { $0.message.contains("everyone is taken to travel by car") })
  }

  @Test func ofEquallyFastModesTheFirstCounts() async throws {
    // Bicycles and e-bikes at one speed, 6.6 minutes to the tenth of a degree.
    var scenario = scenario([.eBike, .bike])
    scenario.access.bikeSpeedKilometersPerHour = SourcedNumber(45)
    scenario.access.eBikeSpeedKilometersPerHour = SourcedNumber(45)
    let modes = try #require(try await result(scenario, nil).modes)
    #expect(modes[0].peopleFastestToOffice > 0)
    #expect(modes[1].peopleFastestToOffice == 0)
    // Without a street file every pair is the straight line.
    #expect(modes.allSatisfy { $0.pairs > 0 && $0.pairs == $0.pairsOnStraightLine })
    #expect(modes[0].origins[0].usesStraightLine)
  }

  /// 90 minutes of the morning, 45 with twice the time: p10 and p50 (rank 45) are free, p90 is not.
  @Test func percentilesByCarCountTheMinutesOfEachPeriod() async throws {
    let result = try await result(scenario([.car]), TinyNetwork.car(congested: true))
    let morning = result.origins[0].central.morning
    #expect(morning.p10 == 1335 && morning.p50 == 1335 && morning.p90 == 2669)
    #expect(result.origins[0].central.evening.p90 == 1335)
  }

  @Test func withoutRoadsNobodyDrives() async throws {
    let modes = try #require(
      try await result(scenario([.transit, .car, .parkAndRide]), nil).modes)
    #expect(modes[1].pairs == 0 && modes[2].pairs == 0)
    #expect(modes[1].origins.allSatisfy { $0.centralSecondsOneWay == nil })
  }

  /// From D, 64 km from B and 6 tenths of a degree further from O, nobody drives. From A: over A
  /// itself 2 minutes to park and the train of 40 to 49 minutes: 46 there and back; over B 11.12
  /// minutes more, but its train takes 10 less: 47.12. A is the best.
  @Test func parkAndRideIsOverTheOneStationThatIsBestThereAndBack() async throws {
    var scenario = scenario([.parkAndRide])
    func facility(_ name: String) -> ParkingFacility {
      ParkingFacility(
        id: name, name: "Station \(name)", coordinate: TinyNetwork.place(name), takesCars: true,
        takesBicycles: true)
    }
    scenario.parkAndRide.facilities = [facility("A"), facility("B")]
    let both = try #require(try await result(scenario, TinyNetwork.car()).modes).first
    #expect(both?.origins[0].centralStation == "Station A")
    #expect(both?.origins[0].centralSecondsOneWay == 2760.0)
    #expect(both?.origins[1].centralStation == "Station B")
    #expect(both?.origins[1].centralSecondsOneWay == 2160.0)
    scenario.parkAndRide.facilities = [facility("B")]
    let onlyB = try #require(try await result(scenario, TinyNetwork.car()).modes).first
    #expect(onlyB?.origins[0].centralStation == "Station B")
    // 668 s of driving, 120 s of parking, 30 + 4 minutes: within the phase of the trains.
    let seconds = try #require(onlyB?.origins[0].centralSecondsOneWay)
    #expect(abs(seconds - (668 + 120 + 2040)) <= 60)
  }

  @Test func nobodyAtHomeAndManyThreadsAreNoTrouble() async throws {
    let modes: [CommuteMode] = [.transit, .car, .parkAndRide, .bikeAndRide, .bike]
    let one = try await result(scenario(modes), TinyNetwork.car(congested: true)).json()
    for threads in [2, 8] {
      #expect(
        try await result(scenario(modes), TinyNetwork.car(congested: true), threads: threads).json()
          == one)
    }
    var empty = scenario(modes)
    empty.demand.origins = []
    let result = try await result(empty, TinyNetwork.car())
    #expect(result.modes?.count == 5)
    #expect(result.modes?.allSatisfy { $0.pairs == 0 && $0.origins.isEmpty } == true)
  }
}
