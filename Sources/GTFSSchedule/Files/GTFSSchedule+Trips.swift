/// The timetable.
extension GTFSSchedule {
  /// Where vehicles drive, point by point (GTFS reference, shapes.txt).
  public static let shapes = GTFSFile(
    name: "shapes.txt", isRequired: false,
    fields: [
      .required("shape_id", .defines(.shape)),
      .required("shape_pt_lat", .latitude),
      .required("shape_pt_lon", .longitude),
      .required("shape_pt_sequence", .nonNegativeInteger),
      .descriptive("shape_dist_traveled", .nonNegativeDecimal),
    ], primaryKey: ["shape_id", "shape_pt_sequence"])

  /// One drive of a vehicle along its calls, on the days of a service (GTFS reference, trips.txt).
  /// The two fields of a safe duration tell, for trips on demand, how much longer than by car a
  /// ride may take: so many times the driving time, plus so many seconds.
  public static let trips = GTFSFile(
    name: "trips.txt", isRequired: true,
    fields: [
      .required("trip_id", .key(.trip)),
      .required("route_id", .reference(.route)),
      .required("service_id", .reference(.service)),
      .optional("trip_headsign", .text),
      .descriptive("trip_short_name", .text),
      .descriptive("direction_id", .oneOf([0...1])),
      .descriptive("block_id", .text),
      .descriptive("shape_id", .reference(.shape)),
      .descriptive("wheelchair_accessible", .oneOf([0...2])),
      .descriptive("bikes_allowed", .oneOf([0...2])),
      .descriptive("cars_allowed", .oneOf([0...2])),
      .descriptive("safe_duration_factor", .anyDecimal),
      .descriptive("safe_duration_offset", .anyDecimal),
    ], primaryKey: ["trip_id"])

  /// The calls of the trips (GTFS reference, stop_times.txt). A row names a stop, a location group
  /// or a location, and only one of them; in the latter two riders are fetched within a window of
  /// time.
  public static let stopTimes = GTFSFile(
    name: "stop_times.txt", isRequired: true,
    fields: [
      .required("trip_id", .reference(.trip)),
      .required("stop_sequence", .nonNegativeInteger),
      .optional("stop_id", .reference(.stop)),
      .descriptive("location_group_id", .reference(.locationGroup)),
      .descriptive("location_id", .reference(.location)),
      .optional("arrival_time", .time),
      .optional("departure_time", .time),
      .descriptive("stop_headsign", .text),
      .descriptive("start_pickup_drop_off_window", .time),
      .descriptive("end_pickup_drop_off_window", .time),
      .optional("pickup_type", .oneOf([0...3])),
      .optional("drop_off_type", .oneOf([0...3])),
      .descriptive("continuous_pickup", .oneOf([0...3])),
      .descriptive("continuous_drop_off", .oneOf([0...3])),
      .descriptive("shape_dist_traveled", .nonNegativeDecimal),
      .descriptive("timepoint", .oneOf([0...1])),
      .descriptive("pickup_booking_rule_id", .reference(.bookingRule)),
      .descriptive("drop_off_booking_rule_id", .reference(.bookingRule)),
    ], primaryKey: ["trip_id", "stop_sequence"])

  /// Trips that are driven again and again at a headway (GTFS reference, frequencies.txt).
  public static let frequencies = GTFSFile(
    name: "frequencies.txt", isRequired: false,
    fields: [
      .required("trip_id", .reference(.trip)),
      .required("start_time", .time),
      .required("end_time", .time),
      .required("headway_secs", .positiveInteger),
      .optional("exact_times", .oneOf([0...1])),
    ], primaryKey: ["trip_id", "start_time"])

  /// Where riders change vehicles, and how long they need (GTFS reference, transfers.txt). The
  /// reference requires the type, and counts an empty one as 0.
  public static let transfers = GTFSFile(
    name: "transfers.txt", isRequired: false,
    fields: [
      .optional("from_stop_id", .reference(.stop)),
      .optional("to_stop_id", .reference(.stop)),
      .optional("from_route_id", .reference(.route)),
      .optional("to_route_id", .reference(.route)),
      .optional("from_trip_id", .reference(.trip)),
      .optional("to_trip_id", .reference(.trip)),
      .optional("transfer_type", .oneOf([0...5])),
      .optional("min_transfer_time", .nonNegativeInteger),
    ],
    primaryKey: [
      "from_stop_id", "to_stop_id", "from_trip_id", "to_trip_id", "from_route_id", "to_route_id",
    ])
}
