import Findings

extension Rule {
  static let duplicatedColumn = Rule(
    "duplicated_column", .error, in: "File Requirements",
    "a header names a column once", mend: "take one of the columns out, or rename it")
}
