import Findings
import Testing
import TransitRouting

@testable import Impact
@testable import Scenarios

@Suite struct OutcomeTests {
  @Test func everyOutcomeIsToldApart() async throws {
    var network = try TinyNetwork.example()
    // E reaches only the site U, F only the office (sites are 60 + 20 and more away, and a change
    // costs a minute and a wait), G as long to the site T as to the office, D nothing.
    try network.bothWays("E", "U", minutes: 10)
    try network.bothWays("F", "O", minutes: 75)
    try network.bothWays("G", "O", minutes: 35)
    try network.bothWays("G", "T", minutes: 35, phase: 6)
    let scenario = Scenario.tiny(
      homes: [("A", 1), ("B", 2), ("D", 4), ("E", 8), ("F", 16), ("G", 32)],
      offices: [("O", 1)], sites: ["S", "T", "U"])
    let result = try await result(scenario, network.build())
    let outcomes = Dictionary(uniqueKeysWithValues: result.origins.map { ($0.id, $0.outcome) })
    #expect(
      outcomes == [
        "A": .gains, "B": .loses, "D": .nothingReachable, "E": .onlySiteReachable,
        "F": .onlyOfficeReachable, "G": .unchanged,
      ])
    #expect(
      result.totals.peopleByOutcome == [
        "gains": 1, "loses": 2, "nothingReachable": 4, "onlySiteReachable": 8,
        "onlyOfficeReachable": 16, "unchanged": 32,
      ])
    // Only A, B and G have two commutes to compare.
    #expect(result.savings.reduce(0) { $0 + $1.people } == 35)
    #expect(result.municipalities.map(\.peopleNotCompared).reduce(0, +) == 28)
    for origin in result.origins {
      #expect((origin.savedSecondsOneWay == nil) == ["D", "E", "F"].contains(origin.id))
    }
  }

  @Test func whoHasNoStopIsCountedInANote() async throws {
    let scenario = Scenario.tiny(
      homes: [("A", 1), ("D", 4)], offices: [("O", 1)], sites: ["S"])
    let notes = try await result(scenario, TinyNetwork.example().build()).notes
    let note = try #require(notes.first { $0.code == "home_without_stop" })
    #expect(note.message.hasPrefix("4 people live in 1 places"))
    let reached = Scenario.tiny(homes: [("A", 1)], offices: [("O", 1)], sites: ["S"])
    let others = try await result(reached, TinyNetwork.example().build()).notes
    #expect(
      others.map(\.code) == [
        "walking_basis", "straight_line_journeys", "one_mode_for_all", "seats_not_counted",
      ])
  }

  @Test func aNoteSaysInWhichZonesTheHoursAreSaved() async throws {
    // A saves 20 minutes in S, three times as many people at F save 40 in U: 1 : 6 of the hours,
    // 14.3 and 85.7 %.
    var network = try TinyNetwork.example()
    try network.bothWays("F", "O", minutes: 70)
    try network.bothWays("F", "U", minutes: 30)
    var scenario = Scenario.tiny(
      homes: [("A", 10), ("F", 30)], offices: [("O", 1)], sites: ["S", "U", "T"])
    scenario.sites[0].zone = "centre"
    scenario.sites[1].zone = "outside"
    let notes = try await result(scenario, network.build()).notes
    #expect(
      notes.first { $0.code == "savings_by_zone" }?.message
        == "the hours saved, by the zone of the site: outside 86 %, centre 14 %, unknown 0 %")
  }

  @Test func aSiteAtTheOfficeChangesNothing() async throws {
    let scenario = Scenario.tiny(
      homes: [("A", 100), ("B", 50)], offices: [("O", 1)], sites: ["O"])
    let result = try await result(scenario, TinyNetwork.example().build())
    #expect(result.origins.allSatisfy { $0.outcome == .unchanged })
    #expect(result.totals.hoursSavedPerDay == 0)
    #expect(result.totals.hoursSavedPerYear == 0)
    #expect(result.totals.hoursLostPerDay == 0)
    #expect(result.totals.savedSecondsOneWay == nil)
    #expect(result.sites.map(\.peopleChoosing) == [0])
    #expect(result.sites.map(\.peopleGainingAlone) == [0])
    #expect(result.savings == [.init(fromMinutes: 0, toMinutes: 5, people: 150)])
    #expect(result.itineraries.isEmpty)
  }

  @Test func severalOfficesSharePeopleAndTheSiteIsTheSame() async throws {
    // Three in four work at O, one in four at S, which is also a site: for those nothing changes.
    let scenario = Scenario.tiny(
      homes: [("A", 100), ("B", 50)], offices: [("O", 0.75), ("S", 0.25)], sites: ["S"])
    let result = try await result(scenario, TinyNetwork.example().build())
    #expect(result.origins.map { $0.id + $0.office } == ["AO", "AS", "BO", "BS"])
    #expect(result.origins.map(\.people) == [75, 25, 37.5, 12.5])
    #expect(result.origins.map(\.outcome) == [.gains, .unchanged, .loses, .unchanged])
    // 75 × 2 × 20 minutes.
    #expect(isClose(result.totals.hoursSavedPerDay, 50))
    // (75 × 44 + 25 × 24) / 100 = 39 minutes to their offices.
    #expect(isClose(result.municipalities.first?.central.oneWay, 39 * 60))
    #expect(result.offices.map(\.share) == [0.75, 0.25])
  }

  @Test func anEmployeeWithAnOfficeGoesOnlyThere() async throws {
    var scenario = Scenario.tiny(
      homes: [("A", 100), ("A", 7)], offices: [("O", 0.5), ("S", 0.5)], sites: ["T"])
    scenario.demand.origins[1].officeID = "S"
    let result = try await result(scenario, TinyNetwork.example().build())
    #expect(result.origins.map(\.office) == ["O", "S", "S"])
    #expect(result.origins.map(\.people) == [50, 50, 7])
    #expect(result.municipalities.map(\.people) == [107])
  }
}

