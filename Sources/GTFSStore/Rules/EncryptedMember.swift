import Findings

extension Rule {
  static let encryptedMember = Rule(
    "encrypted_member", .error, in: "Zip archive",
    "the files of a zip are not encrypted", mend: "zip the feed without a password")
}
