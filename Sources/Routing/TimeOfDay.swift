/// Times of the service day as people write them.
public enum TimeOfDay {
  /// `H:MM`, `HH:MM` or `HH:MM:SS`, hours up to 47, in seconds.
  public static func seconds(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) }),
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] < 48, numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
  }

  /// `07:00-09:00`; `nil` where the end is not after the start, or more than 24 hours after it.
  public static func window(_ text: String) -> Range<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = seconds(String(ends[0])), let end = seconds(String(ends[1])),
      start < end, end - start <= 86_400
    else { return nil }
    return start..<end
  }

  /// What `text` writes, in seconds: `seconds`, or `23:50 (day before)`, which is -600; at most two
  /// days before.
  public static func instant(_ text: String) -> Int? {
    for days in 1...2 where text.hasSuffix(suffix(daysBefore: days)) {
      let clock = seconds(String(text.dropLast(suffix(daysBefore: days).count)))
      return clock.flatMap { $0 < 86_400 ? $0 - days * 86_400 : nil }
    }
    return seconds(text)
  }

  /// `08:05`, with seconds only where they are not zero; before midnight of the service day's
  /// start it is `23:50 (day before)`.
  public static func text(_ seconds: Int) -> String {
    if seconds < 0 {
      let days = (86_399 - seconds) / 86_400
      return text(seconds + days * 86_400) + suffix(daysBefore: days)
    }
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let base = padded(seconds / 3600) + ":" + padded(seconds / 60 % 60)
    return seconds % 60 == 0 ? base : base + ":" + padded(seconds % 60)
  }

  private static func suffix(daysBefore days: Int) -> String {
    days == 1 ? " (day before)" : " (\(days) days before)"
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
