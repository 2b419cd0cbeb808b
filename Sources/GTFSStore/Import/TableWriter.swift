import Findings
import GRDB
import GTFSSchedule
import TabularText

/// Writes the rows of a file into its storage table.
struct TableWriter {
  private let database: Database
  private let insert: PreparedStatement
  /// Finds a row that is the same in every column; made when a key is there twice.
  private var same: PreparedStatement?
  /// The bound position of each field's column; an own id takes the one after it too.
  private let positions: [Int]
  private let table: String
  private let columns: [String]
  private let feedKey: Int
  /// By rowid, from the first row of this feed on.
  private(set) var lines = LineTable()
  private(set) var firstRow = 0

  init(_ file: GTFSFile, _ database: Database, feedKey: Int) throws {
    self.database = database
    self.feedKey = feedKey
    table = StorageSchema.storageTable(file)
    var columns: [String] = []
    var positions: [Int] = []
    for field in file.fields {
      positions.append(columns.count + 1)
      columns.append(StorageSchema.column(field))
      if case .key(let entity) = field.kind { columns.append(entity.idColumn) }
    }
    columns.append("feed_key")
    self.positions = positions
    self.columns = columns
    insert = try PreparedStatement.insert(database, into: table, columns: columns)
  }

  /// Writes a row; one whose key is there already is a finding.
  mutating func write(
    _ reader: RowReader, _ scanner: borrowing RecordScanner, _ log: inout FindingLog
  ) throws {
    bind(reader, scanner, to: insert)
    if try insert.run() {
      if lines.count == 0 { firstRow = Int(database.lastInsertedRowID) }
      lines.append(scanner.line)
      return
    }
    let isSame = try isThere(reader, scanner)
    let file = reader.file
    let slot = reader.slots.first { file.primaryKey.contains(file.fields[$0.field].name) }
    let value = slot.flatMap { slot in
      slot.column < 0 || slot.column >= scanner.fields.count
        ? nil : CellParsing.string(scanner.bytes.span.extracting(scanner.fields[slot.column]))
    }
    // Where nothing of the key matters to routing, the first row counts.
    let isDescriptive = file.fields.allSatisfy {
      $0.isDescriptive || !file.primaryKey.contains($0.name)
    }
    let keys = file.primaryKey.joined(separator: ", ")
    log.add(
      (isSame ? Rule.duplicatedRow : .duplicateKey).finding(
        isDescriptive ? .warning : nil, file: reader.place, line: scanner.line,
        field: file.primaryKey.first, value: value,
        isSame
          ? nil
          : "an earlier row has the same \(keys)" + (isDescriptive ? "; that one counts" : ""),
        mended: isSame && reader.repairs))
  }

  /// Whether the row that is in the way says the same.
  private mutating func isThere(
    _ reader: RowReader, _ scanner: borrowing RecordScanner
  ) throws -> Bool {
    let statement: PreparedStatement
    if let same {
      statement = same
    } else {
      statement = try PreparedStatement(
        database, sql: "SELECT 1 FROM \(table) WHERE \(TableWriter.sameRow(reader.file, columns))")
      same = statement
    }
    bind(reader, scanner, to: statement)
    defer { statement.reset() }
    return try statement.step()
  }

  /// A condition whose parameters are those of the INSERT: the key as the unique index has it, so
  /// that it is used, then every column.
  static func sameRow(_ file: GTFSFile, _ columns: [String]) -> String {
    let numbered = columns.enumerated().map { (name: $1, parameter: "?\($0 + 1)") }
    let keys = numbered.filter { column in
      StorageSchema.keyExpressions(file).contains("COALESCE(\(column.name), '')")
    }.map { "COALESCE(\($0.name), '') = COALESCE(\($0.parameter), '')" }
    return (keys + numbered.map { "\($0.name) IS \($0.parameter)" }).joined(separator: " AND ")
      + " LIMIT 1"
  }

  private func bind(
    _ reader: RowReader, _ scanner: borrowing RecordScanner, to statement: PreparedStatement
  ) {
    for slot in reader.slots {
      let value = reader.values[slot.field]
      let position = positions[slot.field]
      if slot.kind == .key {
        // The id as text stands beside its key, without the spaces around it.
        reader.withID(scanner) { statement.bind($0, at: position + 1) }
      }
      if value == CellValue.null {
        statement.bindNull(at: position)
      } else {
        switch slot.kind {
        case .text, .form: reader.withText(value, scanner) { statement.bind($0, at: position) }
        case .decimal: statement.bind(CellValue.real(of: value), at: position)
        default: statement.bind(Int(value), at: position)
        }
      }
    }
    statement.bind(feedKey, at: columns.count)
  }
}
