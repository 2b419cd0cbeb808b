import Findings

extension Rule {
  static let mixedLineEnds = Rule(
    "mixed_line_ends", .warning, in: "File Requirements, line breaks",
    "all lines of a file end in the same way; all ways are read",
    found: "the lines end in more than one way",
    mend: "save the file with one kind")
}
