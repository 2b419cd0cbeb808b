import Findings

extension Rule {
  static let symlinkMember = Rule(
    "symlink_member", .error, in: "Zip archive",
    "a member of a zip is a file and not a link to one", mend: "zip the file itself")
}
