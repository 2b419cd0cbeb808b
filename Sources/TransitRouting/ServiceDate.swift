/// A day of service, without a time zone.
public struct ServiceDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// As GTFS writes dates: one number compares and hashes faster than three.
  private let number: Int32

  public var year: Int { Int(number) / 10_000 }
  public var month: Int { Int(number) / 100 % 100 }
  public var day: Int { Int(number) % 100 }

  /// - Parameter yyyymmdd: as GTFS writes dates; `nil` where there is no such day.
  public init?(yyyymmdd number: Int) {
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
    guard 1900...2999 ~= year, 1...12 ~= month, 1...ServiceDate.days(month, year) ~= day else {
      return nil
    }
    self.number = Int32(number)
  }

  /// `2019-10-29` or `20191029`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [8] || parts.map(\.count) == [4, 2, 2] else { return nil }
    let digits = parts.joined()
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits) else {
      return nil
    }
    self.init(yyyymmdd: number)
  }

  private init(daysSince1970 days: Int) {
    // Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    number = Int32(year * 10_000 + month * 100 + day)
  }

  private static func days(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public var yyyymmdd: Int { Int(number) }

  public var daysSince1970: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// 0 is Monday. (1 January 1970 was a Thursday.)
  public var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 }

  public func adding(days: Int) -> ServiceDate {
    ServiceDate(daysSince1970: daysSince1970 + days)
  }

  public static func < (a: ServiceDate, b: ServiceDate) -> Bool { a.number < b.number }

  public var description: String {
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }
}
