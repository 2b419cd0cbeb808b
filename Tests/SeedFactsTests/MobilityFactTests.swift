import Findings
import Geography
import PrincipalRoads
import TestSupport
import Testing
import TransitRouting

@testable import Impact
@testable import ImpactModel
@testable import SeedFacts
@testable import Surroundings

@Suite struct MobilityFactTests {
  private typealias Interval = (name: String, value: Double, low: Double, high: Double)

  /// A run with intervals, and sites by id, zone and ranks.
  private func run(
    _ intervals: [Interval] = [], drawn: [Double] = [], clientMinutes: Double? = nil,
    sites: [(zone: String, low: Int, high: Int)] = [], at longitudes: [Double] = []
  ) -> RunResult {
    var effects = Effects()
    effects.clientDays = clientMinutes.map {
      var effect = ClientDayEffect()
      (effect.minutesSavedPerVisit, effect.shareShorter) = ($0, 0.4)
      return effect
    }
    let nowhere = RunResult.Percentile(p10: nil, p50: nil, p90: nil)
    return RunResult(
      version: "test",
      scenario: .init(
        file: "s.yaml", name: "Test", description: "", date: "2019-10-29",
        arrivalWindow: "", departureWindow: "", demand: "", parameters: []),
      feeds: [], notes: [],
      totals: .init(
        people: 0, peopleByOutcome: [:], hoursSavedPerDay: 0, hoursSavedPerYear: 0,
        hoursLostPerDay: 0, peopleSavingOver15Minutes: 0, peopleSavingOver30Minutes: 0),
      origins: [],
      sites: sites.enumerated().map { index, site in
        .init(
          id: "s\(index)", name: "", operatorName: "", status: "existing", zone: site.zone,
          municipality: "",
          coordinate: .init(
            latitude: 50.85, longitude: longitudes.isEmpty ? 0 : longitudes[index]),
          peopleChoosing: 0,
          hoursSavedPerDay: 0, hoursSavedPerYear: 0, peopleGainingAlone: 0,
          hoursSavedPerDayAlone: 0, hoursSavedPerYearAlone: 0, peopleWithin15: 0,
          peopleWithin30: 0, peopleWithin45: 0,
          commute: .init(morning: nowhere, evening: nowhere, oneWay: nil))
      }, municipalities: [], offices: [], savings: [], itineraries: [], boundaries: [],
      impact: .init(
        effects: effects, modes: [], mainModes: [], weekdays: [], quarters: [], sites: [],
        distribution: .init(
          savedMinutesPercentiles: [], winnersOver0: 0, winnersOver30: 0, winnersOver60: 0,
          losersOver0: 0), incomes: []),
      uncertainty: .init(
        draws: 10, seed: 1,
        intervals: intervals.map {
          .init(
            name: $0.name, unit: "", value: $0.value, low: $0.low, median: $0.value,
            high: $0.high, drawn: drawn)
        }, tornado: [],
        ranks: sites.enumerated().map { index, site in
          .init(
            id: "s\(index)", rank: index + 1, hoursAlonePerYear: 0, shareFirst: 0,
            shareInTopThree: 0, lowRank: site.low, highRank: site.high)
        }))
  }

