public import Findings
import Foundation

/// A small comma-separated file in memory, with its header and the line of each row.
///
/// For people, sites and points; GTFS files are scanned record by record instead.
public struct Table: Sendable {
  public struct Row: Sendable {
    /// The line of the row in its file, from 1.
    public let line: Int
    public let cells: [String]

    public init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  public let file: String
  public let header: [String]
  public let rows: [Row]
  private let headerLine: Int

  /// Reads a file, or throws `missingInput` or `unusableData`.
  public static func read(_ path: String, maximumBytes: Int = 512 << 20) throws(Failure) -> Table {
    try Table(file: path, bytes: InputFile.bytes(path, maximumBytes: maximumBytes))
  }

  /// - Parameter file: the name used in findings.
  public init(file: String, text: String) throws(Failure) {
    try self.init(file: file, bytes: Array(text.utf8))
  }

  /// The same where rows that cannot be read, such as one with too few cells, are left out.
  ///
  /// - Returns: with what is wrong with the rows that are left out.
  /// - Throws: as `read`, for the file as a whole and its header.
  public static func readSkippingBadRows(
    _ path: String, maximumBytes: Int = 512 << 20
  ) throws(Failure) -> (table: Table, skipped: [Finding]) {
    let bytes = try InputFile.bytes(path, maximumBytes: maximumBytes)
    let (table, findings) = try parsed(file: path, bytes: bytes)
    let header = findings.filter { ($0.line ?? 0) <= table.headerLine }
    guard header.isEmpty else { throw .unusableData(header) }
    let bad = Set(findings.compactMap(\.line))
    return (table.keeping { !bad.contains($0.line) }, findings)
  }

  init(file: String, bytes: [UInt8]) throws(Failure) {
    let (table, findings) = try Self.parsed(file: file, bytes: bytes)
    guard findings.isEmpty else { throw .unusableData(findings) }
    self = table
  }

  private init(file: String, header: Row, rows: [Row]) {
    self.file = file
    self.header = header.cells
    headerLine = header.line
    self.rows = rows
  }

  private func keeping(_ isKept: (Row) -> Bool) -> Table {
    Table(file: file, header: Row(line: headerLine, cells: header), rows: rows.filter(isKept))
  }

  /// All rows, and what is wrong with the header and some of them, by line.
  private static func parsed(
    file: String, bytes: [UInt8]
  ) throws(Failure) -> (Table, [Finding]) {
    var offset = 0
    var scanner = try RecordScanner(file: file) { buffer in
      let count = min(buffer.count, bytes.count - offset)
      bytes.withUnsafeBytes {
        buffer.copyMemory(from: .init(rebasing: $0[offset..<(offset + count)]))
      }
      offset += count
      return count
    }
    var records: [Row] = []
    var findings: [Finding] = []
    while try scanner.next() {
      if scanner.hasStrayQuote {
        findings.append(
          Finding(
            "stray_quote", file: file, line: scanner.line,
            message: "text stands after the closing quote of a field",
            remedy: "double the quotes inside the field"))
      }
      var cells: [String] = []
      for range in scanner.fields {
        guard let cell = String(validating: scanner.bytes[range], as: UTF8.self) else {
          findings.append(
            Finding(
              "invalid_utf8", file: file, line: scanner.line, message: "the text is not UTF-8",
              remedy: "save the file as UTF-8"))
          cells.append("")
          continue
        }
        cells.append(cell.trimmingCharacters(in: .whitespaces))
      }
      records.append(Row(line: scanner.line, cells: cells))
    }
    guard let first = records.first else {
      throw .unusable("empty_file", file: file, "the file has no header and no rows")
    }
    let table = Table(file: file, header: first, rows: Array(records.dropFirst()))
    let header = first.cells
    for row in table.rows where row.cells.count != first.cells.count {
      findings.append(
        Finding(
          "wrong_cell_count", file: file, line: row.line,
          message: "\(row.cells.count) cells where the header has \(first.cells.count)"))
    }
    for (index, name) in header.enumerated() where header.firstIndex(of: name) == index {
      let count = header.count { $0 == name }
      guard count > 1 else { continue }
      findings.append(
        Finding(
          "duplicated_column", file: file, line: first.line, field: name,
          message: "the header names this column \(count) times"))
    }
    return (table, findings.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
  }

  /// The position of a column, if the file has it.
  public func findColumn(_ name: String) -> Int? { header.firstIndex(of: name) }

  /// The position of a column that must be there; a missing one is a finding.
  public func column(_ name: String, _ findings: inout [Finding]) -> Int? {
    if let index = findColumn(name) { return index }
    findings.append(
      Finding(
        "missing_column", file: file, line: 1, field: name,
        message: "the column \"\(name)\" is missing",
        remedy: nearestName(to: name, among: header).map { "did you mean \"\($0)\"?" }
          ?? "the file has \(header.joined(separator: ", "))"))
    return nil
  }

  /// The cell as a number; an empty or malformed one is a finding.
  public func number(
    _ row: Row, _ column: Int, in range: ClosedRange<Double>, _ findings: inout [Finding]
  ) -> Double? {
    let text = row.cells[column]
    if let value = Double(text), range.contains(value) { return value }
    findings.append(
      Finding(
        "invalid_number", file: file, line: row.line, field: header[column], value: text,
        message: Double(text) == nil
          ? "not a number" : "the number is outside \(range.lowerBound) to \(range.upperBound)"))
    return nil
  }
}

/// Reads whole input files.
public enum InputFile {
  /// - Throws: `missingInput` where there is no file, a folder, or one that may not be opened;
  ///   `unusableData` where it is too large; `inputOutput` where it cannot be read to its end.
  public static func bytes(
    _ path: String, maximumBytes: Int = 512 << 20
  ) throws(Failure) -> [UInt8] {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missingInput(path: path, reason: "no such file")
    }
    guard !isFolder.boolValue else {
      throw .missingInput(path: path, reason: "is a folder, not a file")
    }
    let size = (try? manager.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    guard size <= maximumBytes else {
      throw .unusable(
        "file_too_large", file: path, "the file has \(size) bytes; at most \(maximumBytes) are read"
      )
    }
    do {
      // Not mapped: a file that is shortened while it is read must not end the program.
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      if (error as? CocoaError)?.code == .fileReadNoPermission {
        throw .missingInput(path: path, reason: "cannot be read (permissions?)")
      }
      throw .inputOutput(path: path, reason: "cannot be read: \(error.localizedDescription)")
    }
  }
}
