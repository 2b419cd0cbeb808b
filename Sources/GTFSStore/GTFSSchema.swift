/// What a cell of a GTFS file holds and how it is stored.
enum FieldKind: Sendable, Equatable {
  case text
  /// The id that names a row of this file; stored as the integer key of its entity.
  case key(Entity)
  /// The id of a row elsewhere; stored as an integer key.
  case reference(Entity)
  case integer(ClosedRange<Int>)
  case decimal
  case latitude
  case longitude
  /// `HH:MM:SS`, more than 24 hours allowed; stored as seconds.
  case time
  /// `YYYYMMDD`; stored as that integer.
  case date
}

/// Things that files refer to by id. Each has integer keys of its own in the database, so that
/// the ids of two feeds never collide.
enum Entity: String, Sendable, CaseIterable {
  case agency, stop, route, trip, service, shape

  /// The table that holds the keys and ids.
  var table: String {
    switch self {
    case .agency: "store_agency"
    case .stop: "store_stops"
    case .route: "store_routes"
    case .trip: "store_trips"
    case .service: "store_services"
    case .shape: "store_shape_ids"
    }
  }

  var keyColumn: String { "\(rawValue)_key" }
  var idColumn: String { "\(rawValue)_id" }

  /// Services and shapes have no file with one row for each; their ids are stored by themselves.
  var hasOwnFile: Bool { self != .service && self != .shape }
}

struct GTFSField: Sendable {
  var name: String
  var kind: FieldKind
  /// By the GTFS reference.
  var isRequired: Bool
  /// Routing does not rely on it: a missing or bad value is a warning and stored as NULL, where
  /// that of another field refuses the feed.
  var isDescriptive = false

  static func required(_ name: String, _ kind: FieldKind) -> GTFSField {
    GTFSField(name: name, kind: kind, isRequired: true)
  }

  static func descriptive(
    _ name: String, _ kind: FieldKind, isRequired: Bool = false
  ) -> GTFSField {
    GTFSField(name: name, kind: kind, isRequired: isRequired, isDescriptive: true)
  }

  static func optional(_ name: String, _ kind: FieldKind) -> GTFSField {
    GTFSField(name: name, kind: kind, isRequired: false)
  }

  /// The column of the storage table.
  var column: String {
    switch kind {
    case .key(let entity): entity.keyColumn
    case .reference: (name.hasSuffix("_id") ? String(name.dropLast(3)) : name) + "_key"
    default: name
    }
  }
}

/// A file of the GTFS Schedule reference, as data: its fields, and the rows that must be unique.
struct GTFSFile: Sendable {
  var name: String
  var isRequired: Bool
  var fields: [GTFSField]
  /// Storage columns that identify a row.
  var primaryKey: [String]

  /// The view with the columns of the reference.
  var view: String { String(name.dropLast(4)) }
  var storageTable: String { "store_" + view }
}

/// The files that are imported, in an order in which ids are known before they are referred to.
enum GTFSSchema {
  static let files: [GTFSFile] = [
    agency, stops, routes, calendar, calendarDates, shapes, trips, stopTimes, frequencies,
    transfers, feedInfo,
  ]

  static let agency = GTFSFile(
    name: "agency.txt", isRequired: true,
    fields: [
      .optional("agency_id", .key(.agency)), .descriptive("agency_name", .text, isRequired: true),
      .descriptive("agency_url", .text, isRequired: true), .required("agency_timezone", .text),
      .descriptive("agency_lang", .text), .descriptive("agency_phone", .text),
      .descriptive("agency_fare_url", .text), .descriptive("agency_email", .text),
    ], primaryKey: ["agency_key"])

