import Findings

extension Rule {
  static let missingRequiredValue = Rule(
    "missing_required_value", .error, in: "File Requirements, Presence",
    "a required field has a value in every row", mend: "fill the cell")
}
