import Foundation
import ImpactModel
import TestSupport
import Testing

@Suite struct NestedLogitTests {
  @Test func anEuroMoreHalvesTheOddsAtAScaleOfLnTwo() throws {
    let logit = NestedLogit(scalePerEuro: log(2), nestParameter: 0.5)
    let ways = [ChoiceSamples.way(.car, euro: 5), ChoiceSamples.way(.active, euro: 6)]
    let mix = try mix(logit, ways)
    // exp(−ln 2 × 1) = 1/2: odds of 2 to 1.
    #expect(abs(mix.shares[0] - 2.0 / 3) < 1e-12)
    // 5 − ln(1 + 1/2) / ln 2 = 4.415.
    #expect(abs(mix.inclusiveCostEuro - (5 - log(1.5) / log(2))) < 1e-12)
    #expect(abs(mix.costEuro - 16.0 / 3) < 1e-12)
  }

  @Test func twoModesOfANestShareMoreOfWhatTheyHaveThanOfWhatOthersHave() throws {
    // Train and metro at the same cost in one nest, with λ = 1/2 and a scale of 1:
    // N = c − 1/2 × ln 2, so the nest weighs √2 against a car of the same cost.
    let logit = NestedLogit(scalePerEuro: 1, nestParameter: 0.5)
    let ways: [Skim?] = [.train, .urban, .car].map { ChoiceSamples.way($0, euro: 4) }
    let mix = try mix(logit, ways)
    let nest = sqrt(2.0) / (sqrt(2.0) + 1)
    #expect(abs(mix.shares[0] - nest / 2) < 1e-12)
    #expect(abs(mix.shares[1] - nest / 2) < 1e-12)
    #expect(abs(mix.shares[2] - (1 - nest)) < 1e-12)
    #expect(abs(mix.inclusiveCostEuro - (4 - log(sqrt(2.0) + 1))) < 1e-12)
  }

  @Test func aConstantIsAPriceOfItsMainMode() throws {
    let ways: [Skim?] = [.train, .car].map { ChoiceSamples.way($0, euro: 4) }
    var logit = NestedLogit(scalePerEuro: 0.5, nestParameter: 0.7)
    logit.constantsEuro.train = 2
    // exp(−0.5 × 2) = 1/e against 1; the constant is in the choice's cost, not in the traveller's.
    let mix = try mix(logit, ways)
    #expect(abs(mix.shares[0] - 1 / (1 + M_E)) < 1e-12)
    #expect(abs(mix.costEuro - 4) < 1e-12)
  }

  @Test func sharesAndCostAreThoseOfTheFormulas() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let ways = ChoiceSamples.randomWays(using: &random)
      let logit = ChoiceSamples.randomLogit(using: &random)
      let naive = NaiveNestedLogit(logit, ways)
      guard naive.sum > 0 else {
        #expect(ModeChoice.logit(logit).mix(of: ways[...], prices: prices, hasCar: true) == nil)
        continue
      }
      let mix = try mix(logit, ways)
      #expect(abs(mix.inclusiveCostEuro - naive.cost) < 1e-9)
      for (share, other) in zip(mix.shares, naive.shares) { #expect(abs(share - other) < 1e-12) }
      #expect(abs(mix.shares.reduce(0, +) - 1) < 1e-12)
    }
  }

  @Test func aNestParameterOfOneIsTheMultinomialLogit() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      let ways = ChoiceSamples.randomWays(using: &random)
      let scale = Double.random(in: 0.05...1, using: &random)
      let weights = ways.map { $0.map { exp(-scale * $0.seconds) } ?? 0 }
      let sum = weights.reduce(0, +)
      guard sum > 0 else { continue }
      let mix = try mix(NestedLogit(scalePerEuro: scale, nestParameter: 1), ways)
      for (share, weight) in zip(mix.shares, weights) { #expect(abs(share - weight / sum) < 1e-12) }
      #expect(abs(mix.inclusiveCostEuro + log(sum) / scale) < 1e-9)
    }
  }

  @Test func hugeAndTinyCostsStayNumbers() throws {
    let logit = NestedLogit(scalePerEuro: 50, nestParameter: 0.001)
    let ways: [Skim?] = [
      ChoiceSamples.way(.train, euro: 1e7), ChoiceSamples.way(.urban, euro: 1e7 + 1),
      ChoiceSamples.way(.car, euro: 2e7),
    ]
    let mix = try mix(logit, ways)
    #expect(mix.shares == [1, 0, 0])
    #expect(mix.inclusiveCostEuro == 1e7)
  }

  private let prices = ChoiceSamples.prices

  private func mix(_ logit: NestedLogit, _ ways: [Skim?]) throws -> TravelMix {
    try #require(ModeChoice.logit(logit).mix(of: ways[...], prices: prices, hasCar: true))
  }
}

/// The formulas as they stand in `NestedLogit`, exponentials of costs and all.
private struct NaiveNestedLogit {
  var sum = 0.0
  var cost: Double
  var shares: [Double]

  init(_ logit: NestedLogit, _ ways: [Skim?]) {
    let nests: [Set<MainMode>] = [[.train, .urban], [.car], [.active]]
    let weights = ways.map { way in
      way.map {
        exp(
          -logit.scalePerEuro / logit.nestParameter
            * ($0.seconds + logit.constantsEuro[$0.kind]))
      } ?? 0
    }
    shares = ways.map { _ in 0 }
    for nest in nests {
      let members = ways.indices.filter { ways[$0].map { nest.contains($0.kind) } ?? false }
      let inNest = members.reduce(0) { $0 + weights[$1] }
      guard inNest > 0 else { continue }
      sum += pow(inNest, logit.nestParameter)
      for member in members {
        shares[member] = pow(inNest, logit.nestParameter) * weights[member] / inNest
      }
    }
    cost = -log(sum) / logit.scalePerEuro
    let total = sum
    if total > 0 { shares = shares.map { $0 / total } }
  }
}
