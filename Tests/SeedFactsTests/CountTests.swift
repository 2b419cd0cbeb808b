import Findings
import Testing

@testable import SeedFacts

@Suite struct CountTests {
  private static let facts = Result {
    CountFacts.facts(
      try DocumentCount.read(EmbeddedTables.counts()),
      try SiteRecord.read(EmbeddedTables.spaces()))
  }

  private func fact(_ title: String) throws -> Fact {
    try #require(try Self.facts.get().first { $0.title == title }, "no fact \(title)")
  }

  @Test(
    "the document's own sums are computed and hold",
    arguments: [
      ("spaces in the Region and its near periphery, by zone", "59 + 18 + 9", 86.0),
      ("spaces in the Region and its near periphery, by status", "68 + 18", 86),
      (
        "locations of operators with more than one, by operator",
        "7 + 9 + 4 + 4 + 3 + 3 + 2 + 2 + 2 + 2 + 2", 40
      ),
      (
        "floor area of table 1, by quarter",
        "30,155 + 24,735 + 10,755 + 9,923 + 7,200 + 3,700 + 3,000", 89_468
      ),
    ])
  func sums(title: String, arithmetic: String, total: Double) throws {
    let fact = try fact(title)
    #expect(fact.note == arithmetic)
    #expect(fact.ours == Estimate(total))
    #expect(fact.agreement == .agrees)
  }

  @Test(
    "table 1: 16 rows, 89,468 m² by quarter",
    arguments: [
      ("rows of table 1", 16.0), ("floor area of table 1", 89_468),
      ("floor area: Pentagon", 30_155), ("floor area: North quarter", 24_735),
      ("floor area: European quarter", 10_755), ("floor area: decentralised", 9_923),
      ("floor area: Louise", 7_200), ("floor area: outer districts", 3_700),
      ("floor area: periphery", 3_000), ("floor area: Silversquare", 25_200),
    ])
  func tableOne(title: String, value: Double) throws {
    let fact = try fact(title)
    #expect(fact.claim.value == value)
    #expect(fact.ours == Estimate(value))
    #expect(fact.agreement == .agrees)
  }

  @Test(
    "an incomplete catalogue is never taken for the document's count",
    arguments: [
      ("spaces in the Pentagon and the first ring", 59.0, 22.0),
      ("spaces in the second ring", 18, 6), ("spaces in the periphery", 9, 6),
      ("spaces in the periphery near the airport", 6, 4),
      ("locations of operators with more than one", 40, 31), ("locations of Tribes", 4, 1),
    ])
  func incomplete(title: String, document: Double, records: Double) throws {
    let fact = try fact(title)
    #expect(fact.claim.value == document)
    #expect(fact.ours == Estimate(records))
    #expect(fact.agreement == .incomplete)
    #expect(fact.contradiction == nil)
  }

  @Test("where the document contradicts itself is flagged")
  func contradictions() throws {
    let flagged = try Self.facts.get().filter { $0.contradiction != nil }.map(\.title)
    #expect(
      flagged == [
        "locations of Fosbury & Sons", "rows of Spaces (against its number of locations)",
        "rows of WeWork in the North quarter (named there in the text)",
        "take-ups in the periphery (by quarter of the table; by place)",
      ])
    #expect(
      try fact("take-ups in the periphery (by quarter of the table; by place)").ours == Estimate(2))
  }

  private let header =
    "count_id,what,measure,value,total,breakdown,basis,quarters,zones,municipalities,status,operator,record_source,tension\n"

  /// 5 + 3 is not 9.
  @Test func partsThatDoNotAddUpAreFlagged() throws {
    let counts = try DocumentCount.read(
      table(
        header
          + "all,all,records,9,,,printed,,,,,,,\na,a,records,5,all,zone,printed,,a,,,,,\nb,b,records,3,all,zone,printed,,b,,,,,\n"
      ))
    let fact = try #require(CountFacts.sums(counts).first)
    #expect(fact.ours == Estimate(8))
    #expect(fact.contradiction != nil)
  }

  @Test func everyMistakeIsNamedWithItsLine() {
    #expect(
      findings { () throws(Failure) in
        try DocumentCount.read(
          table(
            header
              + "a,a,people,9,,,printed,,,,,,,\na,,records,-1,x,,guessed,,,,,,,\n"))
      } == [
        "t.csv:2 unknown_word measure", "t.csv:3 missing_value what",
        "t.csv:3 invalid_number value", "t.csv:3 unknown_word basis",
        "t.csv:3 duplicate_id count_id", "t.csv:3 foreign_key_violation total",
        "t.csv:3 missing_value breakdown",
      ])
  }
}
