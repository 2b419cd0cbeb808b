import Findings

extension Rule {
  static let unsupportedCompression = Rule(
    "unsupported_compression", .error, in: "Zip archive",
    "the files of a zip are stored or compressed with Deflate: other methods may take gigabytes of "
      + "memory for a few bytes", mend: "zip the feed anew with Deflate")
}
