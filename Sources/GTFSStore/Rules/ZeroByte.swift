import Findings

extension Rule {
  static let zeroByte = Rule(
    "zero_byte", .error, in: "File Requirements, encoding",
    "a text holds no zero byte, which no editor shows and databases cut texts at",
    found: "the text holds a zero byte",
    mend: "take the byte out, or save the file as UTF-8")
}
