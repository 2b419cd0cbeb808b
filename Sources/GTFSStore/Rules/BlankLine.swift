import Findings

extension Rule {
  static let blankLine = Rule(
    "blank_line", .warning, in: "File Requirements",
    "a line holds a row; a line of spaces is passed over", mend: "take the line out")
}
