import Findings

extension Rule {
  static let mixedLineEnds = Rule(
    "mixed_line_ends", .warning, in: "File Requirements, line breaks",
    "every line ends with LF or CRLF; all ways are read",
    found: "some lines end with LF and some with CR",
    mend: "save the file with one kind")
}
