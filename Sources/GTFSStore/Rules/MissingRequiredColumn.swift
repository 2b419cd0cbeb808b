import Findings

extension Rule {
  static let missingRequiredColumn = Rule(
    "missing_required_column", .error, in: "Field Definitions, Presence",
    "the columns of required fields are there", mend: "add the column")
}
