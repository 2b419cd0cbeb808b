import Findings

extension Rule {
  static let notAZip = Rule(
    "not_a_zip", .error, in: "Zip archive",
    "a feed is a zip, or a folder of its files", mend: "download the feed again")
}
