import ImpactModel
import TestSupport
import Testing

/// What makes the logsum a measure of benefit.
@Suite struct InclusiveCostTests {
  @Test func anotherWayNeverRaisesIt() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let ways = ChoiceSamples.randomWays(using: &random)
      let choice = ModeChoice.logit(ChoiceSamples.randomLogit(using: &random))
      guard let mix = mix(choice, ways) else { continue }
      let another = ChoiceSamples.way(
        MainMode.allCases.randomElement(using: &random) ?? .car,
        euro: .random(in: 0...60, using: &random))
      let more = try #require(self.mix(choice, ways + [another]))
      #expect(more.inclusiveCostEuro <= mix.inclusiveCostEuro + 1e-12)
    }
  }

  @Test func itIsNotMoreThanTheCostOfAnyWayWithItsConstant() throws {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<500 {
      let ways = ChoiceSamples.randomWays(using: &random)
      let logit = ChoiceSamples.randomLogit(using: &random)
      guard let mix = mix(.logit(logit), ways) else { continue }
      for case let way? in ways {
        #expect(mix.inclusiveCostEuro <= way.seconds + logit.constantsEuro[way.kind] + 1e-12)
      }
    }
  }

  @Test func aCentMoreOnAWayCostsItsShareOfACent() throws {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<300 {
      let ways = ChoiceSamples.randomWays(using: &random)
      let choice = ModeChoice.logit(ChoiceSamples.randomLogit(using: &random))
      guard let mix = mix(choice, ways) else { continue }
      for position in ways.indices where ways[position] != nil {
        var dearer = ways
        var cheaper = ways
        dearer[position]?.seconds += 1e-4
        cheaper[position]?.seconds -= 1e-4
        let slope =
          (try #require(self.mix(choice, dearer)).inclusiveCostEuro
            - #require(self.mix(choice, cheaper)).inclusiveCostEuro) / 2e-4
        #expect(abs(slope - mix.shares[position]) < 1e-6)
      }
    }
  }

  private func mix(_ choice: ModeChoice, _ ways: [Skim?]) -> TravelMix? {
    choice.mix(of: ways[...], prices: ChoiceSamples.prices, hasCar: true)
  }
}
