import Findings

extension Rule {
  static let surroundingSpaces = Rule(
    "surrounding_spaces", .warning, in: "File Requirements",
    "a text or id has no spaces before or after it; they are dropped",
    found: "spaces stand before or after the text; they are dropped",
    mend: "take the spaces out")
}
