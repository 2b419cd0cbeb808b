import Findings

extension Rule {
  static let wrongSeparator = Rule(
    "wrong_separator", .error, in: "File Requirements",
    "commas separate the cells, and not semicolons, tabs or bars; the file is not read",
    found:
      "the header has a single column that holds another separator than commas; the file is not read",
    mend: "save the file with commas")
}
