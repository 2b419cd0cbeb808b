import Findings

extension Rule {
  static let missingCalendar = Rule(
    "missing_calendar", .error, in: "Dataset Files, calendar.txt and calendar_dates.txt",
    "at least one of calendar.txt and calendar_dates.txt says on which days trips run",
    found: "the feed has neither calendar.txt nor calendar_dates.txt",
    mend: "add one of them")
}
