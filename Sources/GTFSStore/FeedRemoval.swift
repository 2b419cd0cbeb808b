import GRDB

/// Takes one feed out of a network database.
enum FeedRemoval {
  static func remove(_ feed: String, from database: Database) throws {
    guard
      let feedKey = try Int.fetchOne(
        database, sql: "SELECT feed_key FROM feeds WHERE feed = ?", arguments: [feed])
    else { return }
    // Rows that know their feed only through an entity go before the entity does.
    for file in GTFSSchema.files {
      guard let leading = StorageSchema.leadingEntity(file) else { continue }
      try database.execute(
        sql: """
          DELETE FROM \(file.storageTable) WHERE \(leading.keyColumn) IN
            (SELECT \(leading.keyColumn) FROM \(leading.table) WHERE feed_key = ?)
          """, arguments: [feedKey])
    }
    let tables =
      GTFSSchema.files.filter(StorageSchema.hasFeedKey).map(\.storageTable)
      + Entity.allCases.filter { !$0.hasOwnFile }.map(\.table) + ["feed_files", "feeds"]
    for table in tables {
      try database.execute(sql: "DELETE FROM \(table) WHERE feed_key = ?", arguments: [feedKey])
    }
  }
}
