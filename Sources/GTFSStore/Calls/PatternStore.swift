import GRDB
import GTFSSchedule

/// Writes patterns and timings, each once (see `CallStorage`).
///
/// What is there already is known by a hash of 128 bits with a seed of its own in each process;
/// two different patterns of a feed meet in one with a chance below 10^-25.
struct PatternStore {
  private struct Fingerprint: Hashable {
    var first: UInt64
    var second: UInt64

    mutating func mix(_ value: UInt64) {
      first = (first ^ value) &* 0x9E37_79B9_7F4A_7C15
      first ^= first >> 29
      second = (second &+ value) &* 0xD6E8_FEB8_6659_FD93
      second ^= second >> 32
    }
  }

  private let layout: CallLayout
  private let patternInsert: PreparedStatement
  private let timingInsert: PreparedStatement
  private var patterns: [Fingerprint: Int] = [:]
  private var timings: [Fingerprint: Int] = [:]
  private var nextPattern: Int
  private var nextTiming: Int
  private let seed = Fingerprint(
    first: .random(in: .min ... .max), second: .random(in: .min ... .max))
  /// Texts of calls, such as `stop_headsign`, as numbers.
  private var texts = IdentifierTable(firstKey: 0)
  private var digits: [UInt8] = []

  init(_ layout: CallLayout, _ database: Database) throws {
    self.layout = layout
    func next(_ column: String, _ table: String) throws -> Int {
      (try Int.fetchOne(database, sql: "SELECT MAX(\(column)) FROM \(table)") ?? 0) + 1
    }
    nextPattern = try next("pattern_key", "store_stop_patterns")
    nextTiming = try next("timing_key", "store_timings")
    patternInsert = try PreparedStatement.insert(
      database, into: "store_stop_patterns",
      columns: ["pattern_key", "position"] + CallStorage.patternColumns)
    timingInsert = try PreparedStatement.insert(
      database, into: "store_timings", columns: ["timing_key", "times"])
  }

  /// The number that stands for a text in a packed row.
  mutating func number(of text: Span<UInt8>) -> Int64 {
    Int64(texts.define(text, line: 1))
  }

  /// The text of a number.
  func text(_ number: Int64) -> String { texts[Int(number)] }

  /// The key of the pattern that the rows make; writes it when it is new.
  mutating func pattern(_ buffer: CallBuffer, _ rows: [Int]) throws -> Int {
    var fingerprint = seed
    for row in rows {
      for column in 0..<layout.width {
        fingerprint.mix(UInt64(bitPattern: buffer.value(row, column)))
      }
    }
    if let key = patterns[fingerprint] { return key }
    let key = nextPattern
    nextPattern += 1
    patterns[fingerprint] = key
    patternInsert.bind(key, at: 1)
    for (position, row) in rows.enumerated() {
      patternInsert.bind(position, at: 2)
      for column in 0..<layout.width {
        bind(buffer.value(row, column), layout.kinds[column], at: layout.patternColumns[column] + 3)
      }
      _ = try patternInsert.run()
    }
    return key
  }

  private func bind(_ value: Int64, _ kind: Slot.Kind, at position: Int) {
    if value == CellValue.null {
      patternInsert.bindNull(at: position)
    } else {
      switch kind {
      case .text, .form: patternInsert.bind(text(value), at: position)
      case .decimal: patternInsert.bind(CellValue.real(of: value), at: position)
      default: patternInsert.bind(Int(value), at: position)
      }
    }
  }

  /// The key of the timing that the rows make, counted from their earliest time, and that time;
  /// writes it when it is new.
  mutating func timing(_ buffer: CallBuffer, _ rows: [Int]) throws -> (key: Int, start: Int) {
    var start = Int32.max
    for row in rows {
      for time in buffer.times[2 * row...2 * row + 1] where time >= 0 { start = min(start, time) }
    }
    if start == .max { start = 0 }
    var fingerprint = seed
    for row in rows {
      let (arrival, departure) = (buffer.times[2 * row], buffer.times[2 * row + 1])
      fingerprint.mix(
        UInt64(UInt32(bitPattern: arrival < 0 ? -1 : arrival - start)) << 32
          | UInt64(UInt32(bitPattern: departure < 0 ? -1 : departure - start)))
    }
    if let key = timings[fingerprint] { return (key, Int(start)) }
    let key = nextTiming
    nextTiming += 1
    timings[fingerprint] = key
    digits.removeAll(keepingCapacity: true)
    for row in rows {
      for time in buffer.times[2 * row...2 * row + 1] {
        TimingText.append(time < 0 ? nil : Int(time - start), to: &digits)
      }
    }
    timingInsert.bind(key, at: 1)
    timingInsert.bind(digits.span, at: 2)
    _ = try timingInsert.run()
    return (key, Int(start))
  }
}
