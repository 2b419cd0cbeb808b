import Findings

extension Rule {
  static let duplicateKey = Rule(
    "duplicate_key", .error, in: "Dataset Attributes, Primary key; Field Types, ID",
    "no two rows of a file have the same primary key", mend: "take one of the rows out")
}
