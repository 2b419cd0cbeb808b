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
  let isComplete: Bool

  func hasFile(_ file: GTFSFile) -> Bool { files.contains { $0.file == file.name } }

  /// The path of a file of the feed, for findings.
  func place(of file: GTFSFile) -> String {
    lines.place(of: file) ?? source + "/" + file.name
  }

  /// Each row that a query gives is a finding.
  ///
  /// - Parameter sql: a query on storage tables whose first column is the row's key or rowid and
  ///   whose second column is the value to show; `:feed` is the feed's key.
  func report(
    _ rule: Rule, _ file: GTFSFile, _ field: String?, _ log: inout FindingLog, sql: String
  ) throws {
    let rows = try Row.fetchCursor(database, sql: sql, arguments: ["feed": feedKey])
    while let row = try rows.next() {
      let key: Int = row[0]
      log.add(
        rule.finding(
          file: place(of: file), line: lines.line(of: key, in: file), field: field,
          value: StoredFeed.text(row[1])))
    }
  }

  static func text(_ value: DatabaseValue) -> String? {
    switch value.storage {
    case .null: nil
    case .int64(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): text
    case .blob: nil
    }
  }
}
