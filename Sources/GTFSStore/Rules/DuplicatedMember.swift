import Findings

extension Rule {
  static let duplicatedMember = Rule(
    "duplicated_member", .error, in: "Zip archive",
    "a zip holds each file once: which of two counts nobody can tell", mend: "zip the feed anew")
}
