/// Fares in the older of the two ways that the reference knows ("GTFS-Fares V1").
extension GTFSSchedule {
  /// Prices, and what they are good for (GTFS reference, fare_attributes.txt). `transfers` is empty
  /// where riders may change as often as they like.
  public static let fareAttributes = GTFSFile(
    name: "fare_attributes.txt", isRequired: false,
    fields: [
      .descriptive("fare_id", .key(.fare), isRequired: true),
      .descriptive("price", .nonNegativeDecimal, isRequired: true),
      .descriptive("currency_type", .currency, isRequired: true),
      .descriptive("payment_method", .oneOf([0...1]), isRequired: true),
      .descriptive("transfers", .oneOf([0...2])),
      .descriptive("agency_id", .reference(.agency)),
      .descriptive("transfer_duration", .nonNegativeInteger),
    ], primaryKey: ["fare_id"])

  /// Where a fare applies: on a route, between zones, through zones (GTFS reference,
  /// fare_rules.txt).
  public static let fareRules = GTFSFile(
    name: "fare_rules.txt", isRequired: false,
    fields: [
      .descriptive("fare_id", .reference(.fare), isRequired: true),
      .descriptive("route_id", .reference(.route)),
      .descriptive("origin_id", .reference(.zone)),
      .descriptive("destination_id", .reference(.zone)),
      .descriptive("contains_id", .reference(.zone)),
    ], primaryKey: ["fare_id", "route_id", "origin_id", "destination_id", "contains_id"])
}
