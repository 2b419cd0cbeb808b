import Findings

extension Rule {
  static let surroundingSpaces = Rule(
    "surrounding_spaces", .warning, in: "File Requirements",
    "a text or id has no spaces before or after it; they are dropped", mend: "take the spaces out")
}
