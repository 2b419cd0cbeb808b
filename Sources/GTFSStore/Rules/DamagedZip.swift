import Findings

extension Rule {
  static let damagedZip = Rule(
    "damaged_zip", .error, in: "Zip archive",
    "a zip is whole: its directory is there and agrees with its members",
    mend: "download the feed again")
}
