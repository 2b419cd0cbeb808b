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
  /// A feed of the same name that is already there is replaced, others stay.
  /// - Parameters:
  ///   - failOn: the lowest severity that refuses the import.
  ///   - progress: called with feed, file and rows read so far.
  ///   - willReplace: called when all is read and before the database changes; what it throws
  ///     stops the import.
  public static func run(
    _ feeds: [FeedToImport], into path: String, repairs: Bool = false, failOn: Severity = .error,
    progress: @escaping (String, String, Int) -> Void = { _, _, _ in },
    willReplace: (ImportSummary) throws -> Void = { _ in }
  ) throws(Failure) -> ImportSummary {
    guard Set(feeds.map(\.name)).count == feeds.count else {
      throw .defect("two feeds of one import have the same name")
    }
    // Refuses what is not a network database before anything is written; one with a journal of
    // somebody else could not even be opened to tell.
    try NetworkFile.refuseOpenTransaction(of: path)
    if NetworkFile.holdsSomething(path) { _ = try NetworkDatabase(path) }
    return try NetworkFile.update(path) { copy in
      let summary = try importAll(feeds, into: copy, repairs: repairs, progress: progress)
      if summary.findings.contains(where: { $0.severity >= failOn }) {
        throw Failure.unusableData(summary.findings)
      }
      try willReplace(summary)
      return summary
    }
  }

  /// Imports feeds into a file that nobody else looks at.
  static func importAll(
    _ feeds: [FeedToImport], into path: String, repairs: Bool = false,
    progress: @escaping (String, String, Int) -> Void = { _, _, _ in }
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
}
