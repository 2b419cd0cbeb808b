import Findings

extension Rule {
  static let wrongSeparator = Rule(
    "wrong_separator", .error, in: "File Requirements",
    "commas separate the cells, and not semicolons, tabs or bars; the file is not read",
    mend: "save the file with commas")
}
