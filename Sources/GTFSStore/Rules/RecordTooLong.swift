import Findings

extension Rule {
  static let recordTooLong = Rule(
    "record_too_long", .error, in: "File Requirements",
    "a row has at most 1 MiB, so that a file of any size is read in bounded memory",
    mend: "look for a quote that is never closed")
}
