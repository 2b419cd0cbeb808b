import Findings

extension Rule {
  static let duplicatedColumn = Rule(
    "duplicated_column", .error, in: "File Requirements",
    "a header names a column once",
    found: "the header names the column a second time; the file is not read",
    mend: "take one of the columns out, or rename it")
}
