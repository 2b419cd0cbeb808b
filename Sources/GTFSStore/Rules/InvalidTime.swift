import Findings

extension Rule {
  static let invalidTime = Rule(
    "invalid_time", .error, in: "Field Types, Time and Local time",
    "a time is HH:MM:SS or H:MM:SS, minutes and seconds below 60; after midnight hours go on past "
      + "24, on a clock they end there", mend: "write a time such as 08:05:00")
}
