/// Fares in the newer of the two ways that the reference knows ("GTFS-Fares V2").
extension GTFSSchedule {
  /// Times of day, on the days of a service, at which a fare applies (GTFS reference,
  /// timeframes.txt). Without times, the whole day.
  public static let timeframes = GTFSFile(
    name: "timeframes.txt", isRequired: false,
    fields: [
      .descriptive("timeframe_group_id", .defines(.timeframeGroup), isRequired: true),
      .descriptive("start_time", .localTime),
      .descriptive("end_time", .localTime),
      .descriptive("service_id", .reference(.service), isRequired: true),
    ], primaryKey: ["timeframe_group_id", "start_time", "end_time", "service_id"])

  /// Adults, children, students and the like (GTFS reference, rider_categories.txt). The reference
  /// requires the mark of the default, and counts an empty one as 0.
  public static let riderCategories = GTFSFile(
    name: "rider_categories.txt", isRequired: false,
    fields: [
      .descriptive("rider_category_id", .key(.riderCategory), isRequired: true),
      .descriptive("rider_category_name", .text, isRequired: true),
      .descriptive("is_default_fare_category", .oneOf([0...1])),
      .descriptive("eligibility_url", .url),
    ], primaryKey: ["rider_category_id"])

  /// What a ticket is kept on: paper, a card, an app (GTFS reference, fare_media.txt).
  public static let fareMedia = GTFSFile(
    name: "fare_media.txt", isRequired: false,
    fields: [
      .descriptive("fare_media_id", .key(.fareMedia), isRequired: true),
      .descriptive("fare_media_name", .text),
      .descriptive("fare_media_type", .oneOf([0...4]), isRequired: true),
    ], primaryKey: ["fare_media_id"])

  /// Tickets and their prices (GTFS reference, fare_products.txt). A product has a row for each
  /// rider category and each medium; an amount below zero is a discount.
  public static let fareProducts = GTFSFile(
    name: "fare_products.txt", isRequired: false,
    fields: [
      .descriptive("fare_product_id", .defines(.fareProduct), isRequired: true),
      .descriptive("fare_product_name", .text),
      .descriptive("rider_category_id", .reference(.riderCategory)),
      .descriptive("fare_media_id", .reference(.fareMedia)),
      .descriptive("amount", .amount, isRequired: true),
      .descriptive("currency", .currency, isRequired: true),
    ], primaryKey: ["fare_product_id", "rider_category_id", "fare_media_id"])

  /// Which product a leg needs, by its network, areas and times (GTFS reference,
  /// fare_leg_rules.txt).
  public static let fareLegRules = GTFSFile(
    name: "fare_leg_rules.txt", isRequired: false,
    fields: [
      .descriptive("leg_group_id", .defines(.legGroup)),
      .descriptive("network_id", .reference(.network)),
      .descriptive("from_area_id", .reference(.area)),
      .descriptive("to_area_id", .reference(.area)),
      .descriptive("from_timeframe_group_id", .reference(.timeframeGroup)),
      .descriptive("to_timeframe_group_id", .reference(.timeframeGroup)),
      .descriptive("fare_product_id", .reference(.fareProduct), isRequired: true),
      .descriptive("rule_priority", .nonNegativeInteger),
    ],
    primaryKey: [
      "network_id", "from_area_id", "to_area_id", "from_timeframe_group_id",
      "to_timeframe_group_id", "fare_product_id",
    ])

  /// Which legs count as one for the rules of legs (GTFS reference, fare_leg_join_rules.txt).
  public static let fareLegJoinRules = GTFSFile(
    name: "fare_leg_join_rules.txt", isRequired: false,
    fields: [
      .descriptive("from_network_id", .reference(.network), isRequired: true),
      .descriptive("to_network_id", .reference(.network), isRequired: true),
      .descriptive("from_stop_id", .reference(.stop)),
      .descriptive("to_stop_id", .reference(.stop)),
    ], primaryKey: ["from_network_id", "to_network_id", "from_stop_id", "to_stop_id"])

  /// What a change from one leg to the next costs (GTFS reference, fare_transfer_rules.txt). A
  /// `transfer_count` of -1 sets no limit.
  public static let fareTransferRules = GTFSFile(
    name: "fare_transfer_rules.txt", isRequired: false,
    fields: [
      .descriptive("from_leg_group_id", .reference(.legGroup)),
      .descriptive("to_leg_group_id", .reference(.legGroup)),
      .descriptive("transfer_count", .oneOf([-1...(-1), 1...Int.max])),
      .descriptive("duration_limit", .positiveInteger),
      .descriptive("duration_limit_type", .oneOf([0...3])),
      .descriptive("fare_transfer_type", .oneOf([0...2]), isRequired: true),
      .descriptive("fare_product_id", .reference(.fareProduct)),
    ],
    primaryKey: [
      "from_leg_group_id", "to_leg_group_id", "fare_product_id", "transfer_count",
      "duration_limit",
    ])
}
