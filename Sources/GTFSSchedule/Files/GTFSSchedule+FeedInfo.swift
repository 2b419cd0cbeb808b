/// The feed itself.
extension GTFSSchedule {
  /// Values in other languages (GTFS reference, translations.txt). A row names the record that it
  /// translates by the ids that the record has in its own file, whichever file that is, or names
  /// the value; so the ids are text here.
  public static let translations = GTFSFile(
    name: "translations.txt", isRequired: false,
    fields: [
      .descriptive("table_name", .text, isRequired: true),
      .descriptive("field_name", .text, isRequired: true),
      .descriptive("language", .language, isRequired: true),
      .descriptive("translation", .text, isRequired: true),
      .descriptive("record_id", .text),
      .descriptive("record_sub_id", .text),
      .descriptive("field_value", .text),
    ],
    primaryKey: [
      "table_name", "field_name", "language", "record_id", "record_sub_id", "field_value",
    ])

  /// Who publishes the feed, and for which days it speaks; one row (GTFS reference, feed_info.txt).
  /// The reference requires it beside `translations.txt`.
  public static let feedInfo = GTFSFile(
    name: "feed_info.txt", isRequired: false,
    fields: [
      .descriptive("feed_publisher_name", .text, isRequired: true),
      .descriptive("feed_publisher_url", .url, isRequired: true),
      .descriptive("feed_lang", .language, isRequired: true),
      .descriptive("default_lang", .language),
      .descriptive("feed_start_date", .date),
      .descriptive("feed_end_date", .date),
      .descriptive("feed_version", .text),
      .descriptive("feed_contact_email", .email),
      .descriptive("feed_contact_url", .url),
    ], primaryKey: [])

  /// Who must be named with the data, all of it or that of an agency, a route or a trip (GTFS
  /// reference, attributions.txt).
  public static let attributions = GTFSFile(
    name: "attributions.txt", isRequired: false,
    fields: [
      .descriptive("attribution_id", .text),
      .descriptive("agency_id", .reference(.agency)),
      .descriptive("route_id", .reference(.route)),
      .descriptive("trip_id", .reference(.trip)),
      .descriptive("organization_name", .text, isRequired: true),
      .descriptive("is_producer", .oneOf([0...1])),
      .descriptive("is_operator", .oneOf([0...1])),
      .descriptive("is_authority", .oneOf([0...1])),
      .descriptive("attribution_url", .url),
      .descriptive("attribution_email", .email),
      .descriptive("attribution_phone", .text),
    ], primaryKey: ["attribution_id"])
}
