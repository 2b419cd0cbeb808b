import Findings

extension Rule {
  static let invalidUTF8 = Rule(
    "invalid_utf8", .error, in: "File Requirements, encoding",
    "a file is UTF-8; what is not is read as Windows-1252 (Latin-1) by --repair",
    found: "the text is not UTF-8",
    mend: "save the file as UTF-8", repairable: true)
}
