import Foundation

extension ReportText {
  /// A day of GTFS or ISO 8601, `20191029` or `2019-10-29`, as the language writes it: "Tuesday 29
  /// October 2019". What is no day stays as it is.
  func date(_ day: String, hasWeekday: Bool = false) -> String {
    let digits = day.filter { $0 != "-" }
    guard digits.count == 8, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(digits)
    else { return day }
    let (year, month, dayOfMonth) = (number / 10_000, number / 100 % 100, number % 100)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let components = DateComponents(
      calendar: calendar, year: year, month: month, day: dayOfMonth)
    guard components.isValidDate, let date = components.date else { return day }
    let text = self(
      "date",
      [
        "day": dayOfMonth == 1 ? self["date_first"] : String(dayOfMonth),
        "month": self["month_\(month)"], "year": String(year),
      ])
    guard hasWeekday else { return text }
    let weekday = self["date_weekday_\(calendar.component(.weekday, from: date))"]
    return self("date_with_weekday", ["weekday": weekday, "date": text])
  }
}
