import Findings

extension Rule {
  static let memberTooLarge = Rule(
    "member_too_large", .error, in: "Zip archive",
    "a file inflates to at most 8 GiB, five times the largest known",
    mend: "zip the files of the feed alone")
}
