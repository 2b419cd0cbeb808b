import ImpactModel
import Testing

@Suite struct RankStabilityTests {
  @Test func ranksAndSharesAreCountedOverDraws() {
    // Three sites, four draws: ranks of the first 1, 1, 2, 3; of the second 2, 3, 1, 1; of the third
    // 3, 2, 3, 2. The fifth of a hundred of four draws is the least, the ninety-fifth the greatest.
    let ranks = RankStability.all(
      [9, 8, 7], draws: [[3, 2, 1], [3, 1, 2], [2, 3, 1], [1, 3, 2]])
    #expect(ranks.map(\.rank) == [1, 2, 3])
    #expect(ranks.map(\.lowRank) == [1, 1, 2])
    #expect(ranks.map(\.highRank) == [3, 3, 3])
    #expect(ranks.map { $0.share(inTop: 1) } == [0.5, 0.5, 0])
    #expect(ranks.map { $0.share(inTop: 2) } == [0.75, 0.75, 0.5])
  }

  @Test func oneDrawInTwentyIsLeftOutAtEitherEnd() {
    // Of 40 draws two are turned round: 5 %, at the edge of what is left out above.
    let draws = (0..<40).map { $0 < 2 ? [1.0, 2] : [2.0, 1] }
    let ranks = RankStability.all([2, 1], draws: draws)
    #expect(ranks[0].lowRank == 1 && ranks[0].highRank == 1)
    #expect(ranks[1].lowRank == 1 && ranks[1].highRank == 2)
  }

  @Test func ofEqualScoresTheFirstIsBetterAndWithoutDrawsTheRankStands() {
    let ranks = RankStability.all([5, 6, 5], draws: [])
    #expect(ranks.map(\.rank) == [2, 1, 3])
    #expect(ranks.map(\.lowRank) == [2, 1, 3] && ranks.map(\.highRank) == [2, 1, 3])
    #expect(ranks[0].share(inTop: 3) == 0)
  }
}
