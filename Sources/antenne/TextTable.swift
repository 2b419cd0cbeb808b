import Foundation

/// Aligned columns for people.
enum TextTable {
  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  static func right(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: " ", count: max(0, width - digits.count)) + digits
  }

  /// Columns as wide as their widest cell, two spaces apart; numbers to the right.
  static func text(header: [String], rows: [[String]]) -> String {
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    let isNumber = header.indices.map { column in
      !rows.isEmpty
        && rows.allSatisfy { $0[column].allSatisfy { $0.isNumber || "., -–:%".contains($0) } }
    }
    return all.map { row in
      row.indices.map { column in
        let fill = String(repeating: " ", count: widths[column] - row[column].count)
        return isNumber[column] ? fill + row[column] : row[column] + fill
      }.joined(separator: "  ").trimmingCharacters(in: .newlines) + "\n"
    }.joined()
  }
}

/// JSON with sorted keys, so that equal results are equal bytes.
enum JSONText {
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
