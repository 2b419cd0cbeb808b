import Findings
import GRDB
import TabularText

/// Reads the rows of one file: checks each cell against its field and writes the row.
struct RowReader {
  private let file: GTFSFile
  private let fileIndex: Int32
  private let place: String
  private let columns: [Int?]
  private let headerCount: Int
  private let insert: PreparedInsert
  private let repairs: Bool
  /// The bound position of each field's column; an own id takes the one after it too.
  private let positions: [Int]
  private var callChecks: CallChecks?

  init(
    _ file: GTFSFile, _ place: String, _ database: Database, feedKey: Int, _ columns: [Int?],
    repairs: Bool
  ) throws {
    self.file = file
    self.place = place
    self.columns = columns
    self.repairs = repairs
    headerCount = (columns.compactMap { $0 }.max() ?? 0) + 1
    fileIndex = Int32(GTFSSchema.files.firstIndex { $0.name == file.name } ?? 0)
    var names: [String] = []
    var positions: [Int] = []
    for field in file.fields {
      positions.append(names.count + 1)
      names.append(field.column)
      if case .key(let entity) = field.kind { names.append(entity.idColumn) }
    }
    self.positions = positions
    let hasFeedKey = StorageSchema.hasFeedKey(file)
    if hasFeedKey { names.append("feed_key") }
    insert = try PreparedInsert(database, into: file.storageTable, columns: names)
    if hasFeedKey { insert.bind(feedKey, at: names.count) }
    if file.name == GTFSSchema.stopTimes.name { callChecks = CallChecks(place) }
  }

  mutating func read(
    _ scanner: inout RecordScanner, _ identifiers: inout [Entity: IdentifierTable],
    _ log: inout FindingLog
  ) throws {
    let line = scanner.line
    callChecks?.beginRow(line)
    if scanner.hasStrayQuote {
      log.add(
        Finding(
          "stray_quote", file: place, line: line,
          message: "text stands after the closing quote of a field",
          remedy: "double the quotes inside the field"))
      return
    }
    guard scanner.fields.count >= headerCount else {
      log.add(
        Finding(
          "missing_cells", file: place, line: line,
          message: "\(scanner.fields.count) cells where the header has at least \(headerCount)"))
      return
    }
    var isUsable = true
    for index in file.fields.indices {
      guard let column = columns[index] else {
        isUsable = bindMissing(index, &identifiers) && isUsable
        continue
      }
      let range = scanner.fields[column]
      if bind(index, scanner.bytes.span, range, line, &identifiers, &log) { continue }
      insert.bindNull(at: positions[index])
      if !file.fields[index].isDescriptive { isUsable = false }
    }
    guard isUsable else { return }
    guard try insert.run() else {
      let fields = file.fields.filter { file.primaryKey.contains($0.column) }.map(\.name)
      log.add(
        Finding(
          "duplicate_key", file: place, line: line, field: fields.first,
          message: "an earlier row has the same \(fields.joined(separator: " and "))"))
      return
    }
    callChecks?.finishRow()
  }

  mutating func finish(_ database: Database, _ log: inout FindingLog) throws {
    try callChecks?.finish(database, &log)
  }

  /// A column that the file does not have. The only id that may be missing is that of the one
  /// agency of a feed: it is the empty id.
  private func bindMissing(
    _ index: Int, _ identifiers: inout [Entity: IdentifierTable]
  ) -> Bool {
    let empty: [UInt8] = []
    switch file.fields[index].kind {
    case .key(let entity):
      guard let key = identifiers[entity]?.define(empty.span).key else { return false }
      insert.bind(key, at: positions[index])
      insert.bind(empty.span, at: positions[index] + 1)
    default:
      insert.bindNull(at: positions[index])
    }
    return true
  }

  /// Binds one cell; `false` where the row cannot be used.
  private mutating func bind(
    _ index: Int, _ bytes: Span<UInt8>, _ range: Range<Int>, _ line: Int,
    _ identifiers: inout [Entity: IdentifierTable], _ log: inout FindingLog
  ) -> Bool {
    let field = file.fields[index]
    let inner = CellParsing.trimmed(bytes, range)
    let text = bytes.extracting(inner)
    if inner.isEmpty {
      if case .key = field.kind, !field.isRequired { return bindMissing(index, &identifiers) }
      insert.bindNull(at: positions[index])
      guard field.isRequired else { return true }
      log.add(finding("missing_required_value", field, line, text, "the cell is empty"))
      return false
    }
    if inner != range { reportSpaces(field, line, bytes.extracting(range), &log) }
    switch field.kind {
    case .text:
      guard isUTF8(text, field, line, &log) else { return false }
      insert.bind(text, at: positions[index])
    case .key(let entity):
      guard isUTF8(text, field, line, &log) else { return false }
      guard let (key, isNew) = identifiers[entity]?.define(text) else { return false }
      guard isNew else {
        log.add(finding("duplicate_key", field, line, text, "an earlier row has the same id"))
        return false
      }
      insert.bind(key, at: positions[index])
      insert.bind(text, at: positions[index] + 1)
    case .reference(let entity):
      guard let key = referredKey(entity, text, index, line, &identifiers) else { return false }
      insert.bind(key, at: positions[index])
      callChecks?.note(field.name, key)
    default:
      return bindNumber(index, text, line, &log)
    }
    return true
  }

