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

  /// `08:05`, with seconds only where they are not zero; before midnight of the service day's
  /// start it is `23:50 (day before)`.
  public static func text(_ seconds: Int) -> String {
    if seconds < 0, seconds >= -86_400 { return text(seconds + 86_400) + " (day before)" }
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let sign = seconds < 0 ? "-" : ""
    let value = abs(seconds)
    let base = sign + padded(value / 3600) + ":" + padded(value / 60 % 60)
    return value % 60 == 0 ? base : base + ":" + padded(value % 60)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
