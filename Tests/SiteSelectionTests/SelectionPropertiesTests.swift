import Testing

@testable import SiteSelection

/// What holds of every optimum.
@Suite struct SelectionPropertiesTests {
  private func proven(_ text: ProblemText) throws -> Double {
    let selection = try text.problem().solve()
    #expect(selection.isProvenOptimal)
    return selection.value
  }

  @Test(arguments: CaseKind.allCases)
  func moreNewSitesAreNeverWorse(kind: CaseKind) throws {
    for seed in 200..<230 {
      var text = ProblemText(kind, seed: seed)
      var last = 0.0
      for count in 0...5 {
        text.limits.newSites = count
        let value = try proven(text)
        #expect(value >= last * (1 - 1e-9))
        last = value
      }
    }
  }

  @Test(arguments: [CaseKind.seats, .closable])
  func moreSeatsAreNeverWorse(kind: CaseKind) throws {
    var better = 0
    for seed in 200..<230 {
      var text = ProblemText(kind, seed: seed)
      let before = try proven(text)
      for site in text.sites.indices {
        text.sites[site].seats = text.sites[site].seats.map { $0 + 2 }
      }
      let after = try proven(text)
      #expect(after >= before * (1 - 1e-9))
      if after > before { better += 1 }
    }
    #expect(better > 0)
  }

  @Test(arguments: CaseKind.allCases)
  func anotherCandidateIsNeverWorse(kind: CaseKind) throws {
    for seed in 200..<230 {
      let text = ProblemText(kind, seed: seed)
      var fewer = text
      fewer.sites.removeLast()
      fewer.benefits.removeLast()
      guard text.sites.last?.kind != .fixed else { continue }
      #expect(try proven(text) >= proven(fewer) * (1 - 1e-9))
    }
  }

  @Test func theResultIsTheSameEveryTime() throws {
    for kind in CaseKind.allCases {
      let problem = try ProblemText(kind, seed: 77).problem()
      #expect(problem.solve() == problem.solve())
    }
  }

  @Test func ofEqualSitesTheFirstIsChosen() throws {
    var text = ProblemText(.plain, seed: 1)
    text.limits.newSites = 1
    text.benefits = text.benefits.map { _ in text.benefits[0] }
    #expect(try text.problem().solve().chosen == [0])
  }
}
