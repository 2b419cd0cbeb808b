import Findings
import Foundation
import TabularText

/// A file of rows as it is read.
struct RowsText {
  /// `nil` of an empty file.
  private(set) var header: BatchHeader?
  /// In the order of their lines, of each candidate the last one.
  private(set) var rows: [BatchRow] = []
  /// Up to the end of the last whole line.
  private(set) var wholeBytes = 0
  /// The bytes after it: of a row that was not finished.
  private(set) var unfinished: ArraySlice<UInt8> = []

  private static let maximumBytes = 4 << 30

  /// - Parameter isBeingWritten: whether a last line without its end is a row that was not finished.
  init(path: String, isBeingWritten: Bool = false) throws(Failure) {
    let bytes = try InputFile.bytes(path, maximumBytes: Self.maximumBytes)
    let decoder = JSONDecoder()
    var positions: [String: Int] = [:]
    var line = 0
    while wholeBytes < bytes.count {
      let end = bytes[wholeBytes...].firstIndex(of: UInt8(ascii: "\n"))
      if end == nil, isBeingWritten { break }
      line += 1
      let text = Data(bytes[wholeBytes..<(end ?? bytes.count)])
      do {
        if header == nil {
          let header = try decoder.decode(BatchHeader.self, from: text)
          guard header.format == BatchHeader.format else { throw NotARow() }
          self.header = header
        } else {
          let row = try decoder.decode(BatchRow.self, from: text)
          if let known = positions[row.site.id] {
            rows[known] = row
          } else {
            positions[row.site.id] = rows.count
            rows.append(row)
          }
        }
      } catch {
        throw line == 1
          ? Self.notOfRows(path)
          : .unusable(
            "invalid_row", file: path, line: line, "the line is not a row",
            remedy: "compute this part again")
      }
      wholeBytes = (end ?? bytes.count - 1) + 1
    }
    unfinished = bytes[wholeBytes...]
  }

  static func notOfRows(_ path: String) -> Failure {
    .unusable(
      "invalid_row", file: path, line: 1, "the file is not one of rows of 'antenne sites'")
  }

  private struct NotARow: Error {}
}
