/// The inside of stations.
extension GTFSSchedule {
  /// Storeys, with the ground at index 0 (GTFS reference, levels.txt).
  public static let levels = GTFSFile(
    name: "levels.txt", isRequired: false,
    fields: [
      .descriptive("level_id", .key(.level), isRequired: true),
      .descriptive("level_index", .anyDecimal, isRequired: true),
      .descriptive("level_name", .text),
    ], primaryKey: ["level_id"])

  /// Ways on foot between the entrances, platforms and nodes of a station (GTFS reference,
  /// pathways.txt). `stair_count` and `max_slope` are negative where the way goes down.
  public static let pathways = GTFSFile(
    name: "pathways.txt", isRequired: false,
    fields: [
      .descriptive("pathway_id", .key(.pathway), isRequired: true),
      .descriptive("from_stop_id", .reference(.stop), isRequired: true),
      .descriptive("to_stop_id", .reference(.stop), isRequired: true),
      .descriptive("pathway_mode", .oneOf([1...7]), isRequired: true),
      .descriptive("is_bidirectional", .oneOf([0...1]), isRequired: true),
      .descriptive("length", .nonNegativeDecimal),
      .descriptive("traversal_time", .positiveInteger),
      .descriptive("stair_count", .nonZeroInteger),
      .descriptive("max_slope", .anyDecimal),
      .descriptive("min_width", .positiveDecimal),
      .descriptive("signposted_as", .text),
      .descriptive("reversed_signposted_as", .text),
    ], primaryKey: ["pathway_id"])
}
