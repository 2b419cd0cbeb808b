import GRDB
import GTFSSchedule

/// The ids of every entity of one feed.
struct IdentifierTables {
  /// By `Entity.ordinal`.
  private var tables: [IdentifierTable] = []

  init(_ database: Database) throws {
    for entity in Entity.allCases {
      let last = try Int.fetchOne(
        database,
        sql: "SELECT MAX(\(entity.keyColumn)) FROM \(StorageSchema.idTable(of: entity))")
      tables.append(IdentifierTable(firstKey: (last ?? 0) + 1))
    }
  }

  subscript(ordinal: Int) -> IdentifierTable {
    get { tables[ordinal] }
    _modify { yield &tables[ordinal] }
  }

  subscript(entity: Entity) -> IdentifierTable { tables[entity.ordinal] }

  /// Entities without a file of their rows have only their ids, written here.
  func write(to database: Database, feedKey: Int) throws {
    for entity in Entity.allCases where entity.file == nil {
      let table = self[entity]
      let insert = try PreparedStatement.insert(
        database, into: StorageSchema.idTable(of: entity),
        columns: [entity.keyColumn, "feed_key", entity.idColumn])
      insert.bind(feedKey, at: 2)
      for index in 0..<table.count {
        insert.bind(table.firstKey + index, at: 1)
        insert.bind(Array(table[index].utf8).span, at: 3)
        _ = try insert.run()
      }
    }
  }
}

extension Entity {
  /// The position in `allCases`: arrays by entity are faster than dictionaries.
  var ordinal: Int { Entity.allCases.firstIndex(of: self) ?? 0 }
}