  static let stops = GTFSFile(
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
    ], primaryKey: ["stop_key"])

  static let routes = GTFSFile(
    name: "routes.txt", isRequired: true,
    fields: [
      .required("route_id", .key(.route)), .optional("agency_id", .reference(.agency)),
      .optional("route_short_name", .text), .optional("route_long_name", .text),
      .descriptive("route_desc", .text), .required("route_type", .integer(0...1702)),
      .descriptive("route_url", .text), .descriptive("route_color", .text),
      .descriptive("route_text_color", .text),
      .descriptive("route_sort_order", .integer(0...Int.max)),
      .descriptive("continuous_pickup", .integer(0...3)),
      .descriptive("continuous_drop_off", .integer(0...3)), .descriptive("network_id", .text),
    ], primaryKey: ["route_key"])

  static let calendar = GTFSFile(
    name: "calendar.txt", isRequired: false,
    fields: [.required("service_id", .reference(.service))]
      + weekdays.map { .required($0, .integer(0...1)) }
      + [.required("start_date", .date), .required("end_date", .date)],
    primaryKey: ["service_key"])

  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  static let calendarDates = GTFSFile(
    name: "calendar_dates.txt", isRequired: false,
    fields: [
      .required("service_id", .reference(.service)), .required("date", .date),
      .required("exception_type", .integer(1...2)),
    ], primaryKey: ["service_key", "date"])

  static let shapes = GTFSFile(
    name: "shapes.txt", isRequired: false,
    fields: [
      .required("shape_id", .reference(.shape)), .required("shape_pt_lat", .latitude),
      .required("shape_pt_lon", .longitude),
      .required("shape_pt_sequence", .integer(0...Int.max)),
      .descriptive("shape_dist_traveled", .decimal),
    ], primaryKey: ["shape_key", "shape_pt_sequence"])

  static let trips = GTFSFile(
    name: "trips.txt", isRequired: true,
    fields: [
      .required("trip_id", .key(.trip)), .required("route_id", .reference(.route)),
      .required("service_id", .reference(.service)), .optional("trip_headsign", .text),
      .descriptive("trip_short_name", .text), .descriptive("direction_id", .integer(0...1)),
      .descriptive("block_id", .text), .descriptive("shape_id", .reference(.shape)),
      .descriptive("wheelchair_accessible", .integer(0...2)),
      .descriptive("bikes_allowed", .integer(0...2)), .descriptive("cars_allowed", .integer(0...2)),
    ], primaryKey: ["trip_key"])

  static let stopTimes = GTFSFile(
    name: "stop_times.txt", isRequired: true,
    fields: [
      .required("trip_id", .reference(.trip)), .required("stop_sequence", .integer(0...Int.max)),
      .required("stop_id", .reference(.stop)), .optional("arrival_time", .time),
      .optional("departure_time", .time), .descriptive("stop_headsign", .text),
      .optional("pickup_type", .integer(0...3)), .optional("drop_off_type", .integer(0...3)),
      .descriptive("continuous_pickup", .integer(0...3)),
      .descriptive("continuous_drop_off", .integer(0...3)),
      .descriptive("shape_dist_traveled", .decimal), .descriptive("timepoint", .integer(0...1)),
    ], primaryKey: ["trip_key", "stop_sequence"])

  static let frequencies = GTFSFile(
    name: "frequencies.txt", isRequired: false,
    fields: [
      .required("trip_id", .reference(.trip)), .required("start_time", .time),
      .required("end_time", .time), .required("headway_secs", .integer(1...86_400)),
      .optional("exact_times", .integer(0...1)),
    ], primaryKey: ["trip_key", "start_time"])

  /// The reference's key is all six ids; empty ones are no reason to refuse, so rows only count.
  static let transfers = GTFSFile(
    name: "transfers.txt", isRequired: false,
    fields: [
      .optional("from_stop_id", .reference(.stop)), .optional("to_stop_id", .reference(.stop)),
      .optional("from_route_id", .reference(.route)), .optional("to_route_id", .reference(.route)),
      .optional("from_trip_id", .reference(.trip)), .optional("to_trip_id", .reference(.trip)),
      .optional("transfer_type", .integer(0...5)),
      .optional("min_transfer_time", .integer(0...86_400)),
    ], primaryKey: [])

  static let feedInfo = GTFSFile(
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
