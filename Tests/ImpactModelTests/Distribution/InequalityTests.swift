import ImpactModel
import TestSupport
import Testing

@Suite struct InequalityTests {
  @Test func giniOfTwoPeopleIsAQuarterOfOneToThree() throws {
    // Mean 2; |1 − 3| between the two, 0 with oneself: mean difference 1; 1 / (2 × 2) = 0.25.
    #expect(try #require(gini([(1, 1), (3, 1)])) == 0.25)
    // Three people, 0, 0 and 6: mean 2, differences 4 × 6 over 9 pairs = 24/9; / (2 × 2) = 2/3.
    #expect(abs(try #require(gini([(0, 2), (6, 1)])) - 2.0 / 3) < 1e-12)
  }

  @Test func palmaSplitsThePeopleAtTheBorders() throws {
    // Five people with 1, 2, 3, 4 and 10: the upper tenth is half of the last, 5; the lower four
    // tenths are the first two, 3.
    let five = WeightedDistribution([(10, 1), (1, 1), (2, 1), (3, 1), (4, 1)])
    #expect(abs(try #require(five.palma) - 5.0 / 3) < 1e-12)
    // Two and a half people have 2, seven and a half have 4: the lower four are 2.5 × 2 + 1.5 × 4
    // = 11, the upper one is 4.
    let split = WeightedDistribution([(2, 2.5), (4, 7.5)])
    #expect(abs(try #require(split.palma) - 4.0 / 11) < 1e-12)
  }

  @Test func equalPeopleHaveNoInequality() throws {
    for people in [1.0, 0.3, 17] {
      let equal = WeightedDistribution((0..<9).map { (42.5, people + Double($0)) })
      #expect(try #require(equal.gini) < 1e-12)
      #expect(abs(try #require(equal.palma) - 0.25) < 1e-12)
    }
  }

  @Test func neitherUnitNorReplicationMatters() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let values = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        (
          value: Double.random(in: 0...90, using: &random),
          people: Double.random(in: 0.1...5, using: &random)
        )
      }
      let once = WeightedDistribution(values)
      let twice = WeightedDistribution(values + values)
      let scaled = WeightedDistribution(values.map { ($0.value * 60, $0.people * 3) })
      for other in [twice, scaled] {
        #expect(abs(try #require(once.gini) - #require(other.gini)) < 1e-12)
        let palma = try #require(once.palma)
        #expect(abs(palma - (try #require(other.palma))) < 1e-9 * palma)
      }
      #expect(abs(try #require(once.gini) - naiveGini(values)) < 1e-12)
    }
  }

  @Test func thereIsNoneOfLossesOrOfNothing() {
    #expect(gini([(-1, 1), (3, 1)]) == nil)
    #expect(WeightedDistribution([(-1, 1), (3, 1)]).palma == nil)
    #expect(gini([(0, 3)]) == nil)
    #expect(gini([]) == nil)
    #expect(WeightedDistribution([(0, 4), (3, 6)]).palma == nil)
  }

  private func gini(_ values: [(value: Double, people: Double)]) -> Double? {
    WeightedDistribution(values).gini
  }

  /// Half the mean absolute difference over the mean, pair by pair.
  private func naiveGini(_ values: [(value: Double, people: Double)]) -> Double {
    let people = values.reduce(0) { $0 + $1.people }
    let mean = values.reduce(0) { $0 + $1.value * $1.people } / people
    var differences = 0.0
    for one in values {
      for other in values {
        differences += abs(one.value - other.value) * one.people * other.people
      }
    }
    return differences / (people * people) / (2 * mean)
  }
}
