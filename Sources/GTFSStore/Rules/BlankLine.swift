import Findings

extension Rule {
  static let blankLine = Rule(
    "blank_line", .warning, in: "File Requirements",
    "a line holds a row; a line of spaces is passed over",
    found: "the line holds nothing but spaces",
    mend: "take the line out")
}
