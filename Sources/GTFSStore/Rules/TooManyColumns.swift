import Findings

extension Rule {
  static let tooManyColumns = Rule(
    "too_many_columns", .error, in: "File Requirements",
    "a row has at most 4,096 cells", mend: "look for a line break that is missing")
}
