import Findings
import GRDB
import GTFSSchedule

extension Rule {
  static let foreignKeyViolation = Rule(
    "foreign_key_violation", .error, in: "Field Types, Foreign ID",
    "an id that refers to another file is there", mend: "add the row, or correct the id")
}

enum ForeignKeyViolation {
  /// Ids that rows refer to and no row defines, at their first place.
  /// - Parameter unread: entities whose file could not be read: that is said once, not again for
  ///   every reference.
  static func check(
    _ identifiers: IdentifierTables, _ lines: FeedLines, source: String, unread: Set<Entity>,
    _ log: inout FindingLog
  ) {
    for entity in Entity.allCases where !unread.contains(entity) {
      for (id, place) in identifiers[entity].undefined where place.file >= 0 {
        let file = GTFSSchedule.files[Int(place.file)]
        let field = file.fields[Int(place.field)]
        log.add(
          Rule.foreignKeyViolation.finding(
            field.isDescriptive ? .warning : nil,
            file: lines.place(of: file) ?? source + "/" + file.name,
            line: Int(place.line), field: field.name, value: id,
            "there is no \(entity.name) with this id" + consequence(file, field)))
      }
    }
  }
}

extension ForeignKeyViolation {
  private static func consequence(_ file: GTFSFile, _ field: GTFSField) -> String {
    guard field.isDescriptive else { return "" }
    return file.primaryKey.contains(field.name) ? "; the row is left out" : "; read as empty"
  }

  /// A database never points at what is not there: references that only describe, and whose row is
  /// missing, become NULL; a row that they identify, such as a fare on a route, goes.
  static func clear(
    _ identifiers: IdentifierTables, feedKey: Int, _ database: Database
  ) throws {
    for entity in Entity.allCases
    where entity.file != nil && !identifiers[entity].undefined.isEmpty {
      for file in GTFSSchedule.files {
        for field in file.fields where field.kind == .reference(entity) && field.isDescriptive {
          let column = StorageSchema.column(field)
          let isCall = file.name == GTFSSchedule.stopTimes.name
          let table = isCall ? CallStorage.patternTable : StorageSchema.storageTable(file)
          let change =
            file.primaryKey.contains(field.name)
            ? "DELETE FROM \(table)" : "UPDATE \(table) SET \(column) = NULL"
          // Patterns have no feed; their keys of other feeds all have a row.
          try database.execute(
            sql: """
              \(change) WHERE \(isCall ? "" : "feed_key = \(feedKey) AND ")\(column) IS NOT NULL
                AND \(column) NOT IN
                (SELECT \(entity.keyColumn) FROM \(StorageSchema.idTable(of: entity)))
              """)
        }
      }
    }
  }
}

extension Entity {
  /// As said to people.
  var name: String {
    String(rawValue.map { $0 == "_" ? " " : $0 })
  }
}
