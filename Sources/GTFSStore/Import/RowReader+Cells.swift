import Findings
import Foundation
import GTFSSchedule

extension RowReader {
  /// The value of a cell as almost all cells are; `nil` where it needs a second look.
  @inline(__always)
  func quickValue(
    _ slot: Slot, _ bytes: Span<UInt8>, _ range: Range<Int>,
    _ identifiers: inout IdentifierTables
  ) -> Int64? {
    if range.isEmpty { return slot.isRequired || slot.kind == .key ? nil : CellValue.null }
    let text = bytes.extracting(range)
    switch slot.kind {
    case .reference: return identifiers[slot.entity].key(of: text).map { Int64($0) }
    case .defines: return identifiers[slot.entity].definedKey(of: text).map { Int64($0) }
    case .integer:
      guard let value = CellParsing.integer(text), value >= slot.lower, value <= slot.upper else {
        return nil
      }
      return Int64(value)
    case .time: return CellParsing.time(text).map { Int64($0) }
    case .decimal:
      guard let value = CellParsing.decimal(text), value >= slot.lowerReal, value <= slot.upperReal
      else { return nil }
      return CellValue.real(value)
    case .text:
      return CellParsing.isPlain(text) && !CellParsing.hasOuterSpace(text)
        ? CellValue.text(range) : nil
    case .date: return CellParsing.date(text).map { Int64($0) }
    case .key, .form, .oneOf, .localTime: return nil
    }
  }

  /// The value of any cell, with every rule that it may break; NULL where it cannot be read.
  mutating func carefulValue(
    _ slot: Slot, _ bytes: Span<UInt8>, _ range: Range<Int>, _ line: Int,
    _ identifiers: inout IdentifierTables, _ log: inout FindingLog
  ) -> Int64 {
    let field = file.fields[slot.field]
    let inner = CellParsing.trimmed(bytes, range)
    var cell = Cell(field, place, line, bytes.extracting(inner))
    if inner.isEmpty {
      if slot.kind == .key, !slot.isRequired { return noID(slot, line, &identifiers) }
      if slot.isRequired { log.add(cell.finding(.missingRequiredValue)) }
      return CellValue.null
    }
    if inner != range {
      reportSpaces(cell, bytes.extracting(range), field, &log)
      if field.kind.isNumber, !repairs, !field.isDescriptive { return CellValue.null }
    }
    switch slot.kind {
    case .text, .form, .key, .defines, .reference:
      guard let text = checkedText(inner, &cell, bytes, &log) else { return CellValue.null }
      return value(slot, text, cell, bytes, &identifiers, &log)
    default:
      do throws(CellFault) {
        return try CellParsing.number(field.kind, bytes.extracting(inner))
      } catch {
        return faulty(error, cell, &log)
      }
    }
  }

  /// A text, or the key of an id.
  private mutating func value(
    _ slot: Slot, _ text: Int64, _ cell: Cell, _ bytes: Span<UInt8>,
    _ identifiers: inout IdentifierTables, _ log: inout FindingLog
  ) -> Int64 {
    if slot.kind == .key { ownID = text }
    let range = CellValue.range(of: text)
    return CellValue.isMended(text)
      ? value(slot, text, mended.span.extracting(range), cell, &identifiers, &log)
      : value(slot, text, bytes.extracting(range), cell, &identifiers, &log)
  }

  private func value(
    _ slot: Slot, _ text: Int64, _ bytes: Span<UInt8>, _ cell: Cell,
    _ identifiers: inout IdentifierTables, _ log: inout FindingLog
  ) -> Int64 {
    switch slot.kind {
    case .key, .defines: return Int64(identifiers[slot.entity].define(bytes, line: cell.line))
    case .reference:
      return Int64(identifiers[slot.entity].refer(bytes, from: reference(slot, cell.line)))
    case .form:
      guard let rule = FieldForm.brokenRule(cell.field.kind, CellParsing.string(bytes)) else {
        return text
      }
      log.add(cell.finding(rule))
      // What only looks wrong is kept; a time zone or an amount must be right to be used.
      return rule.severity == .error ? CellValue.null : text
    default: return text
    }
  }

  /// Spaces around ids and texts are dropped with a warning; a number with spaces is refused
  /// unless repairs are asked for.
  private func reportSpaces(
    _ cell: Cell, _ text: Span<UInt8>, _ field: GTFSField, _ log: inout FindingLog
  ) {
    var spaced = cell
    spaced.value = CellParsing.string(text.extracting(first: 200))
    log.add(
      field.kind.isNumber
        ? spaced.finding(.numberWithSpaces, mended: repairs) : spaced.finding(.surroundingSpaces))
  }

  /// Where a text lies, checked to be UTF-8; `nil` where it is not.
  private mutating func checkedText(
    _ range: Range<Int>, _ cell: inout Cell, _ bytes: Span<UInt8>, _ log: inout FindingLog
  ) -> Int64? {
    let text = bytes.extracting(range)
    switch CellParsing.encoding(text) {
    case .plain: break
    case .withLineBreak: log.add(cell.finding(.lineBreakInValue))
    case .withZeroByte:
      log.add(cell.finding(.zeroByte))
      return nil
    case .notUTF8:
      guard repairs else {
        log.add(cell.finding(.invalidUTF8))
        return nil
      }
      let start = mended.count
      Windows1252.decode(text, into: &mended)
      cell.value = CellParsing.string(mended.span.extracting(start..<mended.count))
      log.add(cell.finding(.invalidUTF8, mended: true))
      return CellValue.text(start..<mended.count, isMended: true)
    }
    return CellValue.text(range)
  }

  private func faulty(_ fault: CellFault, _ cell: Cell, _ log: inout FindingLog) -> Int64 {
    switch fault {
    case .broken(let rule, let message):
      log.add(cell.finding(rule, message + (cell.field.isDescriptive ? "; read as empty" : "")))
      return CellValue.null
    case .isoDate(let date):
      log.add(cell.finding(.isoDate, mended: repairs))
      return repairs || cell.field.isDescriptive ? Int64(date) : CellValue.null
    }
  }
}

/// A cell and its place, for findings.
struct Cell {
  let field: GTFSField
  let place: String
  let line: Int
  var value: String

  init(_ field: GTFSField, _ place: String, _ line: Int, _ text: Span<UInt8>) {
    self.field = field
    self.place = place
    self.line = line
    value = CellParsing.string(text.extracting(first: 200))
  }

  func finding(_ rule: Rule, _ message: String? = nil, mended: Bool = false) -> Finding {
    rule.finding(
      field.isDescriptive ? min(.warning, rule.severity) : nil, file: place, line: line,
      field: field.name, value: value, message, mended: mended)
  }
}

extension FieldKind {
  /// Whether the cell is a number, time or date.
  var isNumber: Bool { storage != .text && entity == nil }
}
