import Testing

@testable import SeedFacts

@Suite struct FactTests {
  private func fact(
    _ claim: Claim, _ ours: Estimate?, tension: String = "", isPart: Bool = false
  ) -> Fact {
    Fact(
      "t", "f", claim: claim, ours: ours, unit: "", tension: tension, isPart: isPart, source: "s")
  }

  @Test func anIntervalDecidesAClaimOnlyWhereItLiesOnOneSide() {
    let interval = Estimate(lowest: 40, best: 70, highest: 85)
    // Not a single value of the interval is more than 85; some are more than 60.
    #expect(Claim(.moreThan, 85).agreement(with: interval) == .differs)
    #expect(Claim(.moreThan, 60).agreement(with: interval) == .undecided)
    #expect(Claim(.moreThan, 39).agreement(with: interval) == .agrees)
    #expect(Claim(.lessThan, 85).agreement(with: interval) == .undecided)
    #expect(Claim(.lessThan, 86).agreement(with: interval) == .agrees)
    #expect(Claim(.lessThan, 40).agreement(with: interval) == .differs)
    #expect(Claim(70).agreement(with: interval) == .undecided)
    #expect(Claim(86).agreement(with: interval) == .differs)
  }

  /// 56.645 is printed as 56.6; 56.66 would be 56.7.
  @Test func aPrintedNumberAgreesWithinHalfItsLastDigit() {
    let claim = Claim(.equal, 56.6, tolerance: 0.05)
    #expect(claim.agreement(with: Estimate(56.645)) == .agrees)
    #expect(claim.agreement(with: Estimate(56.66)) == .differs)
  }

  @Test func aPartNeitherConfirmsNorContradicts() {
    #expect(fact(Claim(59), Estimate(22), isPart: true).agreement == .incomplete)
    #expect(fact(Claim(59), Estimate(22)).agreement == .differs)
    // More than there are in all is a contradiction, part or not.
    #expect(fact(Claim(3), Estimate(4), isPart: true).agreement == .differs)
    #expect(fact(Claim(3), nil).agreement == .notComputable)
  }

  @Test func aTensionIsFlaggedOnlyWhereOursDiffers() {
    #expect(fact(Claim(7), Estimate(6), tension: "why").contradiction == "why")
    #expect(fact(Claim(7), Estimate(7), tension: "why").contradiction == nil)
    #expect(fact(Claim(7), Estimate(6), tension: "why", isPart: true).contradiction == nil)
  }

  @Test func numbersAreWrittenWithTheirIntervals() {
    let meters = Estimate(meters: 615, uncertaintyMeters: 1000)
    #expect(fact(Claim(.lessThan, 2000), meters).documentText == "less than 2,000")
    #expect(fact(Claim(.lessThan, 2000), meters).oursText == "615 (0–1,615)")
    #expect(fact(Claim(89468), Estimate(89468)).oursText == "89,468")
    #expect(fact(Claim(86), nil).oursText == "–")
    #expect(Fact.number(1_234_567.25, 1) == "1,234,567.3")
    #expect(Fact.number(999) == "999")
  }
}
