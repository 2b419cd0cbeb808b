import Findings

extension Rule {
  static let unsafePath = Rule(
    "unsafe_path", .error, in: "Zip archive; folder",
    "the path of a file stays inside the archive or folder, and can be printed",
    mend: "zip the feed anew")
}
