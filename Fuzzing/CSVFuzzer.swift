import Findings
import TabularText

/// All that a scanner gave for some bytes, in few arrays, for comparing takes most of the time.
struct Reading: Equatable {
  struct Record: Equatable {
    var line: Int
    /// The count of fields with those of the records before it.
    var fieldEnd: Int
    var hasStrayQuote: Bool
  }
  struct Fault: Equatable {
    var code: String
    var line: Int?
  }

  var records: [Record] = []
  /// Where each field ends in `text`.
  var fields: [Int] = []
  var text: [UInt8] = []
  var error: Fault?

  init() {}

  /// Reads the bytes handed out in chunks.
  init(_ data: UnsafeRawBufferPointer, chunk: Int, _ limits: RecordScanner.Limits) {
    var offset = 0
    do {
      var scanner = try RecordScanner(file: "x", limits: limits) { buffer in
        let count = min(chunk, buffer.count, data.count - offset)
        buffer.copyMemory(from: .init(rebasing: data[offset..<(offset + count)]))
        offset += count
        return count
      }
      while try scanner.next() {
        for field in scanner.fields {
          require(
            field.lowerBound >= 0 && field.upperBound <= scanner.bytes.count,
            "a field out of bounds")
          text += scanner.bytes[field]
          fields.append(text.count)
        }
        require(scanner.bytes.count <= limits.recordBytes, "a buffer larger than its limit")
        require((1...limits.fields).contains(scanner.fields.count), "a record of too many fields")
        records.append(
          Record(
            line: scanner.line, fieldEnd: fields.count, hasStrayQuote: scanner.hasStrayQuote))
      }
    } catch .unusableData(let findings) {
      require(findings.count == 1, "one finding, not \(findings.count)")
      error = Fault(code: findings[0].code, line: findings[0].line)
      if chunk == .max { keep(findings[0].description.utf8.count) }
    } catch {
      require(false, "another error: \(error)")
    }
  }
}

private func limits(_ bytes: Int, _ fields: Int) -> RecordScanner.Limits {
  var limits = RecordScanner.Limits()
  limits.recordBytes = bytes
  limits.fields = fields
  return limits
}

/// Above any input, without the buffer of 256 KiB that a large file gets.
private let highLimits = limits(10 << 10, 10 << 10)
/// Limits that inputs of a few bytes reach, and such that a fuzzer reaches now and then.
private let lowLimits = [limits(4, 1), limits(24, 3), limits(4096, 64)]

/// Chunks for a text of some length: a scanner looks again at a record for each, so that single
/// bytes are for short texts.
private func chunks(_ count: Int) -> [Int] { [1, 7, 61, 509].filter { $0 >= count / 100 } }

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRecords(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let data = UnsafeRawBufferPointer(start: start, count: size)
  let expected = NaiveRecords(Array(data)).reading
  for chunk in chunks(size) + [.max] {
    let reading = Reading(data, chunk: chunk, highLimits)
    require(reading == expected, "chunks of \(chunk) are read as \(reading), not \(expected)")
    keep(reading.records.count)
  }
  for limits in lowLimits {
    let whole = Reading(data, chunk: .max, limits)
    checkLimited(whole, expected)
    for chunk in chunks(size) {
      let reading = Reading(data, chunk: chunk, limits)
      require(reading == whole, "low limits, chunks of \(chunk): \(reading), not \(whole)")
    }
  }
  // What takes a buffer of real size, now and then.
  let sum = data.reduce(0) { $0 &+ Int($1) }
  if sum.isMultiple(of: 8) { checkTable(data) }
  if sum.isMultiple(of: 256), size > 0 { checkLarge(data) }
  return 0
}

/// The text again and again, larger than the scanner's chunk of 256 KiB.
private func checkLarge(_ data: UnsafeRawBufferPointer) {
  let bytes = Array(repeatElement(data, count: 600_000 / data.count).joined())
  bytes.withUnsafeBytes { large in
    let whole = Reading(large, chunk: .max, RecordScanner.Limits())
    checkLimited(whole, NaiveRecords(bytes).reading)
    let parts = Reading(large, chunk: 65_537, RecordScanner.Limits())
    require(parts == whole, "chunks of a large text are read otherwise")
  }
}

private func checkTable(_ data: UnsafeRawBufferPointer) {
  guard let table = try? Table(file: "x", text: String(decoding: data, as: UTF8.self)) else {
    return
  }
  require(
    table.rows.allSatisfy { $0.cells.count == table.header.count }, "a row of another width")
  keep(table.rows.count)
}

/// With low limits a text is read as with high ones, or up to a record that is too much.
private func checkLimited(_ reading: Reading, _ full: Reading) {
  if reading == full { return }
  require(
    ["record_too_long", "too_many_columns"].contains(reading.error?.code),
    "low limits end in \(reading), not \(full)")
  require(
    full.records.starts(with: reading.records) && full.fields.starts(with: reading.fields)
      && full.text.starts(with: reading.text), "low limits change records: \(reading)")
}
