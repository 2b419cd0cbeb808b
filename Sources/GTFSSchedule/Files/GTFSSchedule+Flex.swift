/// Trips on demand ("GTFS-Flex").
extension GTFSSchedule {
  /// How and when a ride must be ordered (GTFS reference, booking_rules.txt).
  public static let bookingRules = GTFSFile(
    name: "booking_rules.txt", isRequired: false,
    fields: [
      .descriptive("booking_rule_id", .key(.bookingRule), isRequired: true),
      .descriptive("booking_type", .oneOf([0...2]), isRequired: true),
      .descriptive("prior_notice_duration_min", .anyInteger),
      .descriptive("prior_notice_duration_max", .anyInteger),
      .descriptive("prior_notice_last_day", .anyInteger),
      .descriptive("prior_notice_last_time", .time),
      .descriptive("prior_notice_start_day", .anyInteger),
      .descriptive("prior_notice_start_time", .time),
      .descriptive("prior_notice_service_id", .reference(.service)),
      .descriptive("message", .text),
      .descriptive("pickup_message", .text),
      .descriptive("drop_off_message", .text),
      .descriptive("phone_number", .text),
      .descriptive("info_url", .url),
      .descriptive("booking_url", .url),
    ], primaryKey: ["booking_rule_id"])

  /// Groups of stops at any of which a ride can be ordered (GTFS reference, location_groups.txt).
  public static let locationGroups = GTFSFile(
    name: "location_groups.txt", isRequired: false,
    fields: [
      .descriptive("location_group_id", .key(.locationGroup), isRequired: true),
      .descriptive("location_group_name", .text),
    ], primaryKey: ["location_group_id"])

  /// Which stop is in which location groups (GTFS reference, location_group_stops.txt).
  public static let locationGroupStops = GTFSFile(
    name: "location_group_stops.txt", isRequired: false,
    fields: [
      .descriptive("location_group_id", .reference(.locationGroup), isRequired: true),
      .descriptive("stop_id", .reference(.stop), isRequired: true),
    ], primaryKey: ["location_group_id", "stop_id"])

  /// Zones anywhere in which a ride can be ordered (GTFS reference, locations.geojson). The `id` of
  /// a feature goes by the name under which `stop_times.txt` refers to it; the geometry, a polygon
  /// or several, is its GeoJSON text.
  public static let locations = GTFSFile(
    name: "locations.geojson", isRequired: false,
    fields: [
      .descriptive("location_id", .key(.location), isRequired: true),
      .descriptive("stop_name", .text),
      .descriptive("stop_desc", .text),
      .descriptive("geometry", .text, isRequired: true),
    ], primaryKey: ["location_id"], format: .geoJSON)
}
