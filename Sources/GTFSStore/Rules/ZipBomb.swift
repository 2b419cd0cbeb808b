import Findings

extension Rule {
  static let zipBomb = Rule(
    "zip_bomb", .error, in: "Zip archive",
    "a large file inflates to at most 200 times its compressed size; timetables reach about 20",
    mend: "zip the files of the feed anew")
}
