import Findings
import Geography
import TestSupport
import Testing

@testable import Impact
@testable import ImpactModel
@testable import SeedFacts

@Suite struct MobilityFactTests {
  private typealias Interval = (name: String, value: Double, low: Double, high: Double)

  /// A run with intervals, and sites by id, zone and ranks.
  private func run(
    _ intervals: [Interval] = [], clientMinutes: Double? = nil,
    sites: [(zone: String, low: Int, high: Int)] = []
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
          municipality: "", coordinate: .init(latitude: 0, longitude: 0), peopleChoosing: 0,
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
            name: $0.name, unit: "", value: $0.value, low: $0.low, median: $0.value, high: $0.high)
        }, tornado: [],
        ranks: sites.enumerated().map { index, site in
          .init(
            id: "s\(index)", rank: index + 1, hoursAlonePerYear: 0, shareFirst: 0,
            shareInTopThree: 0, lowRank: site.low, highRank: site.high)
        }))
  }

  private func fact(_ title: String, _ runs: MobilityRuns) throws -> Fact {
    try #require(MobilityFacts.facts(runs).first { $0.title.hasPrefix(title) })
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
    for fact in MobilityFacts.facts(MobilityRuns()) {
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

  @Test func whatThePeripheryIsWorthIsTheDifferenceOfTwoRuns() throws {
    // 600 of 1000 hours stay: 40 % go; at the low ends 300 of 800, 62.5 %, at the high ones 900 of 1200,
    // 25 %.
    let runs = MobilityRuns(
      oneDay: run([("hours_saved", 1000, 800, 1200)]),
      peripheryFails: run([("hours_saved", 600, 300, 900)]))
    let fact = try fact("A5.4", runs)
    #expect(fact.ours == Estimate(lowest: 25, best: 40, highest: 62.5))
  }

  @Test func aFolderWithoutRunsIsMissing() throws {
    let folder = try TemporaryFolder([:])
    let error = #expect(throws: Failure.self) { try MobilityRuns(folder: folder.path) }
    #expect(error?.exitCode == 66)
  }
}