/// Services that end inside the evening window.
@Suite struct UnreachableMinuteTests {
  /// Home G, trains to the office O at all times, back until the minute `lastBack`; the site T
  /// without such an end.
  private func run(lastBack: Int) async throws -> RunResult {
    var network = TinyNetwork()
    try network.line("G", "O", minutes: 30)
    try network.line("O", "G", minutes: 30, until: lastBack)
    try network.bothWays("G", "T", minutes: 20)
    let scenario = Scenario.tiny(homes: [("G", 10)], offices: [("O", 1)], sites: ["T"])
    return try await result(scenario, network.build())
  }

  @Test func unreachableMinutesCountAsTheLongest() async throws {
    let result = try await run(lastBack: 18 * 60)
    let evening = try #require(result.origins.first).central.evening
    // The last train leaves at 18:00, 90 minutes after the window begins: minutes 0 to 90 are
    // reachable, 91 of 120. Waits of 0 come 10 times, of 1 to 9 minutes 9 times each, so times of
    // at most 30 + k minutes come 10 + 9 k times. Rank 12 is k = 1, rank 60 is k = 6 (46 + 9 = 55
    // is too few, 64 is enough), rank 108 is beyond 91.
    #expect(evening == RunResult.Percentile(p10: 31 * 60, p50: 36 * 60, p90: nil))
    // Morning median 34, evening 36: 35 one way; T takes 24.
    #expect(result.origins.first?.central.oneWay == 2100.0)
    #expect(result.origins.first?.savedSecondsOneWay == 660.0)
  }

  @Test func aMedianAmongUnreachableMinutesIsUnreachable() async throws {
    // The last train leaves at 17:00: 31 of 120 minutes are reachable.
    let result = try await run(lastBack: 17 * 60)
    let origin = try #require(result.origins.first)
    #expect(origin.central.evening.p10 != nil)
    #expect(origin.central.evening.p50 == nil)
    #expect(origin.central.oneWay == nil)
    #expect(origin.outcome == .onlySiteReachable)
    #expect(result.totals.hoursSavedPerDay == 0)
  }

  @Test func aMeanHasNoPercentileThatSomeCannotReach() async throws {
    // Half work at T. Of the two offices only O lacks a p90 in the evening: the mean over those
    // who are left would be T's 28 minutes, below the mean of the medians, (36 + 24) / 2 = 30.
    var network = TinyNetwork()
    try network.line("G", "O", minutes: 30)
    try network.line("O", "G", minutes: 30, until: 18 * 60)
    try network.bothWays("G", "T", minutes: 20)
    let scenario = Scenario.tiny(
      homes: [("G", 10)], offices: [("O", 0.5), ("T", 0.5)], sites: ["O"])
    let result = try await result(scenario, network.build())
    let row = try #require(result.municipalities.first)
    #expect(row.central.evening.p50 == 1800.0)
    #expect(row.central.evening.p90 == nil)
    #expect(row.central.morning.p90 == 1980.0)
    // Nobody reaches the site O in nine minutes of ten of the evening: no mean, and it says so.
    let site = try #require(result.sites.first)
    #expect(site.commute.oneWay == nil)
    #expect(site.peopleInCommute == 0)
  }
}
