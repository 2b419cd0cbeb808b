import Findings

extension Rule {
  static let missingRequiredValue = Rule(
    "missing_required_value", .error, in: "File Requirements, Presence",
    "a required field has a value in every row",
    found: "the cell is empty",
    mend: "fill the cell")
}
