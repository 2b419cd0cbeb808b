/// When a space is open on each weekday: a part of OpenStreetMap's `opening_hours`.
///
/// Read are `24/7` and rules of weekdays and one span of hours, `Mo-Fr 08:00-18:00; Sa,Su off`; later
/// rules replace earlier ones for the days that they name.
public struct OpeningHours: Sendable, Equatable {
  /// Seconds of the day by weekday, Monday first; `nil` is closed.
  public var spans: [Range<Int>?]

  public static let always = OpeningHours(spans: Array(repeating: 0..<86_400, count: 7))

  private static let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]

  private init(spans: [Range<Int>?]) { self.spans = spans }

  public init?(_ text: String) {
    if text == "24/7" {
      self = .always
      return
    }
    spans = Array(repeating: nil, count: 7)
    let rules = text.split(separator: ";").map { $0.split(separator: " ") }
    guard !rules.isEmpty else { return nil }
    for parts in rules {
      guard (1...2).contains(parts.count), let hours = parts.last else { return nil }
      let days = parts.count == 2 ? Self.days(parts[0]) : Array(0..<7)
      guard let days else { return nil }
      if hours == "off" {
        for day in days { spans[day] = nil }
      } else if let span = Self.span(hours) {
        for day in days { spans[day] = span }
      } else {
        return nil
      }
    }
  }

  /// `Mo-Fr`, `Sa,Su`, `Fr-Mo`.
  private static func days(_ text: Substring) -> [Int]? {
    var days: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        .map { name in names.firstIndex(of: String(name)) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1]
      else { return nil }
      days += (0...((last - first + 7) % 7)).map { (first + $0) % 7 }
    }
    return days
  }

  private static func span(_ text: Substring) -> Range<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(seconds)
    guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
    return start..<end
  }

  private static func seconds(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hours = Int(parts[0]),
      let minutes = Int(parts[1]), (0...24).contains(hours), (0..<60).contains(minutes)
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return seconds <= 86_400 ? seconds : nil
  }

  /// Whether one can come there by the end of the arrivals and stay until departures begin.
  public func holdsWorkday(_ weekday: Int, arrivalsEnd: Int, departuresBegin: Int) -> Bool {
    guard let span = spans[weekday] else { return false }
    return span.lowerBound <= arrivalsEnd && span.upperBound >= departuresBegin
  }
}
