import Findings

extension Rule {
  static let tripTooLong = Rule(
    "trip_too_long", .error, in: "stop_times.txt",
    "a trip has at most 100,000 calls, so that a file of any size is read in bounded memory",
    found: "the trip has more than 100,000 calls; the file is not read", mend: "divide the trip")
}
