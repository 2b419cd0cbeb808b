import Findings
import TabularText
import TestSupport
import Testing

@testable import SeedFacts

@Suite struct CensusTests {
  /// 30 + 50 of 100 live outside: 80 %.
  @Test func thoseWhoLiveOutsideAreCounted() throws {
    let workers = try BrusselsWorkers(table("NIS,21000\n11000,30\n21000,20\n25000,50\n"))
    #expect(workers.outside == 80)
    #expect(workers.all == 100)
    let share = CensusFacts.facts(workers, source: "s").first { $0.title == "share, Census 2011" }
    #expect(share?.ours == Estimate(80))
  }

  @Test func theBuiltInTableHasOnlyThoseWhoLiveOutside() throws {
    let workers = try BrusselsWorkers(BrusselsWorkers.builtInTable())
    #expect(workers.outside == 393_790)
    #expect(workers.all == nil)
    let facts = CensusFacts.facts(workers, source: "s")
    #expect(facts.count { $0.agreement == .notComputable } == 4)
    #expect(facts.first { $0.title == "people, Census 2021" }?.agreement == .differs)
  }

  @Test func everyMistakeIsNamedWithItsLine() {
    #expect(
      findings { () throws(Failure) in
        try BrusselsWorkers(table("NIS,21000\n11000,many\n11000,-5\n,5\n"))
      } == [
        "t.csv:2 invalid_number 21000", "t.csv:3 invalid_number 21000",
        "t.csv:3 duplicate_id NIS", "t.csv:4 missing_value NIS",
      ])
  }

  private static let matrix = RealData.path("belgium/census2011-commuters-arrondissement.csv")

  /// 393,790 / 695,183 = 0.56645.
  @Test(.enabled(if: matrix != nil, "needs the real data (ANTENNE_DATA)"))
  func theMatrixOf2011GivesItsShare() throws {
    let workers = try BrusselsWorkers(.read(try #require(Self.matrix)))
    #expect(workers == BrusselsWorkers(outside: 393_790, all: 695_183))
    let facts = CensusFacts.facts(workers, source: "s")
    #expect(facts.filter { $0.agreement == .agrees }.count == 4)
    #expect(facts.filter { $0.contradiction != nil }.count == 2)
  }
}
