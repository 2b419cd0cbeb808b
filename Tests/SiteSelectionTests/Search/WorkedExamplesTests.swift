import Testing

@testable import SiteSelection

/// Small cases by hand.
@Suite struct WorkedExamplesTests {
  private func text(
    _ amounts: [Double], _ benefits: [[Float]], newSites: Int, budget: Double? = nil,
    _ sites: [CandidateSite]? = nil
  ) -> ProblemText {
    var text = ProblemText(.plain, seed: 0)
    text.amounts = amounts
    text.benefits = benefits
    text.sites = sites ?? benefits.map { _ in CandidateSite() }
    text.limits = SelectionLimits(newSites: newSites, budget: budget)
    return text
  }

  /// Rows of 2, 1 and 1 person-days. M gains 5 everywhere; A gains 8 in the first, B 9 in the others.
  private var trap: ProblemText {
    text([2, 1, 1], [[5, 5, 5], [8, 0, 0], [0, 9, 9]], newSites: 2)
  }

  @Test func interchangeLeavesTheTrapOfGreedy() throws {
    // Alone: M 4 × 5 = 20, A 16, B 18. Greedy takes M, then B adds 2 × (9 − 5) = 8, A 2 × (8 − 5) = 6:
    // 28. A for M: 16 + 18 = 34.
    let problem = try trap.problem()
    var greedy = Greedy(problem)
    let start = problem.greedyStart(&greedy)
    #expect(start.open == [0, 2] && start.value == 28)
    let swapped = Interchange(problem: problem, roundLimit: 5).improve(start, &greedy)
    #expect(swapped.open == [1, 2] && swapped.value == 34)
  }

  @Test func theBoundIsTheSumOfPricesAndTheBestSites() throws {
    // With prices 5, 5, 5 for a person-day: 4 × 5 = 20. M is worth 0 more, A 2 × 3 = 6, B 2 × 4 = 8; the
    // best two 14: L = 34, which is the optimum.
    let problem = try trap.problem()
    var reduced = ReducedValues(problem)
    #expect((0..<3).map { reduced.value(of: $0, [5, 5, 5]) } == [0, 6, 8])
    let choice = SiteChoice(
      problem.sites, values: [0, 6, 8], room: Room(newSites: 2, budget: .infinity))
    #expect(choice.bound == 14 && choice.whole == [1, 2])
    // With M open instead of A, 6 less.
    #expect(choice.boundWith == [8, 14, 14])
    #expect(try trap.problem().solve().bound == 34)
  }

  @Test func seatsGoToThoseWhoGainMostAboveTheirPrice() throws {
    // Gains above the prices 5, 1, 1: 3 for two person-days, 8 for one, 4 for one; with 2.5 seats
    // 1 × 8 + 1 × 4 + 0.5 × 3 = 13.5, so a quarter of the first row.
    var text = text([2, 1, 1], [[8, 9, 5]], newSites: 1)
    text.sites[0].seats = 2.5
    var reduced = ReducedValues(try text.problem())
    #expect(reduced.value(of: 0, [5, 1, 1]) == 13.5)
    var used = [0.0, 0, 0]
    reduced.use(0, [5, 1, 1], weight: 1, &used)
    #expect(used == [0.25, 1, 1])
  }

  @Test func aBudgetHasAPrice() {
    // Values 10, 9, 4 at costs 5, 3, 2 and a budget of 6. By value for cost 3, 2, 2: the second in
    // full and 3 of 5 of the first: 9 + 6 = 15, at a price of 10 / 5 = 2 a unit.
    let sites = [5.0, 3, 2].map { CandidateSite(cost: $0) }
    let choice = SiteChoice(sites, values: [10, 9, 4], room: Room(newSites: 3, budget: 6))
    #expect(isClose(choice.bound, 15))
    #expect(choice.weights[1] == 1)
    // Of whole ones that keep the budget.
    #expect(choice.whole.reduce(0) { $0 + sites[$1].cost } <= 6)
  }

  @Test func coveringCountsPeopleOnce() throws {
    // A reaches the first two rows, B the last two, C the middle one: A and B reach all 2 + 3 + 4 = 9.
    let selection = try text(
      [2, 3, 4], [[1, 1, 0], [0, 1, 1], [0, 1, 0]], newSites: 2
    ).problem().solve()
    #expect(selection.chosen == [0, 1] && selection.value == 9)
  }

  @Test func anOpenSiteIsClosedWhereItsMoneyDoesMore() throws {
    // O is open, costs 4 and gains 5 for 2 person-days; N costs 6 and gains 9. With a budget of 10 both
    // stay: 2 × 9 = 18 from N, and O is kept though nobody goes there, or closed: as much. With 9 only
    // one can be: N.
    let sites = [CandidateSite(kind: .closable, cost: 4), CandidateSite(cost: 6)]
    let closed = try text([2], [[5], [9]], newSites: 1, budget: 9, sites).problem().solve()
    #expect(closed.closed == [0] && closed.chosen == [1] && closed.value == 18 && closed.cost == 6)
    // Without a budget nothing is closed.
    let all = try text([2], [[5], [9]], newSites: 1, sites).problem().solve()
    #expect(all.closed == [] && all.chosen == [1])
    // With 5 the new one is too dear.
    let poor = try text([2], [[5], [9]], newSites: 1, budget: 5, sites).problem().solve()
    #expect(poor.closed == [] && poor.chosen == [] && poor.value == 10 && poor.cost == 4)
  }

  @Test func gainForCostFindsWhatGainMisses() throws {
    // A gains 10 for 10; B and C gain 9 each in other rows for 5 each; a budget of 10 and two sites.
    let sites = [10.0, 5, 5].map { CandidateSite(cost: $0) }
    let problem = try text(
      [1, 1, 1], [[10, 0, 0], [0, 9, 0], [0, 0, 9]], newSites: 2, budget: 10, sites
    ).problem()
    var greedy = Greedy(problem)
    #expect(greedy.fill(problem.assign(to: []), .gain)?.value == 10)
    #expect(greedy.fill(problem.assign(to: []), .gainPerCost)?.value == 18)
  }

  @Test func aToleranceEndsTheSearchWithAnHonestGap() throws {
    var effort = SelectionEffort()
    effort.tolerance = 0.5
    for seed in 0..<20 {
      let text = ProblemText(.budget, seed: seed)
      let selection = try text.problem().solve(effort)
      #expect(selection.gap <= 0.5)
      #expect(selection.bound >= NaiveReference.optimum(text) * (1 - 1e-9))
      #expect(selection.isProvenOptimal == (selection.gap <= 1e-9))
    }
  }
}
