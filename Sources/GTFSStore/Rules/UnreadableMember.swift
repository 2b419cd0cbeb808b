import Findings

extension Rule {
  static let unreadableMember = Rule(
    "unreadable_member", .error, in: "Zip archive",
    "a file that the directory of a zip lists can be opened", mend: "download the feed again")
}
