import FeedArchive
import Findings
import GRDB
import TabularText

/// Reads one feed into an open database, collecting findings; what it writes is only kept when
/// none of them is an error.
struct FeedImporter {
  private let source: any FeedSource
  private let database: Database
  private let feedKey: Int
  private let repairs: Bool
  private let progress: (String, Int) -> Void
  private(set) var log = FindingLog()
  private(set) var rowCounts: [(file: String, rows: Int)] = []
  private var identifiers: [Entity: IdentifierTable] = [:]
  /// Entities whose file could not be read: that is said once, not again for every reference.
  private var unread: Set<Entity> = []

  /// - Parameters:
  ///   - repairs: dates as `YYYY-MM-DD`, spaces around numbers and a nested folder are mended,
  ///     each with a warning, and not refused.
  ///   - progress: called with the file's name and the rows read so far.
  init(
    _ source: any FeedSource, into database: Database, feedKey: Int, repairs: Bool,
    progress: @escaping (String, Int) -> Void
  ) throws {
    self.source = source
    self.database = database
    self.feedKey = feedKey
    self.repairs = repairs
    self.progress = progress
    for entity in Entity.allCases {
      let last = try Int.fetchOne(
        database, sql: "SELECT MAX(\(entity.keyColumn)) FROM \(entity.table)")
      identifiers[entity] = IdentifierTable(firstKey: (last ?? 0) + 1)
    }
  }

  mutating func run() throws {
    let members = feedMembers()
    for file in GTFSSchema.files {
      guard let member = members[file.name] else {
        if file.isRequired {
          log.add(
            Finding(
              "missing_required_file", file: source.name, field: file.name,
              message: "the feed has no \(file.name)"))
          markUnread(file)
        }
        continue
      }
      try readFile(file, member)
    }
    if members["calendar.txt"] == nil, members["calendar_dates.txt"] == nil {
      log.add(
        Finding(
          "missing_calendar", file: source.name,
          message: "the feed has neither calendar.txt nor calendar_dates.txt"))
      unread.insert(.service)
    }
    try writeIdentifiers()
    reportUndefinedIdentifiers()
    for count in rowCounts {
      try database.execute(
        sql: "INSERT INTO feed_files (feed_key, file, row_count) VALUES (?, ?, ?)",
        arguments: [feedKey, count.file, count.rows])
    }
  }

  /// GTFS names to members; unknown members and a nested folder are findings.
  private mutating func feedMembers() -> [String: String] {
    let known = Set(GTFSSchema.files.map(\.name))
    var members: [String: String] = [:]
    // A copy in a folder does not stand in for a file in its right place.
    let nested = source.members.filter { $0.contains("/") && !$0.hasPrefix("__MACOSX/") }
    for member in source.members.filter({ !$0.contains("/") }) + nested {
      let last = member.split(separator: "/").last.map(String.init) ?? member
      guard known.contains(last), members[last] == nil else {
        log.add(
          Finding(
            "unknown_file", .info, file: source.name, field: member,
            message: "\(member) is not read by this version"))
        continue
      }
      members[last] = member
      if member != last {
        log.add(
          Finding(
            "nested_folder", repairs ? .warning : .error, file: source.name, value: member,
            message: "the file lies in a folder inside the zip",
            remedy: repairs
              ? "read all the same" : "zip the files themselves, or use --repair"))
      }
    }
    return members
  }

  private mutating func readFile(_ file: GTFSFile, _ member: String) throws {
    let place = source.name + "/" + member
    var scanner = try RecordScanner(file: place, read: source.open(member))
    guard try scanner.next() else {
      log.add(
        Finding(
          "empty_file", file.isRequired ? .error : .warning, file: place,
          message: "the file has no header"))
      markUnread(file)
      return
    }
    guard let columns = headerColumns(file, place, &scanner) else { return markUnread(file) }
    var reader = try RowReader(file, place, database, feedKey: feedKey, columns, repairs: repairs)
    var rows = 0
    while try scanner.next() {
      rows += 1
      try reader.read(&scanner, &identifiers, &log)
      if rows.isMultiple(of: 50_000) { progress(file.name, rows) }
    }
    progress(file.name, rows)
    try reader.finish(database, &log)
    rowCounts.append((file.name, rows))
  }

  private mutating func markUnread(_ file: GTFSFile) {
    let owner = StorageSchema.leadingEntity(file).flatMap { $0.hasOwnFile ? nil : $0 }
    if let entity = StorageSchema.ownEntity(file) ?? owner { unread.insert(entity) }
  }

  /// The column of the file for each field of the reference, if it is there.
  private mutating func headerColumns(
    _ file: GTFSFile, _ place: String, _ scanner: inout RecordScanner
  ) -> [Int?]? {
    let names = scanner.fields.map { range in
      let text = scanner.bytes.span
      return CellParsing.string(text.extracting(CellParsing.trimmed(text, range)))
    }
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      log.add(
        Finding(
          "duplicated_column", file: place, line: scanner.line, field: name,
          message: "the header names a column twice"))
      return nil
    }
    for name in names where !file.fields.contains(where: { $0.name == name }) {
      log.add(
        Finding(
          "unknown_column", .info, file: place, line: scanner.line, field: name,
          message: "the column is not read by this version"))
    }
    let columns = file.fields.map { field in names.firstIndex(of: field.name) }
    var isComplete = true
    for (field, column) in zip(file.fields, columns) where column == nil && field.isRequired {
      if !field.isDescriptive { isComplete = false }
      log.add(
        Finding(
          "missing_required_column", field.isDescriptive ? .warning : .error, file: place,
          line: scanner.line, field: field.name,
          message: "the column \(field.name) is missing",
          remedy: nearestName(to: field.name, among: names).map { "did you mean \($0)?" }))
    }
    return isComplete ? columns : nil
  }

  /// Services and shapes have no table of their own rows; their ids are written here.
  private func writeIdentifiers() throws {
    for entity in Entity.allCases where !entity.hasOwnFile {
      guard let table = identifiers[entity] else { continue }
      for index in 0..<table.count {
        try database.execute(
          sql: """
            INSERT INTO \(entity.table) (\(entity.keyColumn), feed_key, \(entity.idColumn))
            VALUES (?, ?, ?)
            """,
          arguments: [table.firstKey + index, feedKey, table[index]])
      }
    }
  }

  private mutating func reportUndefinedIdentifiers() {
    for entity in Entity.allCases where !unread.contains(entity) {
      guard let table = identifiers[entity] else { continue }
      for (id, place) in table.undefined {
        guard place.file >= 0 else { continue }
        let file = GTFSSchema.files[Int(place.file)]
        let field = file.fields[Int(place.field)]
        log.add(
          Finding(
            "foreign_key_violation", field.isDescriptive ? .warning : .error,
            file: source.name + "/" + file.name, line: Int(place.line),
            field: field.name, value: id, message: "there is no \(entity.rawValue) with this id"))
      }
    }
  }
}
