import Findings

extension Rule {
  static let damagedMember = Rule(
    "damaged_member", .error, in: "Zip archive",
    "the data of a file in a zip agree with their checksum", mend: "download the feed again")
}
