import ImpactModel
import TestSupport
import Testing

@Suite struct WeightedDistributionTests {
  @Test func aQuantileIsTheNearestRank() {
    let ten = WeightedDistribution((1...10).reversed().map { (Double($0), 1) })
    // Rank ⌈p × 10⌉.
    #expect(ten.quantile(0.9) == 9)
    #expect(ten.quantile(0.91) == 10)
    #expect(ten.quantile(0.5) == 5)
    #expect(ten.quantile(0) == 1)
    #expect(ten.quantile(1) == 10)
    #expect(ten.mean == 5.5)
  }

  @Test func fractionalPeopleCountByTheirWeight() {
    // 0.1 + 0.2 is not 0.3 in binary; three tenths of the people are still the first two entries.
    let people = WeightedDistribution([(20, 0.2), (10, 0.1), (30, 0.7)])
    #expect(people.quantile(0.1) == 10)
    #expect(people.quantile(0.3) == 20)
    #expect(people.quantile(0.31) == 30)
    // 10 × 0.1 + 20 × 0.2 + 30 × 0.7 = 26.
    #expect(abs((people.mean ?? 0) - 26) < 1e-12)
  }

  @Test func weightsAreTheSameAsRepetition() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let values = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        (
          value: Double(Int.random(in: -9...9, using: &random)),
          people: Double(Int.random(in: 0...4, using: &random))
        )
      }
      let repeated = values.flatMap { Array(repeating: $0.value, count: Int($0.people)) }.sorted()
      let weighted = WeightedDistribution(values)
      guard !repeated.isEmpty else {
        #expect(weighted.quantile(0.5) == nil)
        continue
      }
      for percent in 1...100 {
        let rank = (percent * repeated.count + 99) / 100
        #expect(weighted.quantile(Double(percent) / 100) == repeated[rank - 1])
      }
    }
  }

  @Test func nobodyHasNoMean() {
    let nobody = WeightedDistribution([(3, 0)])
    #expect(nobody.people == 0)
    #expect(nobody.mean == nil)
    #expect(nobody.quantile(0.5) == nil)
  }

  @Test func winnersAndLosersAreBeyondTheThreshold() {
    let savings = WeightedDistribution([(31, 2), (30, 4), (16, 8), (0, 16), (-15, 32), (-40, 64)])
    let any = WinnersAndLosers(savings: savings, threshold: 0)
    #expect(any.winners == 14)
    #expect(any.losers == 96)
    let quarter = WinnersAndLosers(savings: savings, threshold: 15)
    #expect(quarter.winners == 14)
    #expect(quarter.losers == 64)
    // Just 30 minutes are not more than 30.
    let half = WinnersAndLosers(savings: savings, threshold: 30)
    #expect(half.winners == 2)
    #expect(half.losers == 64)
  }

  @Test func aHistogramLeavesNobodyOut() {
    let savings = WeightedDistribution([(-100, 1), (-5, 2), (-0.1, 4), (0, 8), (4.9, 16), (99, 32)])
    let histogram = Histogram(savings, width: 5, within: -10...10)
    #expect(histogram.bins.map(\.start) == [-10, -5, 0, 5, 10])
    #expect(histogram.bins.map(\.people) == [1, 6, 24, 0, 32])
    #expect(histogram.bins.reduce(0) { $0 + $1.people } == savings.people)
  }
}
