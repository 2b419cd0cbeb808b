import Findings

extension Rule {
  static let tooManyMembers = Rule(
    "too_many_members", .error, in: "Zip archive; folder",
    "an archive or folder has at most 1,000 files, of which GTFS knows about thirty",
    mend: "zip the files of the feed alone")
}