  private func referredKey(
    _ entity: Entity, _ text: Span<UInt8>, _ index: Int, _ line: Int,
    _ identifiers: inout [Entity: IdentifierTable]
  ) -> Int? {
    // A calendar defines its service, and a point its shape: no file lists them by themselves.
    let defines =
      (entity == .service && file.name != GTFSSchema.trips.name)
      || (entity == .shape && file.name == GTFSSchema.shapes.name)
    if defines { return identifiers[entity]?.define(text).key }
    return identifiers[entity]?.refer(
      text, from: .init(file: fileIndex, field: Int32(index), line: Int32(clamping: line)))
  }

  private mutating func bindNumber(
    _ index: Int, _ text: Span<UInt8>, _ line: Int, _ log: inout FindingLog
  ) -> Bool {
    let field = file.fields[index]
    switch field.kind {
    case .integer(let range):
      guard let value = CellParsing.integer(text) else {
        log.add(finding("invalid_integer", field, line, text, "not a whole number"))
        return false
      }
      guard range.contains(value) else {
        log.add(
          finding(
            "number_out_of_range", field, line, text,
            range.upperBound == .max
              ? "less than \(range.lowerBound)"
              : "outside \(range.lowerBound) to \(range.upperBound)"))
        return false
      }
      insert.bind(value, at: positions[index])
      callChecks?.note(field.name, value)
    case .time:
      guard let value = CellParsing.time(text) else {
        log.add(finding("invalid_time", field, line, text, "not a time as HH:MM:SS"))
        return false
      }
      insert.bind(value, at: positions[index])
      callChecks?.note(field.name, value)
    case .date: return bindDate(index, text, line, &log)
    default: return bindDecimal(index, text, line, &log)
    }
    return true
  }

  private func bindDate(
    _ index: Int, _ text: Span<UInt8>, _ line: Int, _ log: inout FindingLog
  ) -> Bool {
    let field = file.fields[index]
    if let value = CellParsing.date(text) {
      insert.bind(value, at: positions[index])
      return true
    }
    guard let value = CellParsing.isoDate(text) else {
      log.add(finding("invalid_date", field, line, text, "not a day as YYYYMMDD"))
      return false
    }
    var found = finding(
      "iso_date", field, line, text, "the date is written YYYY-MM-DD, not YYYYMMDD",
      remedy: repairs ? "read all the same" : "use --repair to read it all the same")
    found.severity = repairs || field.isDescriptive ? .warning : .error
    log.add(found)
    insert.bind(value, at: positions[index])
    return repairs || field.isDescriptive
  }

  private func bindDecimal(
    _ index: Int, _ text: Span<UInt8>, _ line: Int, _ log: inout FindingLog
  ) -> Bool {
    let field = file.fields[index]
    guard let value = CellParsing.decimal(text) else {
      log.add(finding("invalid_number", field, line, text, "not a number"))
      return false
    }
    let limit: Double? =
      switch field.kind {
      case .latitude: 90
      case .longitude: 180
      default: nil
      }
    if let limit, abs(value) > limit {
      log.add(finding("number_out_of_range", field, line, text, "beyond \(Int(limit)) degrees"))
      return false
    }
    insert.bind(value, at: positions[index])
    return true
  }

  /// Spaces around ids and texts are dropped with a warning; a number with spaces is refused
  /// unless repairs are asked for.
  private func reportSpaces(
    _ field: GTFSField, _ line: Int, _ text: Span<UInt8>, _ log: inout FindingLog
  ) {
    switch field.kind {
    case .text, .key, .reference:
      var found = finding(
        "surrounding_spaces", field, line, text, "spaces around the text", remedy: "dropped")
      found.severity = .warning
      log.add(found)
    default:
      var found = finding(
        "number_with_spaces", field, line, text, "spaces around a number or date",
        remedy: repairs ? "dropped" : "use --repair to read it all the same")
      found.severity = repairs || field.isDescriptive ? .warning : .error
      log.add(found)
    }
  }

  private func isUTF8(
    _ text: Span<UInt8>, _ field: GTFSField, _ line: Int, _ log: inout FindingLog
  ) -> Bool {
    var isASCII = true
    for index in text.indices where text[index] >= 0x80 || text[index] == 0 { isASCII = false }
    if isASCII { return true }
    let isValid = text.withUnsafeBufferPointer {
      !$0.contains(0) && String(validating: $0, as: UTF8.self) != nil
    }
    if !isValid {
      log.add(
        finding("invalid_utf8", field, line, text, "not UTF-8 text", remedy: "save it as UTF-8"))
    }
    return isValid
  }

  private func finding(
    _ code: String, _ field: GTFSField, _ line: Int, _ text: Span<UInt8>, _ message: String,
    remedy: String? = nil
  ) -> Finding {
    Finding(
      code, field.isDescriptive ? .warning : .error, file: place, line: line, field: field.name,
      value: CellParsing.string(text.extracting(first: 200)), message: message, remedy: remedy)
  }
}
