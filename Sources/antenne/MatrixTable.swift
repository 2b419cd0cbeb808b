import Findings
import Foundation
import Routing
import Scenarios
import TabularText
import TransitRouting

/// The table of a matrix, written while it is computed: memory holds some rows of it.
///
/// Lines go origin by origin. Where one search serves all origins of a destination, rows come by
/// destination and wait in a temporary file.
struct MatrixTable {
  /// What cells say, beside the ids.
  struct Columns {
    var percentiles: [Int]
    /// With `--stops`; else whole minutes.
    var isInSeconds: Bool
    /// The parts of the journey of the median, where asked for.
    var parts: BreakdownColumns?

    var header: [String] {
      ["from_id", "to_id"] + percentiles.map { "travel_time_p\($0 < 10 ? "0" : "")\($0)" }
        + (parts?.header ?? [])
    }
  }

  private(set) var pairCount = 0
  private(set) var reachedCount = 0
  /// Of the reached pairs.
  private(set) var straightLineCount = 0

  private let columns: Columns
  private let origins: ColumnStore.Cells
  private let destinations: ColumnStore.Cells
  private let file: PiecewiseFile?
  private var lines: [UInt8]
  private let store: ColumnStore?

  private static let bytesPerPiece = 1 << 20

  /// - Parameters:
  ///   - isByOrigin: whether the rows that come are those of origins.
  ///   - out: stdout where `nil`.
  init(
    _ points: MatrixPoints, _ columns: Columns, isByOrigin: Bool = true, out: String?
  ) throws(Failure) {
    self.columns = columns
    origins = Self.ids(points.origins)
    destinations = Self.ids(points.destinations)
    file = if let out { try PiecewiseFile(out) } else { nil }
    lines = Array(CSVWriter(header: columns.header).text.utf8)
    store =
      isByOrigin || points.pairs != nil
      ? nil : try ColumnStore(rowCount: origins.count, in: Self.folder(out))
  }

  private static func ids(_ points: [MatrixPoints.Point]) -> ColumnStore.Cells {
    var cells = ColumnStore.Cells()
    for point in points { cells.append { CSVWriter.append(.text(point.id), to: &$0) } }
    return cells
  }

  /// Beside the table there is room for it; a device has no such place.
  private static func folder(_ out: String?) -> String {
    guard let out, !OutputFile.isStream(out) else { return NSTemporaryDirectory() }
    return URL(fileURLWithPath: out).resolvingSymlinksInPath().deletingLastPathComponent().path
  }

  /// Rows come in their order.
  mutating func append(_ row: TravelTimeMatrix.Row) throws(Failure) {
    let count = columns.percentiles.count
    var column = ColumnStore.Cells()
    for other in row.usesStraightLine.indices {
      let parts = row.parts.isEmpty ? nil : row.parts[other]
      let seconds = row.seconds[other * count..<(other + 1) * count].lazy.map {
        $0 == WindowScan.unreachable ? nil : Int($0)
      }
      let isOnLine = row.usesStraightLine[other]
      if store != nil {
        column.append { bytes in cell(seconds, isOnLine, parts, &bytes) }
      } else {
        line(row.fixed, other) { table, bytes in table.cell(seconds, isOnLine, parts, &bytes) }
      }
    }
    try store?.append(column)
    try flush(beyond: Self.bytesPerPiece)
  }

  mutating func append(_ pair: TravelTimeMatrix.Cell) throws(Failure) {
    line(pair.origin, pair.destination) { table, bytes in
      table.cell(pair.seconds, pair.usesStraightLine, pair.parts, &bytes)
    }
    try flush(beyond: Self.bytesPerPiece)
  }

  /// Writes what still waits and puts the file in its place.
  mutating func finish() throws(Failure) {
    if let store {
      let bar = Progress("write")
      let originCount = origins.count
      try store.forEachRow { (origin, cells) throws(Failure) in
        for destination in 0..<cells.count {
          line(origin, destination) { $1.append(contentsOf: cells[destination]) }
        }
        try flush(beyond: Self.bytesPerPiece)
        bar.update(origin + 1, of: originCount, unit: "origins")
      }
    }
    try flush(beyond: 0)
    try file?.finish()
  }

  private mutating func line(
    _ origin: Int, _ destination: Int, _ write: (inout Self, inout [UInt8]) -> Void
  ) {
    // Moved to a local: two parts of one `self` cannot be changed at once.
    var bytes: [UInt8] = []
    swap(&bytes, &lines)
    bytes.append(contentsOf: origins[origin])
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: destinations[destination])
    write(&self, &bytes)
    bytes.append(UInt8(ascii: "\n"))
    swap(&bytes, &lines)
  }

  /// Counts a cell and writes what stands behind its ids.
  private mutating func cell(
    _ seconds: some Sequence<Int?>, _ isOnLine: Bool, _ parts: JourneyParts?, _ bytes: inout [UInt8]
  ) {
    var isReached = false
    for seconds in seconds {
      bytes.append(UInt8(ascii: ","))
      guard let seconds else { continue }
      isReached = true
      CSVWriter.append(.integer(columns.isInSeconds ? seconds : (seconds + 30) / 60), to: &bytes)
    }
    pairCount += 1
    if isReached {
      reachedCount += 1
      if isOnLine { straightLineCount += 1 }
    }
    for cell in columns.parts?.cells(parts) ?? [] {
      bytes.append(UInt8(ascii: ","))
      CSVWriter.append(cell, to: &bytes)
    }
  }

  private mutating func flush(beyond limit: Int) throws(Failure) {
    guard lines.count > limit else { return }
    if let file { try file.write(lines) } else { Console.write(lines) }
    lines.removeAll(keepingCapacity: true)
  }
}
