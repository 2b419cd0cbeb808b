public import Findings

/// Reads the rows of a table as values and collects what is wrong with them.
public struct RowReader {
  private let table: Table
  private var findings: [Finding] = []

  public init(file: String, text: String) throws(Failure) {
    self.init(try Table(file: file, text: text))
  }

  public init(_ table: Table) {
    self.table = table
  }

  public var header: [String] { table.header }

  /// One row, with the findings that reading it makes.
  public final class Row {
    private let table: Table
    private let row: Table.Row
    fileprivate(set) var findings: [Finding] = []

    fileprivate init(_ table: Table, _ row: Table.Row) {
      self.table = table
      self.row = row
    }

    /// The line in the file, from 1.
    public var line: Int { row.line }

    /// The cell, which may be empty, of a column that must be there.
    public func optionalText(_ field: String) -> String {
      table.column(field, &findings).map { row.cells[$0] } ?? ""
    }

    /// The cell, which must not be empty.
    public func text(_ field: String) -> String? {
      guard let column = table.column(field, &findings) else { return nil }
      if row.cells[column].isEmpty {
        report("missing_value", field, "the cell is empty")
        return nil
      }
      return row.cells[column]
    }

    public func number(_ field: String, in range: ClosedRange<Double>) -> Double? {
      guard let column = table.column(field, &findings) else { return nil }
      return table.number(row, column, in: range, &findings)
    }

    /// The cell as one of the words of `Choice`.
    public func choice<Choice: RawRepresentable & CaseIterable>(
      _ field: String, _: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
      guard let text = text(field) else { return nil }
      if let choice = Choice(rawValue: text) { return choice }
      let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      report("unknown_word", field, "must be one of \(words)")
      return nil
    }

    public func report(_ code: String, _ field: String, _ message: String) {
      let value = table.findColumn(field).map { row.cells[$0] }
      findings.append(
        Finding(
          code, file: table.file, line: row.line, field: field, value: value, message: message))
    }
  }

  /// All rows as values; `make` returns `nil` only for a row that it reported.
  /// - Throws: `unusableData` with every finding.
  public mutating func rows<Value>(_ make: (Row) -> Value?) throws(Failure) -> [Value] {
    var values: [Value] = []
    for line in table.rows {
      let row = Row(table, line)
      if let value = make(row) { values.append(value) }
      findings += row.findings
      // A column that is missing is missing for every row.
      if findings.contains(where: { $0.code == "missing_column" }) { break }
    }
    guard findings.isEmpty else { throw .unusableData(findings) }
    guard !values.isEmpty else {
      throw .unusable("empty_file", file: table.file, "no row follows the header")
    }
    return values
  }
}
