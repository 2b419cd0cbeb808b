import Findings

extension Rule {
  static let lineBreakInValue = Rule(
    "line_break_in_value", .warning, in: "File Requirements",
    "a value holds no line break; it is kept", mend: "write the value on one line")
}
