import Findings

extension Rule {
  static let invalidColor = Rule(
    "invalid_color", .warning, in: "Field Types, Color",
    "a colour is six hexadecimal digits without #",
    found: "not a colour of six hexadecimal digits",
    mend: "write a colour such as 0039A6")
}

func isHexColor(_ text: String) -> Bool {
  text.utf8.count == 6 && text.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
}
