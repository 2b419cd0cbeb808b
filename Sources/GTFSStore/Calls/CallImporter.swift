import Findings
import GRDB
import GTFSSchedule
import TabularText

/// Takes the rows of `stop_times.txt` in any order and stores the calls of each trip in the order
/// of `stop_sequence`.
///
/// Rows are gathered in a buffer of bounded size. When it is full, the calls of each trip in it are
/// stored as a pattern and a timing; a trip that goes on afterwards has several such pieces, which
/// are joined at the end. Almost every feed has the rows of a trip together, and no trip in pieces.
struct CallImporter {
  private struct Piece {
    var trip: Int
    var pattern: Int
    var timing: Int
    var start: Int
    var lines: CallLines.Lines
  }

  private let file: GTFSFile
  private let place: String
  private let repairs: Bool
  private let database: Database
  private let layout: CallLayout
  private let capacity: Int
  private let mostCallsOfATrip: Int
  private var buffer: CallBuffer
  private var store: PatternStore
  private var pieces: [Piece] = []

  /// - Parameters:
  ///   - capacity: rows held at most, but for those of one trip.
  ///   - mostCallsOfATrip: that stand together; a hostile file is refused, not held.
  init(
    _ reader: RowReader, _ database: Database, capacity: Int = 400_000,
    mostCallsOfATrip: Int = 100_000
  ) throws {
    self.mostCallsOfATrip = mostCallsOfATrip
    file = reader.file
    place = reader.place
    repairs = reader.repairs
    self.database = database
    self.capacity = capacity
    layout = CallLayout(reader.slots)
    buffer = CallBuffer(layout)
    store = try PatternStore(layout, database)
  }

  mutating func append(
    _ reader: RowReader, _ scanner: borrowing RecordScanner, _ log: inout FindingLog
  ) throws {
    var values = reader.values
    for (column, field) in layout.patternFields.enumerated()
    where layout.kinds[column].isText && values[field] != CellValue.null {
      values[field] = reader.withText(values[field], scanner) { store.number(of: $0) }
    }
    if buffer.count >= capacity, buffer.lastTrip != Int(values[layout.trip]) { try flush(&log) }
    buffer.append(values, line: scanner.line)
    if let run = buffer.runs.last, run.rows.count > mostCallsOfATrip {
      throw Failure.unusableData([Rule.tripTooLong.finding(file: place, line: scanner.line)])
    }
  }

  /// Stores what is left; called after the last row.
  mutating func finish(_ log: inout FindingLog) throws -> CallLines {
    try flush(&log)
    pieces.sort { ($0.trip, $0.lines.first) < ($1.trip, $1.lines.first) }
    var whole: [Piece] = []
    var index = 0
    while index < pieces.count {
      let end = pieces[index...].firstIndex { $0.trip != pieces[index].trip } ?? pieces.count
      whole.append(
        end - index == 1 ? pieces[index] : try joined(pieces[index..<end], &log))
      index = end
    }
    let insert = try PreparedStatement.insert(
      database, into: "store_trip_calls",
      columns: ["trip_key", "pattern_key", "timing_key", "start_time"])
    var lines = CallLines()
    for piece in whole {
      lines.set(piece.lines, of: piece.trip)
      insert.bind(piece.trip, at: 1)
      insert.bind(piece.pattern, at: 2)
      insert.bind(piece.timing, at: 3)
      insert.bind(piece.start, at: 4)
      _ = try insert.run()
    }
    if whole.count < pieces.count {
      for statement in CallStorage.orphanRemoval { try database.execute(sql: statement) }
    }
    return lines
  }

  /// Stores the calls in the buffer, trip by trip.
  private mutating func flush(_ log: inout FindingLog) throws {
    let order = buffer.runs.indices.sorted {
      (buffer.runs[$0].trip, $0) < (buffer.runs[$1].trip, $1)
    }
    var index = 0
    while index < order.count {
      let trip = buffer.runs[order[index]].trip
      var rows: [Int] = []
      while index < order.count, buffer.runs[order[index]].trip == trip {
        rows += buffer.runs[order[index]].rows
        index += 1
      }
      pieces.append(try piece(buffer, trip, rows, &log))
    }
    buffer.removeAll()
  }

  private mutating func piece(
    _ buffer: CallBuffer, _ trip: Int, _ unordered: [Int], _ log: inout FindingLog
  ) throws -> Piece {
    let rows = ordered(buffer, unordered, &log)
    let timing = try store.timing(buffer, rows)
    return Piece(
      trip: trip, pattern: try store.pattern(buffer, rows), timing: timing.key,
      start: timing.start, lines: CallLines.Lines(rows.map { buffer.lines[$0] }))
  }

  /// The rows by sequence; of two with the same sequence the first one.
  private func ordered(
    _ buffer: CallBuffer, _ rows: [Int], _ log: inout FindingLog
  ) -> [Int] {
    func sequence(_ row: Int) -> Int64 { buffer.value(row, layout.sequence) }
    if zip(rows, rows.dropFirst()).allSatisfy({ sequence($0) < sequence($1) }) { return rows }
    var kept: [Int] = []
    for row in rows.sorted(by: { (sequence($0), $0) < (sequence($1), $1) }) {
      guard let last = kept.last, sequence(last) == sequence(row) else {
        kept.append(row)
        continue
      }
      let isSame = buffer.isSame(last, row)
      log.add(
        (isSame ? Rule.duplicatedRow : .duplicateKey).finding(
          file: place, line: Int(buffer.lines[row]), field: "stop_sequence",
          value: "\(sequence(row))",
          isSame ? nil : "an earlier row has the same trip_id, stop_sequence",
          mended: isSame && repairs))
    }
    return kept
  }

  /// One piece of several of the same trip.
  private mutating func joined(
    _ pieces: ArraySlice<Piece>, _ log: inout FindingLog
  ) throws -> Piece {
    var calls = CallBuffer(layout)
    let columns = layout.patternColumns.map { CallStorage.patternColumns[$0] }
    let pattern = try PreparedStatement(
      database,
      sql: """
        SELECT \(columns.joined(separator: ", ")) FROM store_stop_patterns
        WHERE pattern_key = ? ORDER BY position
        """)
    let timing = try PreparedStatement(
      database, sql: "SELECT times FROM store_timings WHERE timing_key = ?")
    var trip = 0
    for piece in pieces {
      trip = piece.trip
      timing.bind(piece.timing, at: 1)
      _ = try timing.step()
      let times = timing.withText(0) { text in
        (0..<TimingText.callCount(text)).map { TimingText.call($0, text) }
      }
      timing.reset()
      pattern.bind(piece.pattern, at: 1)
      var position = 0
      while try pattern.step() {
        let call = layout.kinds.indices.map { stored(pattern, $0) }
        let time = times[position]
        calls.append(
          trip: trip, call,
          (
            Int32(clamping: time.arrival.map { $0 + piece.start } ?? -1),
            Int32(clamping: time.departure.map { $0 + piece.start } ?? -1)
          ),
          line: piece.lines[position])
        position += 1
      }
    }
    return try piece(calls, trip, Array(0..<calls.count), &log)
  }

  private mutating func stored(_ statement: PreparedStatement, _ column: Int) -> Int64 {
    switch layout.kinds[column] {
    case .text, .form:
      return statement.integer(column) == nil
        ? CellValue.null : statement.withText(column) { store.number(of: $0) }
    case .decimal: return statement.real(column).map(CellValue.real) ?? CellValue.null
    default: return statement.integer(column).map { Int64($0) } ?? CellValue.null
    }
  }
}
