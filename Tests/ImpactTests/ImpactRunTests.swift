import Findings
import ImpactModel
import Scenarios
import Testing

@testable import Impact

@Suite struct ImpactRunTests {
  /// `TinyNetwork.example`: A to the office 44, to S 24, to T 29 minutes; B 34 and to S 54.
  private let scenario = Scenario.tiny(
    homes: [("A", 100), ("B", 50)], offices: [("O", 1)], sites: ["S", "T"])

  private func run(
    threads: Int = 1, _ change: (inout Scenario) -> Void = { _ in }
  ) async throws -> RunResult {
    var scenario = scenario
    scenario.uncertainty.count = 20
    change(&scenario)
    let comparison = try await CommuteComparison.computed(
      scenario, try TinyNetwork.example().build(), threads: threads)
    return try comparison.result(impact: await comparison.impact(threads: threads))
  }

  @Test func aDayAWeekInASpaceSavesWhatTheTablesSay() async throws {
    let result = try await run()
    let effects = try #require(result.impact).effects
    // A only: 100 × 2 × 20 min = 66.67 h a week; 44 weeks. The tables by home say the same.
    #expect(isClose(effects.hoursPerYear, 4000.0 / 60 * 44))
    #expect(isClose(effects.hoursPerYear, result.totals.hoursSavedPerYear))
    #expect(effects.people == 150)
    #expect(isClose(effects.officeDaysLeavingPerYear, 4400))
    #expect(result.impact?.effectsWithoutSeatLimits == nil)
  }

  @Test func participationAndDaysAreThoseOfTheTables() async throws {
    let result = try await run {
      $0.policy.participation = SourcedNumber(0.5)
      $0.policy.siteDaysPerWeek = SourcedNumber(2)
      $0.week = .spaceDays(SourcedNumber(2))
    }
    #expect(isClose(result.impact?.effects.hoursPerYear, 4000.0 / 60 * 44))
    #expect(isClose(result.totals.hoursSavedPerYear, 4000.0 / 60 * 44))
  }

  @Test func seatsLimitTheImpactAndNotTheTables() async throws {
    let result = try await run {
      // 20 of A come on a weekday (Monday to Friday alike): S seats 5, T 10, 5 go to the office.
      $0.week.officeWeekdays = WeekdaySpread.workingDays
      $0.sites[0].seatsPerDay = 5
      $0.sites[1].seatsPerDay = 10
    }
    let impact = try #require(result.impact)
    // 5 weekdays × (5 × 2 × 20 + 10 × 2 × 15) min = 2500 min.
    #expect(isClose(impact.effects.hoursPerYear, 2500.0 / 60 * 44))
    #expect(isClose(impact.effectsWithoutSeatLimits?.hoursPerYear, 4000.0 / 60 * 44))
    #expect(isClose(result.totals.hoursSavedPerYear, 4000.0 / 60 * 44))
    #expect(impact.sites.map(\.seatsPerDay) == [5, 10])
    #expect(impact.sites.allSatisfy { isClose($0.occupancy, 1) })
    // One more seat in S takes one from T: 5 weekdays × 2 × 20 min, and T's seat goes to the queue.
    #expect(isClose(impact.sites[0].hoursPerYearOfOneMoreSeat, 200.0 / 60 * 44))
    #expect(result.notes.contains { $0.code == "seats_short" })
    #expect(isClose(impact.weekdays[0].unseatedDays, 5))
  }

  @Test func aSiteOfUnknownSizeIsAsLargeAsTheOneInTheMiddle() async throws {
    let result = try await run {
      $0.parameters.squareMetersPerSeat.value = 10
      $0.sites[0].floorAreaSquareMeters = 100
    }
    #expect(result.impact?.sites.map(\.seatsPerDay) == [10, 10])
    #expect(result.notes.contains { $0.code == "seats_unknown" && $0.message.hasSuffix(": T") })
  }

  @Test func aPolicyLikeTheBaseIsExactlyNothing() async throws {
    let result = try await run { $0.week = .spaceDays(SourcedNumber(0)) }
    var nothing = Effects()
    nothing.people = 150
    #expect(result.impact?.effects == nothing)
    #expect(result.impact?.distribution.winnersOver0 == 0)
    for interval in result.uncertainty?.intervals ?? [] {
      #expect([interval.value, interval.low, interval.high] == [0, 0, 0])
    }
  }

  @Test func groupsOfAWeekAreSharesOfThePeople() async throws {
    var tasks = Scenario.WeekGroup(name: "tasks")
    tasks.share = SourcedNumber(0.25)
    var free = Scenario.WeekGroup(name: "free")
    free.share = SourcedNumber(0.75)
    (free.office, free.space) = (SourcedNumber(3), SourcedNumber(2))
    let week = Scenario.WeekRules(groups: [tasks, free])
    let result = try await run { $0.week = week }
    // 75 of A on two days.
    #expect(isClose(result.impact?.effects.siteDaysPerYear, 150 * 44))
  }

  @Test func whatTheDataSayOfAPersonIsKept() async throws {
    let result = try await run {
      $0.sites[0].operatorName = "One"
      $0.sites[1].operatorName = "Two"
      $0.demand.origins[0].habits.operatorName = "Two"
      $0.demand.origins[0].habits.officeDays = 2.5
    }
    // A may use T only, and works half a week: 100 × 0.5 × 2 × 15 min.
    #expect(isClose(result.impact?.effects.hoursPerYear, 1500.0 / 60 * 44))
    #expect(result.impact?.sites[0].daysPerWeek == 0)
  }

  @Test func incomesMakeFifthsOfThePeople() async throws {
    let result = try await run { $0.incomes = ["MA": 20_000, "MB": 30_000] }
    let classes = try #require(result.impact).incomes
    // A has two thirds of the people and the lower income.
    #expect(classes.map(\.people) == [100, 50])
    #expect(classes.map(\.meanIncomeEuro) == [20_000, 30_000])
    #expect(isClose(classes[0].hoursSavedPerYear, 4000.0 / 60 * 44))
    #expect(isClose(classes[0].savedMinutesPerWeek, 40))
  }

  @Test func theImpactIsTheSameForAnyNumberOfThreads() async throws {
    let texts = [try await run(threads: 1).json(), try await run(threads: 3).json()]
    #expect(texts[0] == texts[1])
  }

  @Test func targetsThatCannotBeMetAreSaid() async throws {
    let result = try await run {
      $0.choice.modes = .logit
      $0.choice.targets = [.car: SourcedNumber(0.4)]
    }
    // Nobody here can go by car.
    let calibration = try #require(result.impact?.calibration)
    #expect(calibration.isMet == false)
    #expect(calibration.problem?.contains("car") == true)
    #expect(result.notes.contains { $0.code == "calibration_not_met" })
  }
}
