import Findings

extension Rule {
  static let invalidInteger = Rule(
    "invalid_integer", .error, in: "Field Types, Integer and Enum",
    "the cell is a whole number in digits, below 10 to the 18th", mend: "write a whole number")
}
