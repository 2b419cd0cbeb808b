/// Where the fields of one record lie in a buffer.
struct RecordShape {
  var fields: [Range<Int>] = []
  /// The fields that contain doubled quotes, still to be halved.
  var doubled: [Int] = []
  var hasStrayQuote = false
  private var hasQuotes = false

  enum Outcome {
    case record(after: Int, lines: Int)
    case needsMore
    case tooManyFields
    case atEnd
  }

  /// Whether the record is a line without a character.
  var isEmptyLine: Bool { fields.count == 1 && fields[0].isEmpty && !hasQuotes }

  /// Finds the record that begins at `start` without changing any byte, so that it can be scanned
  /// again when the buffer ends inside it.
  mutating func find(
    in text: Span<UInt8>, from start: Int, to end: Int, isAtEnd: Bool, fieldLimit: Int
  ) -> Outcome {
    fields.removeAll(keepingCapacity: true)
    doubled.removeAll(keepingCapacity: true)
    hasStrayQuote = false
    hasQuotes = false
    guard start < end else { return isAtEnd ? .atEnd : .needsMore }
    var index = start
    var lines = 1
    while true {
      guard let field = findField(in: text, &index, to: end, isAtEnd: isAtEnd, &lines) else {
        return .needsMore
      }
      guard fields.count < fieldLimit else { return .tooManyFields }
      fields.append(field)
      guard index < end else { return .record(after: index, lines: lines) }
      if text[index] == .comma {
        index += 1
        continue
      }
      if text[index] == .carriageReturn {
        guard index + 1 < end || isAtEnd else { return .needsMore }
        if index + 1 < end, text[index + 1] == .lineFeed { index += 1 }
      }
      return .record(after: index + 1, lines: lines)
    }
  }

  /// The field at `index`, which moves to the byte after it; `nil` where the buffer ends first.
  @inline(__always)
  private mutating func findField(
    in text: Span<UInt8>, _ index: inout Int, to end: Int, isAtEnd: Bool, _ lines: inout Int
  ) -> Range<Int>? {
    let start = index
    var field = start..<start
    if index < end, text[index] == .quote {
      guard let inner = findQuoted(in: text, &index, to: end, isAtEnd: isAtEnd, &lines) else {
        return nil
      }
      field = inner
      let close = index
      while index < end, !text[index].endsField { index += 1 }
      if index > close {
        hasStrayQuote = true
        field = start..<index
        // Kept as it stands in the file, its quotes too.
        if doubled.last == fields.count { doubled.removeLast() }
      }
    } else {
      while index < end, !text[index].endsField { index += 1 }
      field = start..<index
    }
    return index < end || isAtEnd ? field : nil
  }

  private mutating func findQuoted(
    in text: Span<UInt8>, _ index: inout Int, to end: Int, isAtEnd: Bool, _ lines: inout Int
  ) -> Range<Int>? {
    index += 1
    hasQuotes = true
    let start = index
    var hasDoubled = false
    while true {
      guard index < end else { return nil }
      if text[index] == .quote {
        guard index + 1 < end || isAtEnd else { return nil }
        guard index + 1 < end, text[index + 1] == .quote else { break }
        hasDoubled = true
        index += 1
      } else if text[index] == .lineFeed {
        lines += 1
      } else if text[index] == .carriageReturn, index + 1 < end, text[index + 1] != .lineFeed {
        lines += 1
      }
      index += 1
    }
    let field = start..<index
    index += 1
    if hasDoubled { doubled.append(fields.count) }
    return field
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  fileprivate var endsField: Bool {
    self == .comma || self == .lineFeed || self == .carriageReturn
  }
}
