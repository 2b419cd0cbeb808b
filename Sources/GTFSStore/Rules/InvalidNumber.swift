import Findings

extension Rule {
  static let invalidNumber = Rule(
    "invalid_number", .error, in: "Field Types, Float, Latitude and Longitude",
    "the cell is a decimal number with a point", mend: "write a number such as 50.8466")
}
