/// Times of a service day, which may run past midnight (24:30 is half past midnight).
enum ClockTime {
  /// Seconds after midnight of `HH:MM`, up to 47:59; nil for anything else.
  static func seconds(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard
      parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(isDigit) }),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), hours < 48, minutes < 60
    else { return nil }
    return hours * 3600 + minutes * 60
  }

  /// `HH:MM:SS` as GTFS writes it; the hours may exceed 24.
  static func text(seconds: Int) -> String {
    "\(twoDigits(seconds / 3600)):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
  }

  /// `HHMM`, or `HHMMSS` where the minute is not whole: unique for each second.
  static func compactText(seconds: Int) -> String {
    let minute = twoDigits(seconds / 3600) + twoDigits(seconds / 60 % 60)
    return seconds % 60 == 0 ? minute : minute + twoDigits(seconds % 60)
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
