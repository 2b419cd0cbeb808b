/// Records by the plainest reading of RFC 4180, one byte after the other with the whole text at
/// hand: what `RecordScanner` is held against.
struct NaiveRecords {
  private(set) var reading = Reading()
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      reading.error = .init(code: "utf16_file", line: 1)
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < bytes.count {
      let (start, startLine) = (position, line)
      guard let record = record() else {
        reading.error = .init(code: "unclosed_quote", line: startLine)
        return
      }
      let isEmptyLine = position == start
      takeLineEnd()
      if !isEmptyLine { append(record, startLine) }
    }
  }

  private struct Record {
    var fields: [[UInt8]] = []
    var hasStrayQuote = false
  }

  private mutating func append(_ record: Record, _ startLine: Int) {
    for field in record.fields {
      reading.text += field
      reading.fields.append(reading.text.count)
    }
    reading.records.append(
      .init(
        line: startLine, fieldEnd: reading.fields.count, hasStrayQuote: record.hasStrayQuote))
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// `nil` where a quote is never closed.
  private mutating func record() -> Record? {
    var record = Record()
    while true {
      let start = position
      guard var content = next == UInt8(ascii: "\"") ? quoted() : [] else { return nil }
      let close = position
      while let byte = next, !",\r\n".utf8.contains(byte) { position += 1 }
      // Text after a closing quote: the field stays as it is in the file.
      if position > close {
        content = Array(bytes[start..<position])
        if close > start { record.hasStrayQuote = true }
      }
      record.fields.append(content)
      guard next == UInt8(ascii: ",") else { return record }
      position += 1
    }
  }

  /// The text between quotes, doubled ones halved; `nil` where it does not end.
  private mutating func quoted() -> [UInt8]? {
    var content: [UInt8] = []
    position += 1
    while let byte = next {
      let start = position
      if byte == UInt8(ascii: "\"") {
        position += 1
        guard next == byte else { return content }
        position += 1
        content.append(byte)
      } else if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") {
        takeLineEnd()
        content += bytes[start..<position]
      } else {
        position += 1
        content.append(byte)
      }
    }
    return nil
  }

  private mutating func takeLineEnd() {
    guard let byte = next else { return }
    position += 1
    if byte == UInt8(ascii: "\r"), next == UInt8(ascii: "\n") { position += 1 }
    line += 1
  }
}
