import Findings
import TabularText
import Testing

@testable import SiteBatch

@Suite struct CriteriaTableTests {
  private let ranking = SiteRanking([
    .made("a", hours: 100), .made("b", hours: 60), .made("c", hours: 0),
  ])

  private func table(_ text: String) throws(Failure) -> Table {
    try Table(file: "c.csv", text: text)
  }

  private func weights(_ texts: String...) throws -> [CriteriaTable.Weight] {
    try texts.map { try #require(CriteriaTable.Weight($0)) }
  }

  @Test func aWeightIsAColumnAndANumber() {
    #expect(CriteriaTable.Weight("cost=-1.5") != nil)
    for text in ["cost", "=1", "cost=x", "cost=1=2", "cost=nan", "cost=inf"] {
      #expect(CriteriaTable.Weight(text) == nil, "\(text)")
    }
  }

  /// Hours 100, 60, 0 are 1, 0.6, 0; costs 8, 2, not known are 0, 1, 0 as less is better. Of equal
  /// weight: a 0.5, b 0.8, c 0.
  @Test func columnsOfTheRankingAndOfTheFileAreWeighed() throws {
    let scores = try CriteriaTable(
      ranking, weights("hours_saved_per_year=1", "cost=-1"),
      candidates: table("id,lat,lon,cost\na,0,0,8\nb,0,0,2\nc,0,0,\n"), seed: 1)
    #expect(scores.rows.map(\.candidate.site.id) == ["b", "a", "c"])
    #expect(scores.rows.map { ($0.score * 1e9).rounded() / 1e9 } == [0.8, 0.5, 0])
    // With all weight on the hours a is first, with all on the cost b is; c is never better than last.
    #expect(scores.rows.map(\.bestScoreRank) == [1, 1, 3])
    #expect(scores.csv.hasPrefix("score_rank,score,best_score_rank,worst_score_rank,share_first,"))
    // Without the cost a is first and b second: the first falls to rank 2, all three stay of the ten.
    #expect(scores.sensitivityCSV.contains("\ncost,0.0,2,3,0.5000\n"))
  }

  @Test func anUnknownColumnAndCellsThatAreNoNumbersAreNamed() throws {
    let text = "id,lat,lon,cost\na,0,0,8\nb,0,0,cheap\n"
    let wanted = try weights("cost=-1", "green=1")
    let found = mistakes { () throws(Failure) in
      try CriteriaTable(ranking, wanted, candidates: table(text), seed: 1)
    }
    #expect(found == ["c.csv:3 invalid_number", "c.csv:1 missing_column"])
  }
}
