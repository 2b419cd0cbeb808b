import Findings

extension Rule {
  static let emptyColumnName = Rule(
    "empty_column_name", .warning, in: "File Requirements",
    "every column has a name; one without is not read", mend: "name the column, or take it out")
}
