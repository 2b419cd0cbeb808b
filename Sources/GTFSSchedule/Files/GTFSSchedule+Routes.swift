/// Who runs the routes, and how routes are grouped.
extension GTFSSchedule {
  /// The brands under which the trips run, and the time zone of all times (GTFS reference,
  /// agency.txt). A feed of one agency may leave the id out.
  public static let agency = GTFSFile(
    name: "agency.txt", isRequired: true,
    fields: [
      .optional("agency_id", .key(.agency)),
      .descriptive("agency_name", .text, isRequired: true),
      .descriptive("agency_url", .url, isRequired: true),
      .required("agency_timezone", .timezone),
      .descriptive("agency_lang", .language),
      .descriptive("agency_phone", .text),
      .descriptive("agency_fare_url", .url),
      .descriptive("agency_email", .email),
      .descriptive("cemv_support", .oneOf([0...2])),
    ], primaryKey: ["agency_id"])

  /// Trips that riders know under one name (GTFS reference, routes.txt). A network comes into being
  /// here by being named, unless `networks.txt` lists the networks.
  public static let routes = GTFSFile(
    name: "routes.txt", isRequired: true,
    fields: [
      .required("route_id", .key(.route)),
      .optional("agency_id", .reference(.agency)),
      .optional("route_short_name", .text),
      .optional("route_long_name", .text),
      .descriptive("route_desc", .text),
      .required("route_type", .oneOf(routeTypes + extendedRouteTypes + formerRouteTypes)),
      .descriptive("route_url", .url),
      .descriptive("route_color", .color),
      .descriptive("route_text_color", .color),
      .descriptive("route_sort_order", .nonNegativeInteger),
      .descriptive("continuous_pickup", .oneOf([0...3])),
      .descriptive("continuous_drop_off", .oneOf([0...3])),
      .descriptive("network_id", .defines(.network)),
      .descriptive("cemv_support", .oneOf([0...2])),
    ], primaryKey: ["route_id"])

  /// The means of transport of the reference itself (GTFS reference, routes.txt, `route_type`).
  public static let routeTypes = [0...7, 11...12]

  /// Finer means of transport that most European feeds use (Google Transit, "Extended GTFS Route
  /// Types", <https://developers.google.com/transit/gtfs/reference/extended-route-types>).
  public static let extendedRouteTypes = [
    100...117, 200...209, 400...405, 700...716, 800...800, 900...906, 1000...1000, 1100...1100,
    1200...1200, 1300...1307, 1400...1400, 1500...1507, 1700...1700, 1702...1702,
  ]

  /// Codes that the extended table once had. Feeds still name them, and no feed is refused for the
  /// edition of a table.
  public static let formerRouteTypes = [
    300...300, 500...500, 600...600, 717...717, 907...907, 1001...1021, 1101...1114, 1401...1402,
    1600...1604, 1701...1701,
  ]

  /// Names of the groups of routes that fares depend on (GTFS reference, networks.txt). Allowed
  /// only where `routes.txt` names no networks, and so not the one home of their ids.
  public static let networks = GTFSFile(
    name: "networks.txt", isRequired: false,
    fields: [
      .descriptive("network_id", .defines(.network), isRequired: true),
      .descriptive("network_name", .text),
    ], primaryKey: ["network_id"])

  /// Which route is in which network; a route is in one at most (GTFS reference,
  /// route_networks.txt).
  public static let routeNetworks = GTFSFile(
    name: "route_networks.txt", isRequired: false,
    fields: [
      .descriptive("network_id", .reference(.network), isRequired: true),
      .descriptive("route_id", .reference(.route), isRequired: true),
    ], primaryKey: ["route_id"])
}
