import Findings

extension Rule {
  static let numberWithSpaces = Rule(
    "number_with_spaces", .error, in: "File Requirements; Field Types",
    "a number, time or date has no spaces before or after it",
    found: "spaces stand before or after the number, time or date",
    mend: "take the spaces out",
    repairable: true)
}
