import Findings

extension Rule {
  static let invalidDate = Rule(
    "invalid_date", .error, in: "Field Types, Date",
    "a date is a day of the calendar as YYYYMMDD", mend: "write a date such as 20191029")
}
