public import FeedArchive
public import Findings
import Foundation
import GRDB

/// One feed to import and the name it gets in the database.
public struct FeedToImport {
  public var name: String
  public var source: any FeedSource
  /// Whether the timetable is a model and not a published one; said in every output.
  public var isModel: Bool

  public init(name: String, source: any FeedSource, isModel: Bool = false) {
    self.name = name
    self.source = source
    self.isModel = isModel
  }
}

/// What an import did.
public struct ImportSummary: Sendable {
  public struct Feed: Sendable {
    public var name: String
    public var source: String
    public var rowCounts: [(file: String, rows: Int)]
    public var findings: [Finding]
  }

  public var feeds: [Feed]
  public var findings: [Finding] { feeds.flatMap(\.findings) }
}

/// Imports feeds into a network database in one atomic step.
public enum NetworkImport {
  /// Imports all feeds, or changes nothing.
  ///
  /// The work is done on a copy beside `path`, which takes its place at the end; a feed of the
  /// same name that is already there is replaced, others stay.
  /// - Parameters:
  ///   - failOn: the lowest severity that refuses the import.
  ///   - progress: called with feed, file and rows read so far.
  public static func run(
    _ feeds: [FeedToImport], into path: String, repairs: Bool = false, failOn: Severity = .error,
    progress: @escaping (String, String, Int) -> Void = { _, _, _ in }
  ) throws(Failure) -> ImportSummary {
    let temporary = path + ".importing-\(ProcessInfo.processInfo.processIdentifier)"
    // One that a killed import of the same number left behind.
    try? FileManager.default.removeItem(atPath: temporary)
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    do {
      if FileManager.default.fileExists(atPath: path) {
        // Refuses what is not a network database before anything is written.
        _ = try NetworkDatabase(path)
        try FileManager.default.copyItem(atPath: path, toPath: temporary)
      }
      let summary = try importAll(feeds, temporary, repairs, progress)
      if summary.findings.contains(where: { $0.severity >= failOn }) {
        throw Failure.unusableData(summary.findings)
      }
      try replace(path, with: temporary)
      return summary
    } catch let failure as Failure {
      throw failure
    } catch let error as DatabaseError {
      throw .inputOutput(path: path, reason: "SQLite: \(error.message ?? "\(error)")")
    } catch {
      throw .inputOutput(path: path, reason: error.localizedDescription)
    }
  }

  private static func importAll(
    _ feeds: [FeedToImport], _ path: String, _ repairs: Bool,
    _ progress: @escaping (String, String, Int) -> Void
  ) throws -> ImportSummary {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    // An error leaves the transaction open: without a journal nothing can be rolled back, and the
    // copy is thrown away.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      // A lost copy costs nothing: the file that counts is only replaced at the end.
      try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    var summary = ImportSummary(feeds: [])
    var importers: [(FeedToImport, FeedImporter)] = []
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN")
      try prepare(database)
      for feed in feeds {
        try FeedRemoval.remove(feed.name, from: database)
        try database.execute(
          sql: "INSERT INTO feeds (feed, source, is_model) VALUES (?, ?, ?)",
          arguments: [
            feed.name, URL(fileURLWithPath: feed.source.name).lastPathComponent, feed.isModel,
          ])
        let feedKey = Int(database.lastInsertedRowID)
        var importer = try FeedImporter(
          feed.source, into: database, feedKey: feedKey, repairs: repairs
        ) { file, rows in progress(feed.name, file, rows) }
        try importer.read()
        importers.append((feed, importer))
      }
      for index in StorageSchema.indexes { try database.execute(sql: index) }
      for (feed, reading) in importers {
        var importer = reading
        try importer.check()
        summary.feeds.append(
          .init(
            name: feed.name, source: feed.source.name, rowCounts: importer.rowCounts,
            findings: importer.log.findings))
      }
      try database.execute(sql: "ANALYZE")
      try database.execute(sql: "COMMIT")
    }
    try queue.close()
    return summary
  }

  private static func prepare(_ database: Database) throws {
    if try database.tableExists("feeds") {
      for index in StorageSchema.indexes {
        let name = index.split(separator: " ")[2]
        try database.execute(sql: "DROP INDEX IF EXISTS \(name)")
      }
      return
    }
    try database.execute(
      sql: """
        PRAGMA application_id = \(StorageSchema.applicationID);
        PRAGMA user_version = \(StorageSchema.version)
        """)
    for statement in StorageSchema.tablesAndViews { try database.execute(sql: statement) }
  }

  /// Makes the copy durable, then renames it: readers see the old file or the new one.
  private static func replace(_ path: String, with temporary: String) throws {
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: temporary))
    try handle.synchronize()
    try handle.close()
    guard rename(temporary, path) == 0 else {
      throw Failure.inputOutput(path: path, reason: String(cString: strerror(errno)))
    }
  }
}
