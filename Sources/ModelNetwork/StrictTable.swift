/// A comma-separated table in the plain form that our own files have: a heading, then one row
/// per line, no quotation marks and no commas inside cells. A published feed needs a real CSV
/// reader; for these files a stricter one finds more mistakes.
struct StrictTable {
  struct Row {
    /// The line in the file, counted from 1.
    let line: Int
    let cells: [String]
  }

  let file: String
  let rows: [Row]

  /// Reads `text`.
  /// - Parameters:
  ///   - columns: the columns that the heading must have, in this order.
  ///   - optional: columns that may follow them; a file without them has empty cells there.
  /// - Throws: when the heading differs, or a row has too many or too few cells, a quotation
  ///   mark or a cell with spaces around it, or no row follows the heading.
  init(
    file: String, text: String, columns: [String], optional: [String] = []
  ) throws(ModelNetworkError) {
    self.file = file
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let heading = (lines.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
      .map(String.init)
    guard heading == columns || heading == columns + optional else {
      throw ModelNetworkError(
        file: file, line: 1, message: "the heading must be \(columns.joined(separator: ","))")
    }
    var rows: [Row] = []
    for (index, line) in lines.enumerated().dropFirst() {
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let number = index + 1
      guard cells.count == heading.count else {
        throw ModelNetworkError(
          file: file, line: number,
          message: "has \(cells.count) cells where the heading has \(heading.count)")
      }
      for cell in cells where !StrictTable.isPlain(cell) {
        throw ModelNetworkError(
          file: file, line: number,
          message: "“\(cell)” has a quotation mark, or white space at an end")
      }
      while cells.count < columns.count + optional.count { cells.append("") }
      rows.append(Row(line: number, cells: cells))
    }
    guard !rows.isEmpty else {
      throw ModelNetworkError(file: file, line: 1, message: "no row follows the heading")
    }
    self.rows = rows
  }

  /// An error about `row`.
  func error(_ row: Row, _ message: String) -> ModelNetworkError {
    ModelNetworkError(file: file, line: row.line, message: message)
  }

  private static func isPlain(_ cell: String) -> Bool {
    guard let first = cell.first, let last = cell.last else { return true }
    return !first.isWhitespace && !last.isWhitespace && !cell.contains("\"")
  }
}
