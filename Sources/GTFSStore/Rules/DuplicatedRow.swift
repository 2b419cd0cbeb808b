import Findings

extension Rule {
  static let duplicatedRow = Rule(
    "duplicated_row", .error, in: "Dataset Attributes, Primary key",
    "no row stands in a file twice, word for word",
    found: "the same row stands further up, word for word",
    mend: "take one of the rows out",
    repairable: true)
}
