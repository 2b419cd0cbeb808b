import Findings
import TabularText
import TestSupport
import Testing

/// Records by the plainest reading of RFC 4180: the whole text at hand, one byte after the other.
private struct NaiveParser {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// `nil` where a quote is never closed.
  mutating func records() -> [ScannedRecord]? {
    var records: [ScannedRecord] = []
    while position < bytes.count {
      let start = (position, line)
      var record = ScannedRecord(line: line, fields: [])
      while true {
        guard let field = field(&record) else { return nil }
        record.fields.append(field)
        guard peek == UInt8(ascii: ",") else { break }
        position += 1
      }
      let isEmptyLine = position == start.0
      takeLineEnd()
      if !isEmptyLine { records.append(record) }
    }
    return records
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func field(_ record: inout ScannedRecord) -> String? {
    let start = position
    guard peek == UInt8(ascii: "\"") else {
      takePlain()
      return text(start..<position)
    }
    position += 1
    var content: [UInt8] = []
    while true {
      guard let byte = peek else { return nil }
      if byte == UInt8(ascii: "\"") {
        position += 1
        guard peek == byte else { break }
      }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        let before = position
        takeLineEnd()
        content += bytes[before..<position]
        continue
      }
      content.append(byte)
      position += 1
    }
    let close = position
    takePlain()
    guard position > close else { return String(decoding: content, as: UTF8.self) }
    record.hasStrayQuote = true
    return text(start..<position)
  }

  private mutating func takePlain() {
    while let byte = peek, !",\n\r".utf8.contains(byte) { position += 1 }
  }

  private mutating func takeLineEnd() {
    guard let byte = peek else { return }
    position += 1
    if byte == UInt8(ascii: "\r"), peek == UInt8(ascii: "\n") { position += 1 }
    line += 1
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

@Suite struct RecordScannerPropertyTests {
  /// Full of what makes scanners stumble.
  private static let pieces = [
    "a", "bc", ",", ",", "\"", "\"", "\"\"", "\n", "\r", "\r\n", " ", "é",
  ]

  private func randomText(_ random: inout SeededGenerator) -> [UInt8] {
    var text: [UInt8] = random.next() % 8 == 0 ? [0xEF, 0xBB, 0xBF] : []
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      text += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
    }
    return text
  }

  @Test func anyTextInAnyChunksGivesTheRecordsOfANaiveParser() throws {
    var random = SeededGenerator(seed: 4180)
    var unclosed = 0
    for _ in 0..<3000 {
      let text = randomText(&random)
      var parser = NaiveParser(text)
      let expected = parser.records()
      for chunk in [1, 2, 7, Int.max] {
        if let expected {
          let records = try scan(text, chunk: chunk)
          if records != expected {
            Issue.record(
              "\(String(decoding: text, as: UTF8.self).debugDescription), chunks of \(chunk)")
          }
          try #require(records == expected)
        } else {
          unclosed += 1
          try #require(
            findings { _ = try scan(text, chunk: chunk) }.map(\.code) == ["unclosed_quote"])
        }
      }
    }
    // Both outcomes were met, or the property says nothing.
    #expect((1000...11_000).contains(unclosed))
  }

  @Test func whatTheWriterWritesTheScannerReads() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let rows = (0..<3).map { _ in
        // A first letter, so that nothing is disarmed and no line is empty.
        (0..<2).map { _ in "x" + String(decoding: randomText(&random), as: UTF8.self) }
      }
      var writer = CSVWriter(header: rows[0])
      for row in rows.dropFirst() { writer.append(row.map { .text($0) }) }
      let read = try scan(writer.text, chunk: 7)
      try #require(read.map(\.fields) == rows)
      #expect(read.allSatisfy { !$0.hasStrayQuote })
    }
  }
}
