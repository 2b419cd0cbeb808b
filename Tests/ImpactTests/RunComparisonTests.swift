import Findings
import ImpactModel
import Testing
import TransitRouting

@testable import Impact
@testable import Scenarios

/// What one run has other than another.
@Suite struct RunComparisonTests {
  private func run(scale: Double?, sites: [String] = ["S", "T"]) async throws -> RunResult {
    var scenario = Scenario.tiny(
      homes: [("A", 100), ("B", 50)], offices: [("O", 1)], sites: sites)
    if let scale {
      scenario.edits = [
        Scenario.Edit(
          .adjustSpeed(AdjustSpeed(.init(.routes, ["AS", "SA"]), scale: scale)),
          type: "adjust-speed")
      ]
    }
    return try await result(scenario, TinyNetwork.example().build())
  }

  @Test("a faster line makes its difference, home by home and in the totals")
  func aFasterLine() async throws {
    // A to S: 14 minutes instead of 24, so 30 saved and not 20; 100 people, both ways: 100 × 2 × 10
    // minutes are 33⅓ hours a day more. B goes to its office and keeps its best site.
    let comparison = try await RunComparison(run(scale: nil), run(scale: 2))
    let a = try #require(comparison.origins.first)
    #expect(comparison.origins.map(\.id) == ["A", "B"])
    #expect(a.central.difference == 0)
    #expect(a.best.difference == -600)
    #expect(a.saved.difference == 600)
    let hours = comparison.totals.first { $0.name == "hours_saved_per_day" }?.difference
    #expect(isClose(hours, 100.0 / 3))
    #expect(
      isClose(comparison.sites.first { $0.id == "S" }?.hoursSavedPerDay.difference, 100.0 / 3))
    #expect(comparison.notes.isEmpty)
    #expect(!comparison.isWithoutDifference)
  }

  @Test("a scenario with no change gives exactly zero")
  func noChangeIsExactlyZero() async throws {
    let comparison = try await RunComparison(run(scale: nil), run(scale: 1))
    #expect(comparison.isWithoutDifference)
    #expect(comparison.totals.allSatisfy { $0.difference == 0 || $0.first == nil })
    // B reaches no site sooner than the office, yet it reaches one: all differences are numbers.
    #expect(
      comparison.origins.allSatisfy {
        $0.central.difference == 0 && $0.best.difference == 0 && $0.saved.difference == 0
      })
  }

  @Test("the impact of a week is compared where both runs have one")
  func impactsAreCompared() async throws {
    func run(_ spaceDays: Double, draws: Int = 0) async throws -> RunResult {
      var scenario = Scenario.tiny(homes: [("A", 100)], offices: [("O", 1)], sites: ["S"])
      scenario.week = .spaceDays(SourcedNumber(spaceDays))
      scenario.uncertainty.count = draws
      let comparison = try await CommuteComparison.computed(
        scenario, TinyNetwork.example().build(), threads: 1)
      let date = try #require(ServiceDate(yyyymmdd: 20_191_029))
      return comparison.result(
        version: "test", date: date, feeds: [], notes: [],
        impact: await comparison.impact(threads: 1))
    }
    let (one, two) = (try await run(1), try await run(2))
    let comparison = RunComparison(one, two)
    func figure(_ name: String) -> RunComparison.Figure? {
      comparison.totals.first { $0.name == "impact.\(name)" }
    }
    // A saves 20 minutes one way on a day in S: 100 × 2 × 20 minutes × 44 weeks a day a week.
    let hours = 100.0 * 2 * 20 / 60 * 44 * one.participation
    #expect(isClose(figure("hours_saved")?.first, hours))
    #expect(isClose(figure("hours_saved")?.difference, hours))
    #expect(isClose(figure("office_days_leaving")?.difference, 100 * 44 * one.participation))
    #expect(!comparison.isWithoutDifference)
    #expect(comparison.notes.contains { $0.field == "week.policy.space" && $0.value == "2" })
    #expect(RunComparison(one, one).isWithoutDifference)
    #expect(figure("hours_saved")?.low == nil)
    // Draw by draw a day a week in S and the next save the same.
    let (drawnOne, drawnTwo) = (try await run(1, draws: 20), try await run(2, draws: 20))
    let drawn = RunComparison(drawnOne, drawnTwo).totals.first { $0.name == "impact.hours_saved" }
    let interval = try #require(
      drawnOne.uncertainty?.intervals.first { $0.name == "hours_saved" })
    #expect(interval.drawn.count == 20 && interval.low < interval.high)
    #expect(isClose(drawn?.low, interval.low))
    #expect(isClose(drawn?.high, interval.high))
    var old = one
    old.impact = nil
    #expect(!RunComparison(old, two).totals.contains { $0.name.hasPrefix("impact.") })
  }

  @Test("a site of one run only has no difference, and settings that differ are named")
  func whatOneRunOnlyHas() async throws {
    let base = try await run(scale: nil)
    var other = try await run(scale: nil, sites: ["T"])
    other.scenario.date = "2019-10-30"
    let comparison = RunComparison(base, other)
    let site = try #require(comparison.sites.first { $0.id == "S" })
    #expect(site.peopleChoosing.first == 100)
    #expect(site.peopleChoosing.second == nil)
    #expect(site.peopleChoosing.difference == nil)
    #expect(comparison.notes.map(\.field) == ["date"])
    #expect(!comparison.isWithoutDifference)
  }
}

extension RunResult {
  fileprivate var participation: Double {
    scenario.parameters.first { $0.name == "policy.participation" }.flatMap { Double($0.value) }
      ?? 0
  }
}
