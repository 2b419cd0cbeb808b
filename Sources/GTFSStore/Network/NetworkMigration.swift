import Findings
import Foundation
import GRDB

/// Brings a network database of an older version up to date: its feeds are imported anew from its
/// own views, which have had the names and columns of the reference in every version.
enum NetworkMigration {
  /// The version of the tables, where the file is a network database.
  static func version(of path: String) throws -> Int? {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.read { database in
      let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
      guard application == StorageSchema.applicationID else { return nil }
      return try Int.fetchOne(database, sql: "PRAGMA user_version")
    }
  }

  /// Whether this program can bring a version up to date.
  static func canMigrate(_ version: Int) -> Bool { (1..<StorageSchema.version).contains(version) }

  /// Brings a database up to date; another process that does so is waited for.
  static func update(_ path: String, from version: Int) throws(Failure) {
    do {
      try NetworkFile.update(path, waitingSeconds: 600) { copy in
        if try Self.version(of: copy) == version { try run(copy) }
      }
    } catch .inputOutput(_, let reason) {
      throw .inputOutput(
        path: path,
        reason: "the database has version \(version) and must be brought up to "
          + "\(StorageSchema.version), which writes a new file in its place: \(reason)")
    }
  }

  /// Puts an up-to-date database in the place of the copy that `NetworkFile.update` hands out.
  static func run(_ copy: String) throws {
    let old = NetworkFile.olderCopy(of: copy)
    try FileManager.default.moveItem(atPath: copy, toPath: old)
    defer { try? FileManager.default.removeItem(atPath: old) }
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: old, configuration: configuration)
    try queue.read { database in
      let feeds = try Row.fetchAll(database, sql: "SELECT * FROM feeds ORDER BY feed_key").map {
        FeedToImport(
          name: $0["feed"],
          source: try DatabaseSource($0["feed"], of: database, source: $0["source"]),
          isModel: $0["is_model"])
      }
      let summary = try NetworkImport.importAll(feeds, into: copy, repairs: true)
      let errors = summary.findings.filter { $0.severity == .error }
      guard let first = errors.first else { return }
      throw Failure.unusable(
        "older_network", file: old,
        "a feed of this older database breaks rules that are new: \(first.file): \(first.message)",
        remedy: "import the feeds again into another file")
    }
    try queue.close()
  }
}
