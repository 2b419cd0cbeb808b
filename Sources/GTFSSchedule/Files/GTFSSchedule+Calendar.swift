/// The days on which trips run.
extension GTFSSchedule {
  /// Services by the week, between two dates that both belong to it (GTFS reference, calendar.txt).
  /// A feed may leave it out and name every date in `calendar_dates.txt`.
  public static let calendar = GTFSFile(
    name: "calendar.txt", isRequired: false,
    fields: [.required("service_id", .defines(.service))]
      + weekdays.map { .required($0, .oneOf([0...1])) }
      + [.required("start_date", .date), .required("end_date", .date)],
    primaryKey: ["service_id"])

  public static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Dates on which a service runs beside its calendar, or does not run (GTFS reference,
  /// calendar_dates.txt).
  public static let calendarDates = GTFSFile(
    name: "calendar_dates.txt", isRequired: false,
    fields: [
      .required("service_id", .defines(.service)),
      .required("date", .date),
      .required("exception_type", .oneOf([1...2])),
    ], primaryKey: ["service_id", "date"])
}
