import GTFSSchedule

/// The SQL of a network database, made from `GTFSSchedule`.
///
/// Storage tables (`store_…`) are packed: integer keys, times in seconds. For every GTFS file there
/// is a view with the name and the columns of the reference, ids and times as text, and the
/// feed's name in the column `feed`.
enum StorageSchema {
  /// "Antn", so that `file` and QGIS can tell what the database is.
  static let applicationID = 0x416E_746E
  /// Raised with every change of the tables; older ones are migrated, newer ones refused.
  static let version = 2

  /// All tables, then all views; indexes come after the rows are in.
  static var tablesAndViews: [String] {
    let identifiers = Entity.allCases.filter { $0.file == nil }.map { identifierTable($0) }
    return [feeds, feedFiles, feedNotices] + identifiers + rowFiles.map { table($0) }
      + CallStorage.tablesAndViews + GTFSSchedule.files.map { view($0) } + uniqueIndexes
  }

  /// The files that are stored row by row.
  private static let rowFiles = GTFSSchedule.files.filter {
    $0.name != GTFSSchedule.stopTimes.name
  }

  /// What keeps a row from being there twice, where the table itself does not.
  static var uniqueIndexes: [String] { rowFiles.compactMap(uniqueIndex) }

  static let indexes =
    CallStorage.indexes + [
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

  /// What the import found in the feed, for those who get the database and not the terminal.
  private static let feedNotices = """
    CREATE TABLE feed_notices (
      feed_key INTEGER NOT NULL REFERENCES feeds(feed_key),
      code TEXT NOT NULL,
      severity TEXT NOT NULL,
      file TEXT NOT NULL,
      line INTEGER,
      field TEXT,
      value TEXT,
      message TEXT NOT NULL,
      remedy TEXT,
      count INTEGER NOT NULL)
    """

  /// The tables that hold rows of a feed, each with its `feed_key`; those that others refer to
  /// come last.
  static var feedTables: [String] {
    rowFiles.reversed().map(storageTable)
      + Entity.allCases.filter { $0.file == nil }.map(idTable(of:))
      + ["feed_notices", "feed_files", "feeds"]
  }

  static func storageTable(_ file: GTFSFile) -> String { "store_" + file.view }

  /// The table that holds the keys and ids of an entity.
  static func idTable(of entity: Entity) -> String {
    entity.file.map(storageTable) ?? "store_\(entity.rawValue)_ids"
  }

  /// The column of the storage table.
  static func column(_ field: GTFSField) -> String {
    switch field.kind {
    case .key(let entity): entity.keyColumn
    case .defines, .reference:
      (field.name.hasSuffix("_id") ? String(field.name.dropLast(3)) : field.name) + "_key"
    default: field.name
    }
  }

  private static func identifierTable(_ entity: Entity) -> String {
    """
    CREATE TABLE \(idTable(of: entity)) (
      \(entity.keyColumn) INTEGER PRIMARY KEY,
      feed_key INTEGER NOT NULL REFERENCES feeds(feed_key),
      \(entity.idColumn) TEXT NOT NULL,
      UNIQUE (\(entity.idColumn), feed_key))
    """
  }

  /// The columns of a field with their types; an own id is two, its key and its text.
  static func definitions(_ field: GTFSField) -> [String] {
    let name = column(field)
    switch field.kind {
    case .key(let entity):
      return ["\(name) INTEGER PRIMARY KEY", "\(entity.idColumn) TEXT NOT NULL"]
    case .defines(let entity), .reference(let entity):
      return ["\(name) INTEGER REFERENCES \(idTable(of: entity))(\(entity.keyColumn))"]
    default:
      switch field.kind.storage {
      case .text: return ["\(name) TEXT"]
      case .integer: return ["\(name) INTEGER"]
      case .real: return ["\(name) REAL"]
      }
    }
  }

  /// The points of shapes are many, and no finding points at one by its row.
  private static func isClustered(_ file: GTFSFile) -> Bool {
    file.name == GTFSSchedule.shapes.name
  }

  private static func table(_ file: GTFSFile) -> String {
    var columns = file.fields.flatMap(definitions)
    columns.append("feed_key INTEGER NOT NULL REFERENCES feeds(feed_key)")
    if let entity = file.entity {
      columns.append("UNIQUE (\(entity.idColumn), feed_key)")
    } else if isClustered(file) {
      columns.append("PRIMARY KEY (\(keyColumns(file).joined(separator: ", ")))")
    }
    return "CREATE TABLE \(storageTable(file)) (\(columns.joined(separator: ", ")))"
      + (isClustered(file) ? " WITHOUT ROWID" : "")
  }

  private static func keyColumns(_ file: GTFSFile) -> [String] {
    file.fields.filter { file.primaryKey.contains($0.name) }.map(column)
  }

  private static func uniqueIndex(_ file: GTFSFile) -> String? {
    guard file.entity == nil, !isClustered(file), !file.primaryKey.isEmpty else {
      return nil
    }
    return "CREATE UNIQUE INDEX \(storageTable(file))_rows ON \(storageTable(file))("
      + (["feed_key"] + keyExpressions(file)).joined(separator: ", ") + ")"
  }

  /// What makes rows of a file the same to `uniqueIndex`. SQLite holds two NULLs for different; an
  /// empty cell of a key of several is a value like any other, and one of a single cell no key.
  static func keyExpressions(_ file: GTFSFile) -> [String] {
    let fields = file.fields.filter { file.primaryKey.contains($0.name) }
    return fields.map { field in
      field.isRequired || fields.count == 1
        ? column(field) : "COALESCE(\(column(field)), '')"
    }
  }

  private static func view(_ file: GTFSFile) -> String {
    var columns: [String] = []
    var joins: [String] = []
    for (index, field) in file.fields.enumerated() {
      let stored = "t.\(column(field))"
      switch field.kind {
      case .key(let entity): columns.append("t.\(entity.idColumn) AS \(field.name)")
      case .defines(let entity), .reference(let entity):
        joins.append(
          "LEFT JOIN \(idTable(of: entity)) AS r\(index) ON r\(index).\(entity.keyColumn) = \(stored)"
        )
        columns.append("r\(index).\(entity.idColumn) AS \(field.name)")
      case .time, .localTime:
        columns.append(
          "CASE WHEN \(stored) IS NULL THEN NULL ELSE printf('%02d:%02d:%02d', \(stored) / 3600, "
            + "\(stored) / 60 % 60, \(stored) % 60) END AS \(field.name)")
      default: columns.append("\(stored) AS \(field.name)")
      }
    }
    // The name of the feed is looked up for each row: joined, it tempts SQLite to begin with it and
    // to pair every trip with every pattern.
    return """
      CREATE VIEW \(file.view) AS
      SELECT (SELECT feed FROM feeds WHERE feeds.feed_key = t.feed_key) AS feed,
        \(columns.joined(separator: ", "))
      FROM \(storageTable(file)) AS t \(joins.joined(separator: " "))
      """
  }
}
