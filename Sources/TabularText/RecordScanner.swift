public import Findings

/// Scans comma-separated records (RFC 4180, as GTFS uses it) from a stream in bounded memory.
///
/// One record at a time is held: its fields are ranges of `bytes`, already without quotes, so a
/// file of any size costs one chunk and its longest record. LF, CRLF and CR end a record; empty
/// lines are passed over; a UTF-8 byte order mark at the start is passed over.
public struct RecordScanner: ~Copyable {
  /// Fills the buffer, in part or whole, and returns the number of bytes; 0 only at the end.
  public typealias Reader = (UnsafeMutableRawBufferPointer) throws(Failure) -> Int

  /// What one record may be at most; a hostile file is refused, not held.
  public struct Limits: Sendable {
    /// With the end of its line; at least 4.
    public var recordBytes = 1 << 20
    public var fields = 4096
    public init() {}
  }

  public let file: String
  /// The buffer that `fields` points into; valid until the next call of `next()`.
  public private(set) var bytes: [UInt8]
  /// The fields of the current record as ranges of `bytes`, quotes removed.
  public var fields: [Range<Int>] { shape.fields }
  /// The line on which the current record starts, from 1.
  public private(set) var line = 0
  /// Whether a field of the current record has text after its closing quote.
  public var hasStrayQuote: Bool { shape.hasStrayQuote }

  /// Whether the file begins with a UTF-8 byte order mark.
  public private(set) var hasByteOrderMark = false
  /// How the records read so far end.
  public private(set) var lineEnds: LineEnds = []

  /// The ways in which lines end.
  public struct LineEnds: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let lineFeed = LineEnds(rawValue: 1)
    public static let carriageReturn = LineEnds(rawValue: 2)
    public static let both = LineEnds(rawValue: 4)
  }

  private let limits: Limits
  private let read: Reader
  private var position = 0
  private var end = 0
  private var isAtEnd = false
  private var nextLine = 1
  private var shape = RecordShape()

  private static let chunkBytes = 256 << 10

  public init(file: String, limits: Limits = Limits(), read: @escaping Reader) throws(Failure) {
    self.file = file
    self.limits = limits
    self.read = read
    bytes = [UInt8](repeating: 0, count: min(RecordScanner.chunkBytes, max(4, limits.recordBytes)))
    // A reader may hand out single bytes; the mark at the start takes three.
    while end < 3, !isAtEnd { try fill(keepingFrom: 0) }
    if end >= 2, (bytes[0], bytes[1]) == (0xFE, 0xFF) || (bytes[0], bytes[1]) == (0xFF, 0xFE) {
      throw .unusable(
        "utf16_file", file: file, line: 1, "the file is UTF-16, not UTF-8",
        remedy: "save it as UTF-8")
    }
    if end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      position = 3
      hasByteOrderMark = true
    }
  }

  /// Moves to the next record; `false` at the end of the file.
  public mutating func next() throws(Failure) -> Bool {
    while true {
      switch findRecord() {
      case .record(let after, let lines):
        line = nextLine
        nextLine += lines
        noteLineEnd(before: after)
        position = after
        // An empty line is one empty unquoted field.
        if shape.isEmptyLine { continue }
        removeDoubledQuotes()
        return true
      case .atEnd: return false
      case .needsMore:
        if isAtEnd {
          throw .unusable(
            "unclosed_quote", file: file, line: nextLine,
            "a quoted field that begins in this record is never closed",
            remedy: "close the quote, or double quotes inside the field")
        }
        let start = position
        position = 0
        try fill(keepingFrom: start)
      case .tooManyFields:
        throw .unusable(
          "too_many_columns", file: file, line: nextLine,
          "a record has more than \(limits.fields) fields",
          remedy: "look for a line break that is missing")
      }
    }
  }

  private mutating func noteLineEnd(before after: Int) {
    // The last record may end with the file.
    guard after > 0, after <= end else { return }
    switch bytes[after - 1] {
    case .lineFeed:
      lineEnds.insert(after > 1 && bytes[after - 2] == .carriageReturn ? .both : .lineFeed)
    case .carriageReturn: lineEnds.insert(.carriageReturn)
    default: break
    }
  }

  private mutating func fill(keepingFrom start: Int) throws(Failure) {
    let kept = end - start
    if start > 0 {
      bytes.withUnsafeMutableBufferPointer { buffer in
        for offset in 0..<kept { buffer[offset] = buffer[start + offset] }
      }
    }
    end = kept
    if end == bytes.count {
      guard bytes.count < limits.recordBytes else {
        throw .unusable(
          "record_too_long", file: file, line: nextLine,
          "a record is longer than \(limits.recordBytes) bytes",
          remedy: "look for a quote that is never closed")
      }
      let more = min(bytes.count, limits.recordBytes - bytes.count)
      bytes.append(contentsOf: repeatElement(0, count: more))
    }
    let free = end
    let count = try readInto(free)
    end += count
    isAtEnd = count == 0
  }

  private mutating func readInto(_ start: Int) throws(Failure) -> Int {
    let read = self.read
    var result: Result<Int, Failure> = .success(0)
    bytes.withUnsafeMutableBytes { buffer in
      do throws(Failure) {
        result = .success(try read(UnsafeMutableRawBufferPointer(rebasing: buffer[start...])))
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  private mutating func findRecord() -> RecordShape.Outcome {
    // Moved out and back: the shape is written while the buffer is read.
    var shape = RecordShape()
    swap(&shape, &self.shape)
    defer { swap(&shape, &self.shape) }
    return shape.find(
      in: bytes.span, from: position, to: end, isAtEnd: isAtEnd, fieldLimit: limits.fields)
  }

  private mutating func removeDoubledQuotes() {
    for field in shape.doubled {
      let range = shape.fields[field]
      var write = range.lowerBound
      var read = range.lowerBound
      while read < range.upperBound {
        bytes[write] = bytes[read]
        read += bytes[read] == .quote && read + 1 < range.upperBound ? 2 : 1
        write += 1
      }
      shape.fields[field] = range.lowerBound..<write
    }
  }
}
