import Findings
import GTFSSchedule
import TabularText

/// Reads the rows of one file: checks each cell against its field and gives it as a number.
///
/// A bad cell is a finding and reads as NULL; the row goes on, so that one fault does not bring
/// others in its train.
struct RowReader {
  let file: GTFSFile
  let place: String
  let slots: [Slot]
  let repairs: Bool
  /// The values of the row, one for each field of the file (see `CellValue`).
  private(set) var values: [Int64]
  /// Whether a row could not be stored: what it would have brought into being is not missed.
  private(set) var hasRefusedRow = false
  /// Where the text of the row's own id lies, if it has one.
  var ownID = CellValue.text(0..<0)
  /// The texts of the row that `--repair` rewrote.
  var mended: [UInt8] = []
  private let fileIndex: Int32
  private let headerCount: Int

  /// - Parameter columns: the column of the file for each field, if it is there.
  init(_ file: GTFSFile, _ place: String, columns: [Int?], headerCount: Int, repairs: Bool) {
    self.file = file
    self.place = place
    self.repairs = repairs
    self.headerCount = headerCount
    slots = file.fields.indices.map { Slot(file, field: $0, column: columns[$0]) }
    values = Array(repeating: CellValue.null, count: file.fields.count)
    fileIndex = Int32(GTFSSchedule.files.firstIndex { $0.name == file.name } ?? 0)
  }

  /// Reads the scanner's record; `false` where nothing of it can be stored.
  mutating func read(
    _ scanner: inout RecordScanner, _ identifiers: inout IdentifierTables, _ log: inout FindingLog
  ) -> Bool {
    let fields = scanner.fields
    let line = scanner.line
    guard hasShape(of: fields.count, scanner, &log) else { return false }
    mended.removeAll(keepingCapacity: true)
    ownID = CellValue.text(0..<0)
    let bytes = scanner.bytes.span
    var isUsable = true
    for index in slots.indices {
      let slot = slots[index]
      guard slot.column >= 0 else {
        if slot.kind == .key { values[index] = noID(slot, line, &identifiers) }
        continue
      }
      let range = fields[slot.column]
      let value =
        quickValue(slot, bytes, range, &identifiers)
        ?? carefulValue(slot, bytes, range, line, &identifiers, &log)
      values[index] = value
      if value == CellValue.null, slot.identifiesRow { isUsable = false }
    }
    if !isUsable { hasRefusedRow = true }
    return isUsable
  }

  /// The bytes of a text of the row.
  func withText<Result>(
    _ value: Int64, _ scanner: borrowing RecordScanner, _ body: (Span<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = CellValue.range(of: value)
    return CellValue.isMended(value)
      ? try body(mended.span.extracting(range)) : try body(scanner.bytes.span.extracting(range))
  }

  /// The bytes of the row's own id, which is empty where there is none.
  func withID<Result>(
    _ scanner: borrowing RecordScanner, _ body: (Span<UInt8>) throws -> Result
  ) rethrows -> Result {
    try withText(ownID, scanner, body)
  }

  /// The one agency of a feed may be without an id: it is the empty one.
  mutating func noID(
    _ slot: Slot, _ line: Int, _ identifiers: inout IdentifierTables
  ) -> Int64 {
    let empty: [UInt8] = []
    ownID = CellValue.text(0..<0)
    return Int64(identifiers[slot.entity].define(empty.span, line: line))
  }

  func reference(_ slot: Slot, _ line: Int) -> IdentifierTable.Place {
    .init(file: fileIndex, field: Int32(slot.field), line: Int32(clamping: line))
  }

  private mutating func hasShape(
    of count: Int, _ scanner: borrowing RecordScanner, _ log: inout FindingLog
  ) -> Bool {
    let line = scanner.line
    if scanner.hasStrayQuote {
      log.add(Rule.strayQuote.finding(file: place, line: line))
      hasRefusedRow = true
      return false
    }
    guard count != headerCount else { return true }
    // A line of nothing but spaces, as editors leave at the end.
    if count == 1, CellParsing.trimmed(scanner.bytes.span, scanner.fields[0]).isEmpty {
      log.add(Rule.blankLine.finding(file: place, line: line))
      return false
    }
    let message = "\(count) cells where the header has \(headerCount)"
    guard count > headerCount else {
      // Which cells are missing nobody can tell.
      log.add(Rule.missingCells.finding(file: place, line: line, message))
      hasRefusedRow = true
      return false
    }
    log.add(Rule.extraCells.finding(file: place, line: line, message))
    return true
  }
}
