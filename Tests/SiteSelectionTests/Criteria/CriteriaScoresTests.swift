import Testing

@testable import SiteSelection

@Suite struct CriteriaScoresTests {
  /// Three sites: hours saved, of which more is better, and the walk from a station, of which less is.
  private func scores(_ hours: Double = 3, _ walk: Double = 1) throws -> CriteriaScores {
    try CriteriaScores([
      Criterion(name: "hours", direction: .moreIsBetter, weight: hours, values: [100, 300, 200]),
      Criterion(name: "walk", direction: .lessIsBetter, weight: walk, values: [2, 12, nil]),
    ])
  }

  @Test func aScoreIsTheWeighedMeanOfScaledValues() throws {
    // Hours 100 to 300: 0, 1, 0.5. Walk 2 to 12, less is better: 1, 0, unknown as the worst 0.
    // 3/4 × 0 + 1/4 × 1 = 0.25; 3/4; 3/4 × 0.5 = 0.375.
    let scores = try scores()
    #expect(scores.scores == [0.25, 0.75, 0.375])
    #expect(scores.ranks == [3, 1, 2])
    #expect(scores.unknown == [0, 0, 1])
    // Only shares of weights matter.
    #expect(try self.scores(300, 100).scores == scores.scores)
    #expect(try self.scores(1.5e308, 0.5e308).scores == scores.scores)
  }

  @Test func aColumnOfEqualValuesTellsNobodyApart() throws {
    let scores = try CriteriaScores([
      Criterion(name: "a", direction: .lessIsBetter, weight: 1, values: [5, 5]),
      Criterion(name: "b", direction: .moreIsBetter, weight: 1, values: [1, 2]),
    ])
    #expect(scores.scores == [0.5, 1])
  }

  @Test func ofEqualScoresTheFirstIsBetter() throws {
    let scores = try CriteriaScores([
      Criterion(name: "a", direction: .moreIsBetter, weight: 1, values: [1, 2, 2, 1])
    ])
    #expect(scores.ranks == [3, 1, 2, 4])
  }

  @Test func sensitivityTellsWhichWeightTheFirstHangsOn() throws {
    let changes = try scores().sensitivity
    #expect(changes.map(\.criterion) == ["hours", "hours", "hours", "walk", "walk", "walk"])
    #expect(changes.map(\.factor) == [0, 0.5, 2, 0, 0.5, 2])
    // Without hours: 1, 0, 0: ranks 1, 2, 3 against 3, 1, 2: d² = 4 + 1 + 1, 1 − 6 × 6 / (3 × 8) = −0.5.
    #expect(changes[0].rankOfFirst == 2)
    #expect(changes[0].rankCorrelation == -0.5)
    // Hours 1.5, walk 1: 0.4, 0.6, 0.3: ranks 2, 1, 3; d² = 1 + 0 + 1, 1 − 12 / 24 = 0.5.
    #expect(changes[1].rankOfFirst == 1)
    #expect(changes[1].rankCorrelation == 0.5)
    #expect(changes[2].rankCorrelation == 1)
    #expect(changes.allSatisfy { $0.topTenKept == 3 })
  }

  @Test func topTenCountsThoseThatStay() throws {
    // Two columns that are each other turned round: without the first the last ten lead.
    let values = (0..<15).map { Optional(Double($0)) }
    let scores = try CriteriaScores([
      Criterion(name: "a", direction: .moreIsBetter, weight: 2, values: values),
      Criterion(name: "b", direction: .lessIsBetter, weight: 1, values: values),
    ])
    let change = try #require(scores.sensitivity.first)
    // The best ten are 5 to 14, then 0 to 9: five are in both.
    #expect(change.topTenKept == 5)
    #expect(change.rankOfFirst == 15)
    #expect(change.rankCorrelation == -1)
  }

  @Test func theOnlyWeightIsNotTakenAway() throws {
    let changes = try scores(3, 0).sensitivity
    #expect(changes.map(\.criterion) == ["hours", "hours"])
    #expect(changes.map(\.factor) == [0.5, 2])
  }

  @Test func rangesHoldTheRanksOfAllWeights() throws {
    let ranges = try scores().rankRanges(draws: 4000, seed: 1)
    // With w the weight of hours: 1 − w, w, w / 2. The first leads below 1/2, the second above; the
    // third is second above 2/3, never better.
    #expect(ranges.map(\.best) == [1, 1, 2])
    #expect(ranges.map(\.worst) == [3, 2, 3])
    // Standard deviation 0.5 / √4000 = 0.008.
    #expect(abs(ranges[0].shareFirst - 0.5) < 0.04)
    #expect(abs(ranges[1].shareFirst - 0.5) < 0.04)
    #expect(ranges[2].shareFirst == 0)
    #expect(try scores(1, 9).rankRanges(draws: 4000, seed: 1) == ranges)
    #expect(try scores().rankRanges(draws: 4000, seed: 2) != ranges)
  }

  @Test func weightsAreDrawnEvenly() {
    // Of three uniform parts each is 1/3 in the mean and above 1/2 with probability 1/4.
    var random = SplitMix64(state: 3)
    let draws = (0..<8000).map { _ in random.division(into: 3) }
    for part in 0..<3 {
      let mean = draws.reduce(0) { $0 + $1[part] } / 8000
      #expect(abs(mean - 1.0 / 3) < 0.015)
      #expect(abs(Double(draws.count { $0[part] > 0.5 }) / 8000 - 0.25) < 0.025)
    }
    #expect(draws.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 && $0.allSatisfy { $0 >= 0 } })
    #expect(random.division(into: 1) == [1])
  }

  @Test func allMistakesAreToldAtOnce() {
    #expect {
      try CriteriaScores([
        Criterion(name: "a", direction: .moreIsBetter, weight: -1, values: [1, .nan]),
        Criterion(name: "a", direction: .moreIsBetter, weight: 0, values: [1]),
      ])
    } throws: {
      ($0 as? CriteriaMistakes)?.description == """
        criterion a: weight -1.0, not a number from 0
        criterion a, candidate 1: nan is not a number
        criterion a comes twice
        criterion a: 1 candidates, the first has 2
        no criterion has a weight above 0
        """
    }
  }
}
