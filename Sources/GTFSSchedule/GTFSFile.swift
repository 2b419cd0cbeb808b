/// A field of a GTFS file.
public struct GTFSField: Sendable {
  public var name: String
  public var kind: FieldKind
  /// Every row must have a value, by the GTFS reference. Fields that it requires under a condition,
  /// or of which an empty value means something, are not required here.
  public var isRequired: Bool
  /// Routing does not rely on it: a missing or bad value is a warning and stored as NULL, where
  /// that of another field refuses the feed.
  public var isDescriptive = false

  public static func required(_ name: String, _ kind: FieldKind) -> GTFSField {
    GTFSField(name: name, kind: kind, isRequired: true)
  }

  public static func descriptive(
    _ name: String, _ kind: FieldKind, isRequired: Bool = false
  ) -> GTFSField {
    GTFSField(name: name, kind: kind, isRequired: isRequired, isDescriptive: true)
  }

  public static func optional(_ name: String, _ kind: FieldKind) -> GTFSField {
    GTFSField(name: name, kind: kind, isRequired: false)
  }
}

/// A file of the GTFS Schedule reference, as data: its fields, and what identifies a row.
public struct GTFSFile: Sendable {
  /// How the rows are written (GTFS Schedule reference, "File Requirements" and
  /// "locations.geojson").
  public enum Format: Sendable {
    case csv
    /// One row for each feature: its `id`, its properties and its geometry.
    case geoJSON
  }

  public var name: String
  /// No feed goes without it. A file that the reference requires under a condition is not required
  /// here, with the exception of `stops.txt`.
  public var isRequired: Bool
  public var fields: [GTFSField]
  /// The names of the fields that identify a row, all of them where the reference says `*`; empty
  /// where the file has a single row.
  public var primaryKey: [String]
  public var format = Format.csv

  /// The name without its extension: that of the view with the columns of the reference.
  public var view: String { String(name.prefix { $0 != "." }) }

  /// The entity that has one row in this file for each of its ids.
  public var entity: Entity? {
    for case .key(let entity) in fields.map(\.kind) { return entity }
    return nil
  }

  public func fieldIndex(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }
}
