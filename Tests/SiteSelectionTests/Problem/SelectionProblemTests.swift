import Testing

@testable import SiteSelection

@Suite struct SelectionProblemTests {
  @Test func allMistakesAreToldAtOnce() {
    var table = BenefitTable()
    let pairs: [(row: Int, benefit: Float)] = [(0, 1), (0, 2), (7, 1), (-1, 1), (1, .nan)]
    table.appendSite(pairs)
    table.appendSite(CollectionOfOne((row: 1, benefit: Float(0))))
    let sites = [
      CandidateSite(seats: -1, cost: .infinity), CandidateSite(seats: .nan), CandidateSite(),
    ]
    #expect {
      try SelectionProblem(
        amounts: [1, 0, .nan], sites: sites, benefits: table,
        limits: .init(newSites: -2, budget: -3))
    } throws: {
      ($0 as? SelectionMistakes)?.description == """
        -2 new sites, less than 0
        budget -3.0, not a number from 0
        row 1: 0.0 person-days, not a number above 0
        row 2: nan person-days, not a number above 0
        site 0: -1.0 seats, not a number from 0
        site 0: cost inf, not a number from 0
        site 1: nan seats, not a number from 0
        3 sites, but benefits of 2
        site 0: row 0 comes twice
        site 0: a row that does not exist
        site 0: a row that does not exist
        site 0, row 1: benefit nan, not a number above 0
        site 1, row 1: benefit 0.0, not a number above 0
        """
    }
  }

  @Test func aListOfMistakesHasAnEnd() {
    let amounts = [Double](repeating: -1, count: 250)
    #expect {
      try SelectionProblem(
        amounts: amounts, sites: [], benefits: BenefitTable(), limits: .init(newSites: 0))
    } throws: {
      let mistakes = $0 as? SelectionMistakes
      return mistakes?.count == 250 && mistakes?.list.count == 100
        && mistakes?.description.hasSuffix("and 150 more") == true
    }
  }

  @Test func nothingToChooseFromIsWorthNothing() throws {
    let empty = try SelectionProblem(
      amounts: [], sites: [], benefits: BenefitTable(), limits: .init(newSites: 3)
    ).solve()
    #expect(empty.value == 0 && empty.bound == 0 && empty.gap == 0 && empty.isProvenOptimal)
  }
}
