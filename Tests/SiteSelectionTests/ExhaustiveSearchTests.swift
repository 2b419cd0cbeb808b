import Testing

@testable import SiteSelection

func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-7 * max(1, abs(a), abs(b)) }

/// Small cases against all subsets.
@Suite struct ExhaustiveSearchTests {
  @Test("200 small cases of each kind equal exhaustive search", arguments: CaseKind.allCases)
  func smallCasesEqualExhaustiveSearch(kind: CaseKind) throws {
    var gaps = 0
    var worstGreedy = 1.0
    for seed in 0..<200 {
      let text = ProblemText(kind, seed: seed)
      let problem = try text.problem()
      let optimum = NaiveReference.optimum(text)
      let selection = problem.solve()
      #expect(isClose(selection.value, optimum), "\(kind) \(seed)")
      #expect(selection.isProvenOptimal && selection.gap <= 1e-9, "\(kind) \(seed)")
      checkLimits(selection, text)
      for steps in [1, 20] where hasGap(problem, steps: steps, optimum) { gaps += 1 }
      if optimum > 0 { worstGreedy = min(worstGreedy, greedy(problem) / optimum) }
    }
    // Else the branches, and what is better than greedy, were not needed.
    #expect(gaps > 0 && worstGreedy < 1)
    // Nemhauser, Wolsey & Fisher 1978: 1 − 1/e, with a number of sites only.
    if [.plain, .covering, .seats].contains(kind) { #expect(worstGreedy >= 1 - 1 / 2.718281828) }
  }

  private func greedy(_ problem: SelectionProblem) -> Double {
    var greedy = Greedy(problem)
    return problem.greedyStart(&greedy).value
  }

  /// The bound of the relaxation alone is never below the optimum.
  private func hasGap(_ problem: SelectionProblem, steps: Int, _ optimum: Double) -> Bool {
    var effort = SelectionEffort()
    effort.nodes = 0
    effort.steps = steps
    let selection = problem.solve(effort)
    #expect(selection.bound >= optimum * (1 - 1e-9))
    #expect(selection.value <= optimum * (1 + 1e-9))
    let expected = selection.bound > 0 ? 1 - selection.value / selection.bound : 0
    #expect(abs(selection.gap - expected) < 1e-12 && selection.gap >= 0)
    #expect(selection.isProvenOptimal == (selection.gap <= 1e-9))
    return selection.gap > 1e-9
  }

  private func checkLimits(_ selection: Selection, _ text: ProblemText) {
    #expect(selection.chosen.count <= text.limits.newSites)
    #expect(selection.cost <= text.limits.budget ?? .infinity)
    let decided = text.sites.indices.filter {
      selection.chosen.contains($0)
        || text.sites[$0].kind == .closable && !selection.closed.contains($0)
    }
    #expect(selection.cost == decided.reduce(0) { $0 + text.sites[$1].cost })
    let fixed = text.sites.indices.filter { text.sites[$0].kind == .fixed }
    #expect(selection.uses.map(\.site) == (decided + fixed).sorted())
    checkShares(selection, text)
  }

  private func checkShares(_ selection: Selection, _ text: ProblemText) {
    var left = text.amounts
    for share in selection.shares { left[share.row] -= share.amount }
    #expect(left.allSatisfy { $0 > -1e-9 })
    for use in selection.uses {
      let shares = selection.shares.filter { $0.site == use.site }
      #expect(isClose(use.amount, shares.reduce(0) { $0 + $1.amount }))
      let value = shares.reduce(0) { $0 + $1.amount * Double(text.benefits[use.site][$1.row]) }
      #expect(isClose(use.value, value))
      #expect(use.amount <= (text.sites[use.site].seats ?? .infinity) + 1e-9)
    }
    #expect(isClose(selection.value, selection.uses.reduce(0) { $0 + $1.value }))
  }
}