  private func fact(_ title: String, _ runs: MobilityRuns) throws -> Fact {
    try #require(
      MobilityFacts.facts(runs, try surroundings()).first { $0.title.hasPrefix(title) })
  }

  /// A railway station at 4.35° and an exit of the R0 at 4.45°, 7 km apart.
  private func surroundings() throws -> Surroundings {
    let nodes = """
      node_id,lat,lon,kind,ref,name,source,precision_m
      a,50.85,4.45,exit,2,Beta,test,100
      b,50.90,4.45,junction,,Gamma,test,100

      """
    let ways = "way_id,nodes,highway,oneway,maxspeed,ref\nw,a b,motorway,no,90,R0\n"
    var network = street(["Alpha"], lines: [tram("1", [0])])
    network.lines[0].mode = .rail
    return Surroundings(network, try PrincipalRoads(nodes: nodes, ways: ways))
  }

  @Test func anIntervalAboveZeroAgreesAndOneBelowDiffers() throws {
    let runs = MobilityRuns(
      antennas: run(
        [
          ("car_km_saved", 500, 200, 900), ("ring_km_saved", -5, -9, -1),
          ("border_crossings_saved", 3, -4, 8),
        ]))
    #expect(try fact("A5.2 car kilometres saved", runs).agreement == .agrees)
    #expect(try fact("A5.2 car kilometres saved on the ring", runs).agreement == .differs)
    #expect(try fact("A5.2 cars fewer", runs).agreement == .undecided)
    #expect(try fact("A5.2 car kilometres saved", runs).oursText == "500 (200–900)")
    #expect(try fact("A5.2 cars fewer", runs).oursText == "3 (-4 to 8)")
  }

  @Test func aFigureThatNoRunGivesIsNotComputable() throws {
    for fact in MobilityFacts.facts(MobilityRuns(), try surroundings()) {
      #expect(fact.agreement == .notComputable)
      #expect(fact.note.contains("--runs"))
    }
    // A run without visits to clients does not answer for them.
    let runs = MobilityRuns(antennas: run([("client_visit_saved", 0, 0, 0)]))
    #expect(try fact("A5.1 minutes", runs).agreement == .notComputable)
  }

  @Test func daysNearAClient() throws {
    let runs = MobilityRuns(
      antennas: run([("client_visit_saved", 7.5, 5, 9)], clientMinutes: 7.5))
    let fact = try fact("A5.1 minutes", runs)
    #expect(fact.agreement == .agrees)
    #expect(fact.oursText == "7.5 (5.0–9.0)")
    #expect(fact.note.contains("40 % of the visits get shorter"))
  }

  @Test func theTenBestAreCountedByZoneAsFarAsTheirRanksAreSure() throws {
    // Twelve sites: eight outside the centre at ranks 1 to 8, of which one may fall out of the ten; of
    // the two at 11 and 12 one may come in.
    var sites = (1...8).map { (zone: "second ring", low: $0, high: $0 == 8 ? 11 : $0) }
    sites += [
      ("pentagon", 9, 9), ("pentagon", 10, 12), ("periphery", 10, 12), ("periphery", 11, 12),
    ]
    let fact = try fact("A5.3", MobilityRuns(allSpaces: run(sites: sites)))
    #expect(fact.ours == Estimate(lowest: 7, best: 8, highest: 9))
    #expect(fact.agreement == .agrees)
  }

  /// Two spaces at the station, ranks 1 and 3: 2 in the mean, better than (4 + 1) / 2. One at the exit
  /// in the second ring, rank 2, which may be 4. One near neither, rank 4.
  @Test func spacesNearAStationOrAnExitAreHeldAgainstTheMiddleRank() throws {
    let spaces: [(zone: String, low: Int, high: Int)] = [
      ("pentagon", 1, 1), ("second ring", 2, 4), ("first ring", 2, 3), ("periphery", 3, 4),
    ]
    let runs = MobilityRuns(
      allSpaces: run(sites: spaces, at: [4.351, 4.451, 4.349, 4.40]))
    let station = try fact("A5.3 mean rank of the spaces near a metro", runs)
    #expect(station.ours == Estimate(lowest: 1.5, best: 2, highest: 2))
    #expect(station.claim == Claim(.lessThan, 2.5))
    #expect(station.agreement == .agrees)
    #expect(station.note.hasPrefix("2 of 4 spaces, within 1,000 m"))
    let exit = try fact("A5.3 mean rank of the spaces near an exit", runs)
    #expect(exit.ours == Estimate(lowest: 2, best: 2, highest: 4))
    #expect(exit.agreement == .undecided)
    #expect(try fact("A5.3 mean rank of the spaces in the second ring", runs).ours == exit.ours)
    #expect(try fact("A5.3 mean rank of the spaces outside", runs).ours == exit.ours)
  }

  @Test func whereAllSpacesAreNearAStationNothingIsCompared() throws {
    let runs = MobilityRuns(
      allSpaces: run(sites: [("pentagon", 1, 1), ("pentagon", 2, 2)], at: [4.35, 4.351]))
    #expect(try fact("A5.3 mean rank of the spaces near a metro", runs).ours == nil)
  }

  /// 600 of 1,000 hours stay: 40 % go. Draw by draw 300 of 600, 50 %; 900 of 1,200, 25 %; 600 of
  /// 1,000. The ends of the runs' own intervals, 300 of 1,200, never meet in one draw.
  @Test func whatThePeripheryIsWorthIsTheDifferenceOfTwoRunsDrawByDraw() throws {
    let runs = MobilityRuns(
      oneDay: run([("hours_saved", 1000, 600, 1200)], drawn: [600, 1200, 1000]),
      peripheryFails: run([("hours_saved", 600, 300, 900)], drawn: [300, 900, 600]))
    #expect(try fact("A5.4", runs).ours == Estimate(lowest: 25, best: 40, highest: 50))
  }

  @Test func runsOfDifferentSeedsHaveNoIntervalOfTheirDifference() throws {
    var other = run([("hours_saved", 600, 300, 900)], drawn: [300])
    other.uncertainty?.seed = 2
    let runs = MobilityRuns(
      oneDay: run([("hours_saved", 1000, 600, 1200)], drawn: [600]), peripheryFails: other)
    #expect(try fact("A5.4", runs).ours == nil)
  }

  @Test func aFolderWithoutRunsIsMissing() throws {
    let folder = try TemporaryFolder([:])
    let error = #expect(throws: Failure.self) { try MobilityRuns(folder: folder.path) }
    #expect(error?.exitCode == 66)
  }
}
