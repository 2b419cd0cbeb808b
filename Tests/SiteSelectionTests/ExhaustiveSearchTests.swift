import Testing

@testable import SiteSelection

func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-7 * max(1, abs(a), abs(b)) }

/// Small cases against all subsets.
@Suite struct ExhaustiveSearchTests {
  @Test(arguments: CaseKind.allCases)
  func smallCasesEqualExhaustiveSearch(kind: CaseKind) throws {
    for seed in 0..<200 {
      let text = ProblemText(kind, seed: seed)
      let optimum = NaiveReference.optimum(text)
      let selection = try text.problem().solve()
      #expect(isClose(selection.value, optimum), "\(kind) \(seed)")
      #expect(selection.isProvenOptimal, "\(kind) \(seed)")
      #expect(selection.gap <= 1e-9)
    }
  }

  /// Bounds of the relaxation alone, without branches.
  @Test(arguments: CaseKind.allCases)
  func theFirstBoundIsNeverBelowTheOptimum(kind: CaseKind) throws {
    var effort = SelectionEffort()
    effort.nodes = 0
    var gaps = 0
    for seed in 0..<200 {
      let text = ProblemText(kind, seed: seed)
      let optimum = NaiveReference.optimum(text)
      for steps in [1, 5, 60] {
        effort.steps = steps
        let selection = try text.problem().solve(effort)
        #expect(selection.bound >= optimum * (1 - 1e-9), "\(kind) \(seed) \(steps)")
        #expect(selection.value <= optimum * (1 + 1e-9))
        let expected = selection.bound > 0 ? 1 - selection.value / selection.bound : 0
        #expect(abs(selection.gap - expected) < 1e-12)
        #expect(selection.gap >= 0 && selection.gap <= 1)
        if selection.gap > 1e-9 { gaps += 1 }
      }
    }
    #expect(gaps > 0, "some bound is not sharp, or nothing was tested")
  }

  @Test(arguments: CaseKind.allCases)
  func theLimitsAreKept(kind: CaseKind) throws {
    for seed in 0..<200 {
      let text = ProblemText(kind, seed: seed)
      let selection = try text.problem().solve()
      #expect(selection.chosen.count <= text.limits.newSites)
      #expect(selection.cost <= text.limits.budget ?? .infinity)
      let decided = text.sites.indices.filter {
        selection.chosen.contains($0)
          || text.sites[$0].kind == .closable && !selection.closed.contains($0)
      }
      #expect(selection.cost == decided.reduce(0) { $0 + text.sites[$1].cost })
      let fixed = text.sites.indices.filter { text.sites[$0].kind == .fixed }
      #expect(selection.uses.map(\.site) == (decided + fixed).sorted())
      var taken = text.amounts
      for share in selection.shares { taken[share.row] -= share.amount }
      #expect(taken.allSatisfy { $0 > -1e-9 })
      for use in selection.uses {
        let shares = selection.shares.filter { $0.site == use.site }
        #expect(isClose(use.amount, shares.reduce(0) { $0 + $1.amount }))
        #expect(
          isClose(
            use.value,
            shares.reduce(0) { $0 + $1.amount * Double(text.benefits[use.site][$1.row]) }))
        #expect(use.amount <= (text.sites[use.site].seats ?? .infinity) + 1e-9)
      }
      #expect(isClose(selection.value, selection.uses.reduce(0) { $0 + $1.value }))
    }
  }
}
