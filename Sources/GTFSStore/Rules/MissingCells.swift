import Findings

extension Rule {
  static let missingCells = Rule(
    "missing_cells", .error, in: "File Requirements",
    "a row has a cell for each column of the header", mend: "add the cells, or their commas")
}
