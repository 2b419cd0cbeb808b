import Findings

extension Rule {
  static let unknownColumn = Rule(
    "unknown_column", .info, in: "Field Definitions",
    "a column that the reference does not know is not read",
    found: "the column is not one of the reference and is not read",
    mend: "nothing, unless its name is mistyped")
}
