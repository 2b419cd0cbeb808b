/// The line of each stored row of a file. Rows mostly stand one to a line, so only the places where
/// that breaks are kept.
struct LineTable {
  /// From row `row` on, the line is the row's number plus `offset`.
  private var breaks: [(row: Int, offset: Int)] = []
  private(set) var count = 0

  /// Appends the line of the next row.
  mutating func append(_ line: Int) {
    if breaks.last?.offset != line - count { breaks.append((count, line - count)) }
    count += 1
  }

  /// The line of a row, counted from 0.
  func line(of row: Int) -> Int? {
    guard row >= 0, row < count else { return nil }
    var (low, high) = (0, breaks.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if breaks[middle].row <= row { low = middle } else { high = middle }
    }
    return row + breaks[low].offset
  }
}
