/// The files that are imported, in an order in which ids are known before they are referred to.
public enum GTFSSchedule {
  public static let files: [GTFSFile] = [
    agency, stops, routes, calendar, calendarDates, shapes, trips, stopTimes, frequencies,
    transfers, feedInfo,
  ]

  public static let agency = GTFSFile(
    name: "agency.txt", isRequired: true,
    fields: [
      .optional("agency_id", .key(.agency)), .descriptive("agency_name", .text, isRequired: true),
      .descriptive("agency_url", .text, isRequired: true), .required("agency_timezone", .text),
      .descriptive("agency_lang", .text), .descriptive("agency_phone", .text),
      .descriptive("agency_fare_url", .text), .descriptive("agency_email", .text),
    ], primaryKey: ["agency_id"])

  public static let stops = GTFSFile(
    name: "stops.txt", isRequired: true,
    fields: [
      .required("stop_id", .key(.stop)), .descriptive("stop_code", .text),
      .optional("stop_name", .text), .descriptive("tts_stop_name", .text),
      .descriptive("stop_desc", .text), .optional("stop_lat", .latitude),
      .optional("stop_lon", .longitude), .descriptive("zone_id", .text),
      .descriptive("stop_url", .text),
      .optional("location_type", .integer(0...4)),
      .optional("parent_station", .reference(.stop)), .descriptive("stop_timezone", .text),
      .descriptive("wheelchair_boarding", .integer(0...2)), .descriptive("level_id", .text),
      .descriptive("platform_code", .text),
    ], primaryKey: ["stop_id"])

  public static let routes = GTFSFile(
    name: "routes.txt", isRequired: true,
    fields: [
      .required("route_id", .key(.route)), .optional("agency_id", .reference(.agency)),
      .optional("route_short_name", .text), .optional("route_long_name", .text),
      .descriptive("route_desc", .text), .required("route_type", .integer(0...1702)),
      .descriptive("route_url", .text), .descriptive("route_color", .text),
      .descriptive("route_text_color", .text),
      .descriptive("route_sort_order", .nonNegativeInteger),
      .descriptive("continuous_pickup", .integer(0...3)),
      .descriptive("continuous_drop_off", .integer(0...3)), .descriptive("network_id", .text),
    ], primaryKey: ["route_id"])

  public static let calendar = GTFSFile(
    name: "calendar.txt", isRequired: false,
    fields: [.required("service_id", .defines(.service))]
      + weekdays.map { .required($0, .integer(0...1)) }
      + [.required("start_date", .date), .required("end_date", .date)],
    primaryKey: ["service_id"])

  public static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  public static let calendarDates = GTFSFile(
    name: "calendar_dates.txt", isRequired: false,
    fields: [
      .required("service_id", .defines(.service)), .required("date", .date),
      .required("exception_type", .integer(1...2)),
    ], primaryKey: ["service_id", "date"])

  public static let shapes = GTFSFile(
    name: "shapes.txt", isRequired: false,
    fields: [
      .required("shape_id", .defines(.shape)), .required("shape_pt_lat", .latitude),
      .required("shape_pt_lon", .longitude),
      .required("shape_pt_sequence", .nonNegativeInteger),
      .descriptive("shape_dist_traveled", .nonNegativeDecimal),
    ], primaryKey: ["shape_id", "shape_pt_sequence"])

  public static let trips = GTFSFile(
    name: "trips.txt", isRequired: true,
    fields: [
      .required("trip_id", .key(.trip)), .required("route_id", .reference(.route)),
      .required("service_id", .reference(.service)), .optional("trip_headsign", .text),
      .descriptive("trip_short_name", .text), .descriptive("direction_id", .integer(0...1)),
      .descriptive("block_id", .text), .descriptive("shape_id", .reference(.shape)),
      .descriptive("wheelchair_accessible", .integer(0...2)),
      .descriptive("bikes_allowed", .integer(0...2)), .descriptive("cars_allowed", .integer(0...2)),
    ], primaryKey: ["trip_id"])

  public static let stopTimes = GTFSFile(
    name: "stop_times.txt", isRequired: true,
    fields: [
      .required("trip_id", .reference(.trip)), .required("stop_sequence", .nonNegativeInteger),
      .required("stop_id", .reference(.stop)), .optional("arrival_time", .time),
      .optional("departure_time", .time), .descriptive("stop_headsign", .text),
      .optional("pickup_type", .integer(0...3)), .optional("drop_off_type", .integer(0...3)),
      .descriptive("continuous_pickup", .integer(0...3)),
      .descriptive("continuous_drop_off", .integer(0...3)),
      .descriptive("shape_dist_traveled", .nonNegativeDecimal),
      .descriptive("timepoint", .integer(0...1)),
    ], primaryKey: ["trip_id", "stop_sequence"])

  public static let frequencies = GTFSFile(
    name: "frequencies.txt", isRequired: false,
    fields: [
      .required("trip_id", .reference(.trip)), .required("start_time", .time),
      .required("end_time", .time), .required("headway_secs", .integer(1...86_400)),
      .optional("exact_times", .integer(0...1)),
    ], primaryKey: ["trip_id", "start_time"])

  /// The reference's key is all six ids; empty ones are no reason to refuse, so rows only count.
  public static let transfers = GTFSFile(
    name: "transfers.txt", isRequired: false,
    fields: [
      .optional("from_stop_id", .reference(.stop)), .optional("to_stop_id", .reference(.stop)),
      .optional("from_route_id", .reference(.route)), .optional("to_route_id", .reference(.route)),
      .optional("from_trip_id", .reference(.trip)), .optional("to_trip_id", .reference(.trip)),
      .optional("transfer_type", .integer(0...5)),
      .optional("min_transfer_time", .integer(0...86_400)),
    ], primaryKey: [])

  public static let feedInfo = GTFSFile(
    name: "feed_info.txt", isRequired: false,
    fields: [
      .descriptive("feed_publisher_name", .text, isRequired: true),
      .descriptive("feed_publisher_url", .text, isRequired: true),
      .descriptive("feed_lang", .text, isRequired: true), .descriptive("default_lang", .text),
      .descriptive("feed_start_date", .date), .descriptive("feed_end_date", .date),
      .descriptive("feed_version", .text), .descriptive("feed_contact_email", .text),
      .descriptive("feed_contact_url", .text),
    ], primaryKey: [])
}
