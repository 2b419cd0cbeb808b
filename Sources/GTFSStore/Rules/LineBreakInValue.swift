import Findings

extension Rule {
  static let lineBreakInValue = Rule(
    "line_break_in_value", .warning, in: "File Requirements",
    "a value holds no line break; it is kept",
    found: "the value holds a line break",
    mend: "write the value on one line")
}
