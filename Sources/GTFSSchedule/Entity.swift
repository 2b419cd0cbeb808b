/// Things that files refer to by id. Each has integer keys of its own in the database, so that
/// the ids of two feeds never collide.
public enum Entity: String, Sendable, CaseIterable {
  case agency, stop, route, trip, service, shape

  public var keyColumn: String { "\(rawValue)_key" }
  public var idColumn: String { "\(rawValue)_id" }

  /// The file with one row for each id, whose table holds the ids; `nil` where ids come into being
  /// by being named, as those of services, and are stored by themselves.
  public var file: GTFSFile? { GTFSSchedule.files.first { $0.entity == self } }
}
