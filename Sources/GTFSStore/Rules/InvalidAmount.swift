import Findings

extension Rule {
  static let invalidAmount = Rule(
    "invalid_amount", .error, in: "Field Types, Currency amount",
    "an amount of money is a decimal number with a point",
    found: "not an amount of money",
    mend: "write an amount such as 2.40")
}
