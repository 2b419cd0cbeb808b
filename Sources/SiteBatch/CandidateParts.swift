public import Findings
import TabularText

/// A file of candidates cut into parts, each with the header: what several machines compute.
public struct CandidateParts: Sendable {
  /// Name and text of each part, in order.
  public let files: [(name: String, text: [UInt8])]

  public static let partLimit = 100_000

  /// Rows stay as they are written, in their order; parts differ by one row at most.
  ///
  /// - Parameter count: of parts; not more than there are rows are made.
  public init(_ path: String, count: Int) throws(Failure) {
    let bytes = try InputFile.bytes(path)
    let starts = try Self.lineStarts(path, bytes)
    guard starts.count > 1 else {
      throw .unusable("no_site", file: path, "the file has no rows")
    }
    let header = bytes[..<starts[1]]
    let rows = starts.count - 1
    let parts = min(count, rows)
    let digits = String(parts).count
    files = (0..<parts).map { part in
      let (first, last) = (part * rows / parts, (part + 1) * rows / parts)
      let begin = starts[1 + first]
      let end = last == rows ? bytes.count : starts[1 + last]
      var text = Array(header + bytes[begin..<end])
      if text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
      let number = String(part + 1)
      let zeros = String(repeating: "0", count: digits - number.count)
      return (name: "part-\(zeros)\(number).csv", text: text)
    }
  }

  /// Where each record begins.
  private static func lineStarts(_ path: String, _ bytes: [UInt8]) throws(Failure) -> [Int] {
    var offset = 0
    var scanner = try RecordScanner(file: path) { buffer in
      let count = min(buffer.count, bytes.count - offset)
      bytes.withUnsafeBytes {
        buffer.copyMemory(from: .init(rebasing: $0[offset..<(offset + count)]))
      }
      offset += count
      return count
    }
    var lines: [Int] = []
    while try scanner.next() { lines.append(scanner.line) }
    // The scanner tells lines; a carriage return without a line feed ends one too.
    var starts: [Int] = []
    var (line, next, position) = (1, 0, 0)
    while next < lines.count {
      if line == lines[next] {
        starts.append(position)
        next += 1
        if next == lines.count { break }
      }
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n"),
        bytes[position] != UInt8(ascii: "\r")
      { position += 1 }
      if position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\r"),
        bytes[position + 1] == UInt8(ascii: "\n")
      { position += 1 }
      position += 1
      line += 1
    }
    return starts
  }
}
