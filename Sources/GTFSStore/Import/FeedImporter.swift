import FeedArchive
import Findings
import GRDB
import GTFSSchedule
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
  private var identifiers: IdentifierTables
  /// Entities whose file could not be read: that is said once, not again for every reference.
  private var unread: Set<Entity> = []
  private var lines = FeedLines()

  /// - Parameters:
  ///   - repairs: what `Rule.isRepairable` says is mended, each with a warning, and not refused.
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
    identifiers = try IdentifierTables(database)
  }

  /// Reads all files; `check()` follows when the indexes are there.
  mutating func read() throws {
    for finding in source.findings { log.add(finding) }
    guard !log.hasErrors else { return }
    let members = FeedMembers(source, repairs: repairs, &log)
    for file in GTFSSchedule.files {
      guard let member = members[file] else {
        if file.isRequired {
          log.add(
            Rule.missingRequiredFile.finding(
              file: source.name, field: file.name, "the feed has no \(file.name)"))
          markUnread(file)
        }
        continue
      }
      do {
        try readFile(file, member)
      } catch Failure.unusableData(let findings) {
        // One file that cannot be read must not hide what is wrong with the others.
        for finding in findings { log.add(finding) }
        markUnread(file)
      }
    }
    if members[GTFSSchedule.calendar] == nil, members[GTFSSchedule.calendarDates] == nil {
      log.add(Rule.missingCalendar.finding(file: source.name))
      unread.insert(.service)
    }
    try identifiers.write(to: database, feedKey: feedKey)
    ForeignKeyViolation.check(identifiers, lines, source: source.name, unread: unread, &log)
    try ForeignKeyViolation.clear(identifiers, feedKey: feedKey, database)
    for count in rowCounts {
      try database.execute(
        sql: "INSERT INTO feed_files (feed_key, file, row_count) VALUES (?, ?, ?)",
        arguments: [feedKey, count.file, count.rows])
    }
  }

  /// Holds the feed as a whole against the rules that look further than one row.
  mutating func check() throws {
    guard source.findings.isEmpty else { return }
    lines.setIdentifiers(identifiers)
    var feed = StoredFeed(
      database: database, feedKey: feedKey, source: source.name, files: rowCounts, lines: lines,
      isComplete: !log.hasErrors)
    for rule in FeedRules.all {
      feed.isComplete = !log.hasErrors
      try rule.check(feed, &log)
    }
    try StoredNotices.write(log.findings, feedKey: feedKey, to: database)
  }

  private mutating func readFile(_ file: GTFSFile, _ member: String) throws {
    let place = source.name + "/" + member
    let open = try source.open(member)
    var scanner: RecordScanner
    switch file.format {
    case .csv: scanner = try RecordScanner(file: place, read: open)
    case .geoJSON: scanner = try LocationsReader.scanner(place, open)
    }
    if scanner.hasByteOrderMark { log.add(Rule.byteOrderMark.finding(file: place, line: 1)) }
    guard try scanner.next() else {
      log.add(Rule.emptyFile.finding(file.isRequired ? nil : .warning, file: place))
      return markUnread(file)
    }
    guard let header = FileHeader(file, place, scanner, repairs: repairs, &log) else {
      return markUnread(file)
    }
    let reader = RowReader(
      file, place, columns: header.columns, headerCount: header.count, repairs: repairs)
    let rows =
      file.name == GTFSSchedule.stopTimes.name
      ? try readCalls(reader, &scanner) : try readRows(reader, &scanner)
    if scanner.lineEnds.rawValue.nonzeroBitCount > 1 {
      log.add(Rule.mixedLineEnds.finding(file: place))
    } else if scanner.lineEnds == .carriageReturn {
      log.add(Rule.carriageReturns.finding(file: place))
    }
    progress(file.name, rows)
    rowCounts.append((file.name, rows))
  }

  private mutating func readRows(
    _ fileReader: RowReader, _ scanner: inout RecordScanner
  ) throws -> Int {
    var reader = fileReader
    var writer = try TableWriter(reader.file, database, feedKey: feedKey)
    var rows = 0
    while try scanner.next() {
      rows += 1
      if reader.read(&scanner, &identifiers, &log) {
        try writer.write(reader, scanner, &log)
      }
      if rows.isMultiple(of: 50_000) { progress(reader.file.name, rows) }
    }
    if reader.hasRefusedRow { markUnread(reader.file) }
    lines.set(writer.lines, firstRow: writer.firstRow, place: reader.place, of: reader.file)
    return rows
  }

  private mutating func readCalls(
    _ fileReader: RowReader, _ scanner: inout RecordScanner
  ) throws -> Int {
    var reader = fileReader
    var calls = try CallImporter(reader, database)
    var rows = 0
    while try scanner.next() {
      rows += 1
      if reader.read(&scanner, &identifiers, &log) {
        try calls.append(reader, scanner, &log)
      }
      if rows.isMultiple(of: 50_000) { progress(reader.file.name, rows) }
    }
    lines.set(try calls.finish(&log), place: reader.place)
    return rows
  }

  /// Ids that a file would have brought into being are not missed one by one.
  private mutating func markUnread(_ file: GTFSFile) {
    for field in file.fields {
      switch field.kind {
      case .key(let entity), .defines(let entity): unread.insert(entity)
      default: break
      }
    }
  }
}
