import Findings
import Routing
import TabularText

/// What the tables of congestion and parking ask of their cells.
enum ZoneColumn {
  static func zone(
    _ table: Table, _ row: Table.Row, _ column: Int, among zones: [String],
    _ findings: inout [Finding]
  ) -> String? {
    value(table, row, column, takes: "a zone: \(zones.joined(separator: ", "))", &findings) {
      zones.contains($0) ? $0 : nil
    }
  }

  /// Seconds of the day: hours after midnight are those of the next one.
  static func time(
    _ table: Table, _ row: Table.Row, _ column: Int, _ findings: inout [Finding]
  ) -> Int? {
    value(table, row, column, takes: "HH:MM up to 24:00", &findings) { text in
      TimeOfDay.seconds(text).flatMap { $0 <= 86_400 ? $0 : nil }
    }
  }

  static func value<Value>(
    _ table: Table, _ row: Table.Row, _ column: Int, takes: String, _ findings: inout [Finding],
    _ make: (String) -> Value?
  ) -> Value? {
    if let value = make(row.cells[column]) { return value }
    findings.append(
      Finding(
        "invalid_value", file: table.file, line: row.line, field: table.header[column],
        value: row.cells[column], message: "takes \(takes)"))
    return nil
  }
}
