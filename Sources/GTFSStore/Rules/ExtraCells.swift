import Findings

extension Rule {
  static let extraCells = Rule(
    "extra_cells", .warning, in: "File Requirements",
    "a row has no more cells than the header has columns; those beyond it are not read",
    mend: "quote values that hold commas, or name the columns")
}
