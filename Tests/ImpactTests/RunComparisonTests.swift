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
