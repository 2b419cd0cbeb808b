import Findings
import Geography
import ImpactModel
import Testing

@testable import Impact
@testable import Scenarios
@testable import TransitRouting

/// What the journeys behind the medians consist of.
@Suite struct TransitSkimTests {
  /// A–O: 40 to 49 minutes in every minute, so 44 in the median, of which 4 are waited; p10 40,
  /// p90 48. O lies two tenths of a degree from A. B–T takes longer than 90 minutes.
  @Test func timesWaitsAndKilometersAreThoseOfTheMedianJourney() async throws {
    let table = try await Scenario.skims(["A", "B"], sites: ["S", "T"])
      .skims(try TinyNetwork.example())
    #expect(table.homeCount == 2 && table.workplaceCount == 3 && table.modes == ["transit"])
    let skim = try #require(table[0, 0, 0])
    #expect(skim.seconds == 2640 && skim.earlySeconds == 2400 && skim.lateSeconds == 2880)
    #expect(skim.waitSeconds == 240 && skim.walkSeconds == 0 && skim.changes == 0)
    #expect(isClose(skim.load.trainKilometers, 2 * tenth))
    #expect(skim.load.activeKilometers == 0 && skim.load.carKilometers == 0)
    #expect(skim.kind == .train)
    // B–S, 50 minutes of riding over two tenths of a degree.
    #expect(table[1, 1, 0]?.seconds == 3240)
    #expect(isClose(table[1, 1, 0]?.load.trainKilometers, 2 * tenth))
    #expect(table[1, 2, 0] == nil)
  }

  /// A 8:00, O 8:20; O 8:30, S 8:50: 50 minutes, 54 in the median. Waited: 10 at the change and 4
  /// at the end. Two tenths of a degree by metro and one by tram.
  @Test func aChangeIsWaitedForAndEveryKindOfVehicleCountsByItself() async throws {
    var network = TinyNetwork()
    try network.bothWays("A", "O", minutes: 20, type: 401)
    try network.bothWays("O", "S", minutes: 20, type: 900)
    let skim = try #require(
      try await Scenario.skims(["A"], offices: ["S"]).skims(network)[0, 0, 0])
    #expect(skim.seconds == 3240 && skim.waitSeconds == 840 && skim.changes == 1)
    #expect(isClose(skim.load.metroKilometers, 2 * tenth))
    #expect(isClose(skim.load.tramKilometers, tenth))
    #expect(skim.load.trainKilometers == 0 && skim.kind == .urban)
  }

  /// A – O – B: O lies beyond B, so the way from call to call is 2 + 1 tenths, not 1. Back there is a
  /// direct bus: of both ways' 3 and 1 tenths each counts half.
  @Test func kilometersGoFromCallToCallAndAreTheMeanOfThereAndBack() async throws {
    var network = TinyNetwork()
    try network.line(["A", "O", "B"], minutes: 20)
    try network.line("B", "A", minutes: 20, type: 3)
    let skim = try #require(
      try await Scenario.skims(["A"], offices: ["B"]).skims(network)[0, 0, 0])
    #expect(isClose(skim.load.trainKilometers, 1.5 * tenth))
    #expect(isClose(skim.load.busKilometers, 0.5 * tenth))
    // There 44, back 24 minutes.
    #expect(skim.seconds == 2040)
  }

  /// Home 0.009° (1000.756 m) beyond A: × 1.3 on foot at 4.8 km/h 975.7 s, 976 by the whole second; by
  /// bicycle at 15 km/h 312.2 s, 313.
  @Test(arguments: [Scenario.AccessRules.HomeMode.walk, .bike])
  func theWayToTheFirstStopIsWalkedOrCycled(_ mode: Scenario.AccessRules.HomeMode) async throws {
    var scenario = Scenario.skims(["A"])
    scenario.access.homeMode = mode
    scenario.demand.origins[0].coordinate.latitude -= 0.009
    let skim = try #require(try await scenario.skims(try TinyNetwork.example())[0, 0, 0])
    #expect(skim.walkSeconds == (mode == .walk ? 976 : 0))
    #expect(abs(skim.load.activeKilometers - 1.300983) < 0.005)
    #expect(isClose(skim.load.trainKilometers, 2 * tenth))
  }

  /// The last train back leaves at 17:50. Of the 120 minutes from 16:30 on 81 have a train, of which
  /// 9 take 40 minutes and 8 each 41 to 49. Rank 60 is 47 minutes, rank 12 is 41, rank 108 none;
  /// there they are 44, 40 and 48.
  @Test func whereTheNinetiethPercentileIsOutOfReachTheMedianStands() async throws {
    var network = TinyNetwork()
    try network.line("A", "O", minutes: 40)
    try network.line("O", "A", minutes: 40, until: 17 * 60 + 50)
    let skim = try #require(try await Scenario.skims(["A"]).skims(network)[0, 0, 0])
    #expect(skim.seconds == 45.5 * 60)
    #expect(skim.earlySeconds == 40.5 * 60)
    #expect(skim.lateSeconds == skim.seconds)
  }

  /// Nobody who lives where he works waits or rides.
  @Test func theWayWithoutAVehicleIsWalked() async throws {
    var scenario = Scenario.skims(["O"])
    scenario.demand.origins[0].coordinate.latitude -= 0.009
    let skim = try #require(try await scenario.skims(try TinyNetwork.example())[0, 0, 0])
    #expect(skim.seconds == 976 && skim.walkSeconds == 976 && skim.waitSeconds == 0)
    #expect(skim.changes == 0 && skim.kind == .active)
  }
}

