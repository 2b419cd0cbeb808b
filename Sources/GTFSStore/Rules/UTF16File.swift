import Findings

extension Rule {
  static let utf16File = Rule(
    "utf16_file", .error, in: "File Requirements, encoding",
    "a file is UTF-8 and not UTF-16, as its first two bytes tell", mend: "save the file as UTF-8")
}
