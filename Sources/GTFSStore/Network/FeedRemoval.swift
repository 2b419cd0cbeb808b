import GRDB

/// Takes one feed out of a network database.
enum FeedRemoval {
  static func remove(_ feed: String, from database: Database) throws {
    guard
      let feedKey = try Int.fetchOne(
        database, sql: "SELECT feed_key FROM feeds WHERE feed = ?", arguments: [feed])
    else { return }
    try database.execute(
      sql: """
        DELETE FROM store_trip_calls WHERE trip_key IN
          (SELECT trip_key FROM store_trips WHERE feed_key = ?)
        """, arguments: [feedKey])
    for statement in CallStorage.orphanRemoval { try database.execute(sql: statement) }
    for table in StorageSchema.feedTables {
      try database.execute(sql: "DELETE FROM \(table) WHERE feed_key = ?", arguments: [feedKey])
    }
  }
}