/// Trains into and through the junction.
@Suite struct JunctionTests {
  /// A – O – S and back by train; U – O by metro.
  private func network() throws -> TinyNetwork {
    var network = TinyNetwork()
    try network.line(["A", "O", "S"], minutes: 20)
    try network.line(["S", "O", "A"], minutes: 20)
    try network.bothWays("U", "O", minutes: 20, type: 1)
    return network
  }

  @Test(arguments: ["O", "Stop O"])
  func theMorningsTrainsFromOutsideCountOnce(_ junction: String) async throws {
    var scenario = Scenario.skims(["A", "O", "S", "U"], offices: ["O", "S"])
    scenario.impact.junctionStops = [junction]
    let table = try await scenario.skims(try network())
    // To O: from A and S by train, from U by metro. To S: from A through O, from O itself.
    #expect((0..<4).map { table[$0, 0, 0]?.load.junctionRides } == [1, 0, 1, 0])
    #expect((0..<3).map { table[$0, 1, 0]?.load.junctionRides } == [1, 0, 0])
    // The usual junction is in Brussels.
    scenario.impact.junctionStops = nil
    #expect(try await scenario.skims(try network())[0, 0, 0]?.load.junctionRides == 0)
  }

  /// The junction is A and S. From A to O and seated on to S one was never boarded outside; who changes
  /// at O was.
  @Test func whoStaysSeatedHasBoardedWhereTheVehicleWasBoarded() throws {
    var builder = TimetableBuilder()
    let stops = ["A", "O", "S"].map {
      builder.add(stop: .init(id: $0, name: $0, coordinate: TinyNetwork.place($0)))
    }
    let route = builder.add(route: .init(id: "IC", shortName: "IC", type: 2))
    for first in [0, 1] {
      try builder.add(
        trip: .init(id: "\(first)", route: route),
        events: [first, first + 1].map {
          let time = 28_800 + 1200 * (first + $0)
          return .init(stop: stops[$0], arrivalSeconds: time, departureSeconds: time)
        })
    }
    let timetable = builder.build()
    var scenario = Scenario.skims(["A"])
    scenario.impact.junctionStops = ["A", "S"]
    let junction = try JunctionStops(scenario, timetable)
    func journey(staysSeated: Bool) -> Journey {
      Journey(
        legs: [
          .ride(trip: TripIndex(0), boardEvent: 0, alightEvent: 1, staysSeated: false),
          .ride(trip: TripIndex(1), boardEvent: 2, alightEvent: 3, staysSeated: staysSeated),
        ], departureSeconds: 28_800, arrivalSeconds: 32_400)
    }
    #expect(!junction.isRidden(journey(staysSeated: true), timetable))
    #expect(junction.isRidden(journey(staysSeated: false), timetable))
  }

  @Test func unknownStopsAreToldAllAtOnce() async throws {
    var scenario = Scenario.skims(["A"])
    scenario.impact.junctionStops = ["Nowhere", "O", "AA"]
    let failure = await #expect(throws: Failure.self) {
      try await scenario.skims(try network())
    }
    guard case .unusableData(let findings) = failure else {
      Issue.record("no findings")
      return
    }
    #expect(findings.map(\.value) == ["Nowhere", "AA"])
    #expect(findings.allSatisfy { $0.file == "/somewhere/tiny.yaml, impact.junction_stops" })
  }
}
