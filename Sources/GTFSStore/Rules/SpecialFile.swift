import Findings

extension Rule {
  static let specialFile = Rule(
    "special_file", .error, in: "Folder",
    "a feed is a regular file, and so are its files; pipes and devices are never opened",
    mend: "save it as a file")
}
