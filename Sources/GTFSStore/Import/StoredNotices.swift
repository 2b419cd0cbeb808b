import Findings
import GRDB

/// The findings of an import, kept beside the feed in `feed_notices`.
enum StoredNotices {
  static func write(_ findings: [Finding], feedKey: Int, to database: Database) throws {
    let insert = try database.makeStatement(
      sql: "INSERT INTO feed_notices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for finding in findings {
      try insert.execute(arguments: [
        feedKey, finding.code, finding.severity.rawValue, finding.file, finding.line,
        finding.field, finding.value, finding.message, finding.remedy, finding.count,
      ])
    }
  }
}
