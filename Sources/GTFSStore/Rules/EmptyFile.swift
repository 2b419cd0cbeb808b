import Findings

extension Rule {
  static let emptyFile = Rule(
    "empty_file", .error, in: "File Requirements",
    "the first line of a file names its columns; an optional file without it is passed over",
    found: "the file has no header",
    mend: "write the header, or leave the file out")
}
