import Testing

@testable import SiteBatch

@Suite struct SiteRankingTests {
  @Test func mostHoursComeFirstAndOfEqualOnesTheIDDecides() {
    let ranking = SiteRanking([
      .made("b", hours: 5), .made("z", hours: 70), .made("a", hours: 5), .made("c", hours: -1),
    ])
    #expect(ranking.rows.map(\.site.id) == ["z", "a", "b", "c"])
    #expect(ranking.rows.map(\.rank) == [1, 2, 3, 4])
  }

  @Test func theTableHasACellForEachColumnAndNoneForWhatIsNotKnown() {
    let lines = SiteRanking([.made("a", hours: 5, name: "A, \"B\"")]).csv.split(separator: "\n")
    #expect(lines.count == 2)
    // A third of a person-day is 0.3; nobody reaches it, so no mean times and no share; nobody asked for
    // draws.
    #expect(
      lines[1]
        == "1,a,\"A, \"\"B\"\"\",,,,4.12346,50.10000,5.0,0.0,0.1,1.0,2.0,3.0,0,0.00,0.0,0,0.3,0.0,,,,,,,"
    )
    #expect(SiteRanking.header.count == 27)
  }
}
