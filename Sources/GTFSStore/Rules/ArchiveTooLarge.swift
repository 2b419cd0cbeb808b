import Findings

extension Rule {
  static let archiveTooLarge = Rule(
    "archive_too_large", .error, in: "Zip archive",
    "all files of a zip together inflate to at most 16 GiB", mend: "zip the files of the feed alone"
  )
}
