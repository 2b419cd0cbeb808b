/// Places where riders board and alight, and how they are grouped.
extension GTFSSchedule {
  /// Stops, stations, entrances and points inside stations (GTFS reference, stops.txt). The
  /// reference lets a feed with zones in `locations.geojson` go without; routing cannot.
  public static let stops = GTFSFile(
    name: "stops.txt", isRequired: true,
    fields: [
      .required("stop_id", .key(.stop)),
      .descriptive("stop_code", .text),
      .optional("stop_name", .text),
      .descriptive("tts_stop_name", .text),
      .descriptive("stop_desc", .text),
      .optional("stop_lat", .latitude),
      .optional("stop_lon", .longitude),
      .descriptive("zone_id", .defines(.zone)),
      .descriptive("stop_url", .url),
      .optional("location_type", .oneOf([0...4])),
      .optional("parent_station", .reference(.stop)),
      .descriptive("stop_timezone", .timezone),
      .descriptive("wheelchair_boarding", .oneOf([0...2])),
      .descriptive("level_id", .reference(.level)),
      .descriptive("platform_code", .text),
      .descriptive("stop_access", .oneOf([0...1])),
    ], primaryKey: ["stop_id"])

  /// Names of the groups of stops that fares depend on (GTFS reference, areas.txt).
  public static let areas = GTFSFile(
    name: "areas.txt", isRequired: false,
    fields: [
      .descriptive("area_id", .key(.area), isRequired: true),
      .descriptive("area_name", .text),
    ], primaryKey: ["area_id"])

  /// Which stop is in which areas; a station stands for its platforms (GTFS reference,
  /// stop_areas.txt).
  public static let stopAreas = GTFSFile(
    name: "stop_areas.txt", isRequired: false,
    fields: [
      .descriptive("area_id", .reference(.area), isRequired: true),
      .descriptive("stop_id", .reference(.stop), isRequired: true),
    ], primaryKey: ["area_id", "stop_id"])
}
