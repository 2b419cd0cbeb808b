import Findings
import ImpactModel
import Routing
import Testing
import TransitRouting

@testable import Impact
@testable import Scenarios

/// Candidates on `TinyNetwork.example`: A to the office 44, to S 24, to T 29 minutes; B 34 and to
/// S 54; T is out of B's reach.
@Suite struct CandidateEvaluationTests {
  private let scenario = Scenario.tiny(
    homes: [("A", 100), ("B", 50)], offices: [("O", 1)], sites: [])

  private func prepared(
    _ scenario: Scenario, car: CarTravel? = nil, threads: Int = 1
  ) async throws -> CandidateEvaluation {
    try await CandidateEvaluation.prepared(
      scenario, TinyNetwork.example().build(), streets: CommuteStreets(car: car),
      threads: threads)
  }

  private func candidates(_ names: [String]) -> [Site] {
    names.map { .at(TinyNetwork.place($0), id: $0) }
  }

  @Test func whatEachSavesAlone() async throws {
    let results = try await prepared(scenario).evaluate(candidates(["S", "T"]), threads: 1)
      .map(\.result)
    // S: 100 × 2 × 20 minutes a day, T: 100 × 2 × 15; a day a week in 44 weeks.
    #expect(isClose(results[0].hoursSavedPerDay, 4000.0 / 60))
    #expect(isClose(results[0].hoursSavedPerYear, 4000.0 / 60 * 44))
    #expect(isClose(results[1].hoursSavedPerYear, 3000.0 / 60 * 44))
    #expect(results.map(\.peopleGaining) == [100, 100])
    #expect(isClose(results[0].siteDaysPerYear, 4400))
    #expect(isClose(results[0].officeDaysLeavingPerYear, 4400))
    // A is within 30 minutes of both; B, 54 from S, within 45 of neither.
    #expect(results.map(\.peopleWithin) == [[0, 100, 100], [0, 100, 100]])
    // In the mean (100 × 24 + 50 × 54) / 150 = 34 minutes to S, both ways; to T from A alone 29.
    #expect(results.map(\.morningSeconds) == [2040, 1740])
    #expect(results.map(\.eveningSeconds) == [2040, 1740])
    // Without a street file every walk is the straight line.
    #expect(results.map(\.straightLineShare) == [1, 1])
  }

  @Test func aPlaceThatNobodyReachesSavesNothing() async throws {
    let result = try await prepared(scenario).evaluate(candidates(["G"]), threads: 1)[0]
    #expect(result.result.hoursSavedPerYear == 0)
    #expect(result.result.peopleWithin == [0, 0, 0])
    #expect(result.result.morningSeconds == nil && result.result.straightLineShare == nil)
    #expect(result.gains.isEmpty)
  }

  @Test func theSitesOfTheScenarioAreNotLookedAt() async throws {
    var crowded = scenario
    crowded.sites = candidates(["S"])
    let with = try await prepared(crowded).evaluate(candidates(["S", "T"]), threads: 1)
    let without = try await prepared(scenario).evaluate(candidates(["S", "T"]), threads: 1)
    #expect(with.map(\.result) == without.map(\.result))
  }

  @Test func employeesOfAnOperatorUseItsCandidatesAlone() async throws {
    var scenario = scenario
    scenario.demand.origins[0].habits.operatorName = "Two"
    var sites = candidates(["S", "S", "T"])
    sites[0].operatorName = "One"
    sites[1].operatorName = "Two"
    let results = try await prepared(scenario).evaluate(sites, threads: 1)
    #expect(results.map(\.result.peopleGaining) == [0, 100, 0])
    #expect(results.map(\.gains.count) == [0, 1, 0])
  }

  @Test func theNotesSayThatNobodyDrives() async throws {
    #expect(
      try await prepared(scenario).notes.map(\.code).filter { $0 == "nobody_drives" }.count == 1)
    var driving = scenario
    driving.modes = [.transit, .car]
    // Of given modes nobody's is the car.
    #expect(try await prepared(driving).notes.contains { $0.code == "nobody_drives" })
    driving.choice.modes = .fastest
    let notes = try await prepared(driving, car: TinyNetwork.car()).notes
    #expect(!notes.contains { $0.code == "nobody_drives" })
    #expect(notes.contains { $0.code == "candidates_alone" })
  }

  @Test func meansAreOverThoseWhoReachThePlaceBothWays() {
    func pair(_ minutes: Int32, back: Int32, line: Bool = false) -> CommuteTimes.Pair {
      var pair = CommuteTimes.Pair()
      pair.morning[1] = minutes == 0 ? WindowScan.unreachable : minutes * 60
      pair.evening[1] = back * 60
      pair.usesStraightLineInEvening = line
      return pair
    }
    let pairs = [pair(10, back: 20, line: true), pair(30, back: 40), pair(0, back: 5)]
    let groups = [30.0, 10, 5].enumerated().map {
      CommuteComparison.Group(origin: $0, office: 0, people: $1)
    }
    // 30 people 10 minutes, 10 people 30: (300 + 300) / 40 = 15; back (600 + 400) / 40 = 25.
    let mean = MeanCommute(groups) { pairs[$0] }
    #expect(mean.morningSeconds == 900)
    #expect(mean.eveningSeconds == 1500)
    #expect(mean.straightLineShare == 0.75)
  }
}
