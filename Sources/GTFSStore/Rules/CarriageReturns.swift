import Findings

extension Rule {
  static let carriageReturns = Rule(
    "carriage_returns", .warning, in: "File Requirements, line breaks",
    "lines end with LF or CRLF; a file that has CR alone is read all the same",
    found: "the lines end with CR alone", mend: "save the file with LF or CRLF")
}
