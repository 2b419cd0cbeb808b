import Findings
import GRDB
import GTFSSchedule

/// A check that looks at a feed as a whole, when all its rows are stored and indexed.
protocol FeedRule: SendableMetatype {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws
}

/// A feed in the database, with the lines that its rows came from.
struct StoredFeed {
  let database: Database
  let feedKey: Int
  let source: String
  let files: [(file: String, rows: Int)]
  let lines: FeedLines
  /// Whether no row was refused: only then is what is missing really missing.
  var isComplete: Bool

  func hasFile(_ file: GTFSFile) -> Bool { files.contains { $0.file == file.name } }

  /// The path of a file of the feed, for findings.
  func place(of file: GTFSFile) -> String {
    lines.place(of: file) ?? source + "/" + file.name
  }

  /// Each row that a query gives is a finding.
  ///
  /// - Parameters:
  ///   - entity: what the row's key is of, where the file has no row for each.
  ///   - sql: a query on storage tables whose first column is the row's key or rowid, the second
  ///     the value to show and the third, if there is one, the message; `:feed` is the feed's key.
  func report(
    _ rule: Rule, _ file: GTFSFile, _ field: String?, of entity: Entity? = nil,
    _ log: inout FindingLog, sql: String
  ) throws {
    let rows = try Row.fetchCursor(database, sql: sql, arguments: ["feed": feedKey])
    while let row = try rows.next() {
      let key: Int = row[0]
      let line = entity.map { lines.line(of: $0, key: key) } ?? lines.line(of: key, in: file)
      log.add(
        rule.finding(
          file: place(of: file), line: line, field: field, value: (row[1] as DatabaseValue).text,
          row.count > 2 ? (row[2] as DatabaseValue).text : nil))
    }
  }

  /// Whether a query, in which `:feed` is the feed's key, gives a row.
  func hasRow(_ sql: String) throws -> Bool {
    try Bool.fetchOne(database, sql: "SELECT EXISTS (\(sql))", arguments: ["feed": feedKey])
      ?? false
  }

  /// Without trips everything is unused, which is said once.
  var hasTrips: Bool {
    get throws { try hasRow("SELECT 1 FROM store_trips WHERE feed_key = :feed") }
  }

  var hasCalls: Bool {
    get throws {
      try hasTrips
        && hasRow(
          "SELECT 1 FROM store_trip_calls JOIN store_trips USING (trip_key) WHERE feed_key = :feed")
    }
  }

  /// The SQL of a column of seconds as `HH:MM:SS`.
  static func time(_ column: String) -> String {
    "printf('%02d:%02d:%02d', \(column) / 3600, \(column) / 60 % 60, \(column) % 60)"
  }
}
