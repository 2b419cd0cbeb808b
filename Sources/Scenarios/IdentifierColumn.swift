import Findings
import TabularText

/// A column that must name every row, each by another id: a row that stands twice would count
/// twice.
struct IdentifierColumn {
  private let table: Table
  private let column: Int
  private var lines: [String: Int] = [:]

  init(_ table: Table, _ column: Int) {
    self.table = table
    self.column = column
  }

  /// The id of a row; an empty or repeated one is a finding.
  mutating func id(_ row: Table.Row, _ findings: inout [Finding]) -> String {
    let id = row.cells[column]
    func report(_ code: String, _ message: String) {
      findings.append(
        Finding(
          code, file: table.file, line: row.line, field: table.header[column], value: id,
          message: message))
    }
    if id.isEmpty {
      report("missing_id", "the cell is empty")
    } else if let first = lines[id] {
      report("duplicate_id", "line \(first) has the same id")
    } else {
      lines[id] = row.line
    }
    return id
  }
}
