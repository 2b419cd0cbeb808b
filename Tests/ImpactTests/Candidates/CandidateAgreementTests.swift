import Findings
import ImpactModel
import Routing
import Testing

@testable import Impact
@testable import Scenarios

/// Candidates against the whole comparison with each as the only site.
@Suite struct CandidateAgreementTests {
  private func scenario(_ modes: Scenario.ChoiceRules.Modes) -> Scenario {
    var scenario = Scenario.tiny(
      homes: [("A", 100), ("B", 50), ("D", 7)], offices: [("O", 3), ("B", 1)], sites: [])
    for index in scenario.offices.indices { scenario.offices[index].share /= 4 }
    scenario.modes = [.transit, .car, .parkAndRide]
    scenario.choice.modes = modes
    scenario.choice.carShare = SourcedNumber(0.7)
    scenario.policy.participation = SourcedNumber(0.8)
    scenario.parkAndRide.facilities = ["A", "B"].map {
      ParkingFacility(
        id: $0, name: "Station \($0)", coordinate: TinyNetwork.place($0), takesCars: true,
        takesBicycles: true)
    }
    if modes == .given { scenario.demand.origins[1].habits.mode = .car }
    if modes == .logit {
      // What ways consist of differs a little between the journeys of the median and of the middle:
      // all of their time weighs alike.
      scenario.parameters.waitWeight.value = 1
      scenario.parameters.walkWeight.value = 1
      scenario.parameters.changePenaltyMinutes.value = 0
      scenario.choice.targets = [.car: SourcedNumber(0.4)]
    }
    return scenario
  }

  /// S, T and A; of them T with few seats, and A open for half of the week.
  private var candidates: [Site] {
    var sites = ["S", "T", "A"].map { Site.at(TinyNetwork.place($0), id: $0) }
    sites[1].seatsPerDay = 5
    sites[2].openingHours = OpeningHours("Mo-We 07:00-20:00") ?? .always
    return sites
  }

  private func prepared(
    _ scenario: Scenario, threads: Int = 1
  ) async throws -> CandidateEvaluation {
    try await CandidateEvaluation.prepared(
      scenario, TinyNetwork.example().build(),
      streets: CommuteStreets(car: TinyNetwork.car(congested: true)), threads: threads)
  }

  @Test(arguments: Scenario.ChoiceRules.Modes.allCases)
  func aCandidateIsWhatTheImpactOfItAloneIs(_ modes: Scenario.ChoiceRules.Modes) async throws {
    let scenario = scenario(modes)
    let found = try await prepared(scenario).evaluate(candidates, threads: 2)
    var gaining = 0
    for (site, evaluated) in zip(candidates, found) {
      var alone = scenario
      alone.sites = [site]
      alone.uncertainty.count = 0
      let comparison = try await CommuteComparison.computed(
        alone, TinyNetwork.example().build(),
        streets: CommuteStreets(car: TinyNetwork.car(congested: true)), threads: 1)
      let effects = await comparison.impact(threads: 1).impact.effects
      let result = evaluated.result
      let pairs = [
        (result.hoursSavedPerYear, effects.hoursPerYear),
        (result.siteDaysPerYear, effects.siteDaysPerYear),
        (result.unseatedDaysPerYear, effects.unseatedDaysPerYear),
        (result.officeDaysLeavingPerYear, effects.officeDaysLeavingPerYear),
        (result.spendingLeavingEuroPerYear, effects.spendingLeavingEuroPerYear),
        (result.carKilometersSavedPerYear, effects.carKilometersPerYear),
        (result.tonnesSavedPerYear, effects.tonnesPerYear),
      ]
      for (index, pair) in pairs.enumerated() {
        #expect(isClose(pair.0, pair.1), "\(site.id), figure \(index): \(pair)")
      }
      if effects.hoursPerYear > 0 { gaining += 1 }
    }
    #expect(gaining > 1)
    #expect(found[1].result.unseatedDaysPerYear > 0)
  }

  @Test(arguments: Scenario.ChoiceRules.Modes.allCases)
  func aResultHangsNeitherOnThreadsNorOnOtherCandidates(
    _ modes: Scenario.ChoiceRules.Modes
  ) async throws {
    let evaluation = try await prepared(scenario(modes))
    let first = await evaluation.evaluate(candidates, threads: 1)
    for threads in [2, 5] {
      let again = try await prepared(scenario(modes), threads: threads)
        .evaluate(candidates, threads: threads)
      #expect(again.map(\.result) == first.map(\.result))
      #expect(again.map(\.gains) == first.map(\.gains))
    }
    let reversed = await evaluation.evaluate(candidates.reversed(), threads: 2)
    #expect(reversed.reversed().map(\.result) == first.map(\.result))
    for (index, site) in candidates.enumerated() {
      let alone = await evaluation.evaluate([site], threads: 1)
      #expect(alone.map(\.result) == [first[index].result])
      #expect(alone.map(\.gains) == [first[index].gains])
    }
    #expect(await evaluation.evaluate([], threads: 2).isEmpty)
  }
}
