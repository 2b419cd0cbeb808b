/// A field of a GTFS file.
public struct GTFSField: Sendable {
  public var name: String
  public var kind: FieldKind
  /// By the GTFS reference.
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
  public var name: String
  public var isRequired: Bool
  public var fields: [GTFSField]
  /// The names of the fields that identify a row; empty where the file says nothing of it.
  public var primaryKey: [String]

  /// The name without its extension: that of the view with the columns of the reference.
  public var view: String { String(name.prefix { $0 != "." }) }

  /// The entity that has one row in this file for each of its ids.
  public var entity: Entity? {
    for case .key(let entity) in fields.map(\.kind) { return entity }
    return nil
  }

  public func fieldIndex(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }
}
