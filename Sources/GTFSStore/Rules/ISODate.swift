import Findings

extension Rule {
  static let isoDate = Rule(
    "iso_date", .error, in: "Field Types, Date",
    "a date is written YYYYMMDD and not YYYY-MM-DD",
    found: "the date is written YYYY-MM-DD",
    mend: "take the hyphens out",
    repairable: true)
}
