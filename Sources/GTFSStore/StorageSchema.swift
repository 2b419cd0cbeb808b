/// The SQL of a network database, made from `GTFSSchema`.
///
/// Storage tables (`store_…`) are packed: integer keys, times in seconds. For every GTFS file there
/// is a view with the name and the columns of the reference, ids and times as text, and the
/// feed's name in the column `feed`.
enum StorageSchema {
  /// "Antn", so that `file` and QGIS can tell what the database is.
  static let applicationID = 0x416E_746E
  /// Raised with every change of the tables; another version is refused.
  static let version = 1

  /// All tables, then all views; indexes come after the rows are in.
  static var tablesAndViews: [String] {
    [feeds, feedFiles] + Entity.allCases.filter { !$0.hasOwnFile }.map(idTable)
      + GTFSSchema.files.map(table) + GTFSSchema.files.map(view)
  }

  static let indexes = [
    "CREATE INDEX store_stop_times_by_stop ON store_stop_times(stop_key)",
    "CREATE INDEX store_trips_by_service ON store_trips(service_key)",
    "CREATE INDEX store_trips_by_route ON store_trips(route_key)",
    "CREATE INDEX store_calendar_dates_by_date ON store_calendar_dates(date)",
    "CREATE INDEX store_stops_by_parent ON store_stops(parent_station_key)",
  ]

  private static let feeds = """
    CREATE TABLE feeds (
      feed_key INTEGER PRIMARY KEY,
      feed TEXT NOT NULL UNIQUE,
      source TEXT NOT NULL,
      is_model INTEGER NOT NULL DEFAULT 0)
    """

  private static let feedFiles = """
    CREATE TABLE feed_files (
      feed_key INTEGER NOT NULL REFERENCES feeds(feed_key),
      file TEXT NOT NULL,
      row_count INTEGER NOT NULL,
      PRIMARY KEY (feed_key, file)) WITHOUT ROWID
    """

  private static func idTable(_ entity: Entity) -> String {
    """
    CREATE TABLE \(entity.table) (
      \(entity.keyColumn) INTEGER PRIMARY KEY,
      feed_key INTEGER NOT NULL REFERENCES feeds(feed_key),
      \(entity.idColumn) TEXT NOT NULL,
      UNIQUE (\(entity.idColumn), feed_key))
    """
  }

  /// The entity that has one row in this file for each of its ids.
  static func ownEntity(_ file: GTFSFile) -> Entity? {
    for case .key(let entity) in file.fields.map(\.kind) { return entity }
    return nil
  }

  private static func table(_ file: GTFSFile) -> String {
    let own = ownEntity(file)
    var columns: [String] = []
    for field in file.fields {
      switch field.kind {
      case .key(let entity):
        columns.append("\(entity.keyColumn) INTEGER PRIMARY KEY")
        columns.append("\(entity.idColumn) TEXT NOT NULL")
      case .reference(let entity):
        columns.append("\(field.column) INTEGER REFERENCES \(entity.table)(\(entity.keyColumn))")
      case .text: columns.append("\(field.column) TEXT")
      case .integer, .time, .date: columns.append("\(field.column) INTEGER")
      case .decimal, .latitude, .longitude: columns.append("\(field.column) REAL")
      }
    }
    // Rows that belong to a trip, service or shape know their feed through it.
    if hasFeedKey(file) {
      columns.append("feed_key INTEGER NOT NULL REFERENCES feeds(feed_key)")
    }
    var suffix = ""
    if let own {
      columns.append("UNIQUE (\(own.idColumn), feed_key)")
    } else if !file.primaryKey.isEmpty {
      columns.append("PRIMARY KEY (\(file.primaryKey.joined(separator: ", ")))")
      suffix = " WITHOUT ROWID"
    }
    return "CREATE TABLE \(file.storageTable) (\(columns.joined(separator: ", ")))\(suffix)"
  }

  static func hasFeedKey(_ file: GTFSFile) -> Bool {
    ownEntity(file) != nil || file.primaryKey.isEmpty
  }

  /// The entity whose key leads the primary key of a table without a feed key.
  static func leadingEntity(_ file: GTFSFile) -> Entity? {
    guard !hasFeedKey(file), let first = file.primaryKey.first else { return nil }
    return Entity.allCases.first { $0.keyColumn == first }
  }

  private static func view(_ file: GTFSFile) -> String {
    var columns: [String] = []
    var joins: [String] = []
    for (index, field) in file.fields.enumerated() {
      switch field.kind {
      case .key(let entity): columns.append("t.\(entity.idColumn) AS \(field.name)")
      case .reference(let entity):
        joins.append(
          "LEFT JOIN \(entity.table) AS r\(index) ON r\(index).\(entity.keyColumn) = t.\(field.column)"
        )
        columns.append("r\(index).\(entity.idColumn) AS \(field.name)")
      case .time:
        let seconds = "t.\(field.column)"
        columns.append(
          "CASE WHEN \(seconds) IS NULL THEN NULL ELSE printf('%02d:%02d:%02d', \(seconds) / 3600, "
            + "\(seconds) / 60 % 60, \(seconds) % 60) END AS \(field.name)")
      default: columns.append("t.\(field.column) AS \(field.name)")
      }
    }
    let feedKey: String
    if let leading = leadingEntity(file) {
      joins.append(
        "JOIN \(leading.table) AS owner ON owner.\(leading.keyColumn) = t.\(leading.keyColumn)")
      feedKey = "owner.feed_key"
    } else {
      feedKey = "t.feed_key"
    }
    return """
      CREATE VIEW \(file.view) AS
      SELECT feeds.feed AS feed, \(columns.joined(separator: ", "))
      FROM \(file.storageTable) AS t \(joins.joined(separator: " "))
      JOIN feeds ON feeds.feed_key = \(feedKey)
      """
  }
}
