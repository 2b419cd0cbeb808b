import Findings
import GRDB

/// Holds a finished database to what SQLite can tell about it; an import writes without these
/// checks, all at once at the end costs less.
enum NetworkCheck {
  /// - Throws: `defect` where pages are damaged or a row refers to one that is not there.
  static func run(_ path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { database in
      let fault = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
      guard fault == "ok" else {
        throw Failure.defect(
          "the new database is damaged (\(fault ?? "no answer")) and was thrown away; if the old "
            + "one is too, import into another file")
      }
      // One row for each row that breaks a reference: its table, its rowid, the table referred to.
      guard let row = try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") else { return }
      let (table, parent): (String, String) = (row[0], row[2])
      throw Failure.defect(
        "a row of \(table) refers to a row of \(parent) that is not there; nothing was changed")
    }
    try queue.close()
  }
}
