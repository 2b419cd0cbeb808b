import Findings
import TabularText

/// A record as the scanner gave it.
struct ScannedRecord: Equatable, CustomStringConvertible {
  var line: Int
  var fields: [String]
  var hasStrayQuote = false

  var description: String { "\(line): \(fields)\(hasStrayQuote ? " stray" : "")" }
}

/// All records of some bytes, read in chunks of at most `chunk` bytes.
func scan(
  _ bytes: [UInt8], chunk: Int = .max, limits: RecordScanner.Limits = .init()
) throws(Failure) -> [ScannedRecord] {
  var offset = 0
  var scanner = try RecordScanner(file: "x.txt", limits: limits) { buffer in
    let count = min(chunk, buffer.count, bytes.count - offset)
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<(offset + count)]))
    }
    offset += count
    return count
  }
  var records: [ScannedRecord] = []
  while try scanner.next() {
    records.append(
      ScannedRecord(
        line: scanner.line,
        fields: scanner.fields.map { String(decoding: scanner.bytes[$0], as: UTF8.self) },
        hasStrayQuote: scanner.hasStrayQuote))
  }
  return records
}

func scan(_ text: String, chunk: Int = .max) throws(Failure) -> [ScannedRecord] {
  try scan(Array(text.utf8), chunk: chunk)
}

/// The findings that a body fails with; empty where it does not fail so.
func findings(_ body: () throws -> Void) -> [Finding] {
  do {
    try body()
  } catch Failure.unusableData(let findings) {
    return findings
  } catch {}
  return []
}
