/// Rows of `stop_times.txt` in the order of the file, packed, until their trips are known whole.
struct CallBuffer {
  let layout: CallLayout
  /// `layout.width` values a row.
  private(set) var values: [Int64] = []
  /// Arrival and departure of each row, -1 where the feed has none.
  private(set) var times: [Int32] = []
  private(set) var lines: [Int32] = []
  /// The rows of one trip that stand together.
  private(set) var runs: [Run] = []

  struct Run {
    var trip: Int
    var rows: Range<Int>
  }

  static let noTime: Int32 = -1

  init(_ layout: CallLayout) {
    self.layout = layout
  }

  var count: Int { lines.count }

  /// The trip of the last row.
  var lastTrip: Int? { runs.last?.trip }

  /// Appends the row that a reader holds.
  mutating func append(_ row: [Int64], line: Int) {
    let trip = Int(row[layout.trip])
    for field in layout.patternFields { values.append(row[field]) }
    times.append(CallBuffer.time(row[layout.arrival]))
    times.append(CallBuffer.time(row[layout.departure]))
    extend(trip, line)
  }

  /// Appends a call that was packed before.
  mutating func append(trip: Int, _ call: some Sequence<Int64>, _ times: (Int32, Int32), line: Int)
  {
    values.append(contentsOf: call)
    self.times.append(times.0)
    self.times.append(times.1)
    extend(trip, line)
  }

  mutating func removeAll() {
    values.removeAll(keepingCapacity: true)
    times.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
  }

  func value(_ row: Int, _ column: Int) -> Int64 { values[row * layout.width + column] }

  /// Whether two rows say the same.
  func isSame(_ a: Int, _ b: Int) -> Bool {
    let width = layout.width
    return (0..<width).allSatisfy { values[a * width + $0] == values[b * width + $0] }
      && times[2 * a] == times[2 * b] && times[2 * a + 1] == times[2 * b + 1]
  }

  private static func time(_ value: Int64) -> Int32 {
    value == CellValue.null ? noTime : Int32(clamping: value)
  }

  private mutating func extend(_ trip: Int, _ line: Int) {
    lines.append(Int32(clamping: line))
    if let last = runs.indices.last, runs[last].trip == trip {
      runs[last].rows = runs[last].rows.lowerBound..<lines.count
    } else {
      runs.append(Run(trip: trip, rows: (lines.count - 1)..<lines.count))
    }
  }
}
