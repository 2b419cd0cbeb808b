import GTFSSchedule
import TransitRouting

/// Why a cell cannot be read as its field asks.
enum CellFault: Error {
  case broken(Rule, String)
  /// `YYYY-MM-DD`, with the day that it means.
  case isoDate(Int)
}

/// Reads the cells of GTFS files from their bytes.
enum CellParsing {
  /// What the bytes of a text are.
  enum Encoding { case plain, withLineBreak, withZeroByte, notUTF8 }

  /// Whether a text is nothing but printable ASCII.
  @inline(__always)
  static func isPlain(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] &- 0x20 >= 0x5F { return false }
    return true
  }

  /// Whether a text that is not empty begins or ends with a space.
  @inline(__always)
  static func hasOuterSpace(_ text: Span<UInt8>) -> Bool {
    isSpace(text[0]) || isSpace(text[text.count - 1])
  }

  static func encoding(_ text: Span<UInt8>) -> Encoding {
    if isPlain(text) { return .plain }
    var hasBreak = false
    for index in text.indices {
      if text[index] == 0 { return .withZeroByte }
      if text[index] == 0x0A || text[index] == 0x0D { hasBreak = true }
    }
    let isValid = text.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
    return isValid ? (hasBreak ? .withLineBreak : .plain) : .notUTF8
  }

  /// A number, time or date of a kind of field, as `CellValue` holds it.
  static func number(_ kind: FieldKind, _ text: Span<UInt8>) throws(CellFault) -> Int64 {
    switch kind {
    case .integer(let range): return Int64(try integer(text, in: [range], .numberOutOfRange))
    case .oneOf(let ranges): return Int64(try integer(text, in: ranges, .unexpectedValue))
    case .decimal(let range): return try decimal(text, in: range)
    case .latitude: return try decimal(text, in: -90...90)
    case .longitude: return try decimal(text, in: -180...180)
    case .time, .localTime:
      guard let value = time(text), kind != .localTime || value <= 86_400 else {
        throw .broken(.invalidTime, "not a time as HH:MM:SS")
      }
      return Int64(value)
    default:
      if let value = date(text) { return Int64(value) }
      guard let value = isoDate(text) else {
        throw .broken(.invalidDate, "not a day as YYYYMMDD")
      }
      throw .isoDate(value)
    }
  }

  private static func integer(
    _ text: Span<UInt8>, in ranges: [ClosedRange<Int>], _ rule: Rule
  ) throws(CellFault) -> Int {
    guard let value = integer(text) else {
      throw .broken(.invalidInteger, "not a whole number")
    }
    guard ranges.contains(where: { $0.contains(value) }) else {
      throw .broken(rule, "not one of \(ranges.map(description).joined(separator: ", "))")
    }
    return value
  }

  private static func description(_ range: ClosedRange<Int>) -> String {
    if range.lowerBound == range.upperBound { return "\(range.lowerBound)" }
    if range.upperBound == .max { return "\(range.lowerBound) or more" }
    return range.lowerBound == .min
      ? "\(range.upperBound) or less" : "\(range.lowerBound) to \(range.upperBound)"
  }

  private static func decimal(
    _ text: Span<UInt8>, in range: ClosedRange<Double>
  ) throws(CellFault) -> Int64 {
    guard let value = decimal(text) else { throw .broken(.invalidNumber, "not a number") }
    guard range.contains(value) else {
      throw .broken(
        .numberOutOfRange,
        range.upperBound < 1000
          ? "not from \(range.lowerBound) to \(range.upperBound)" : "less than \(range.lowerBound)")
    }
    return CellValue.real(value)
  }

  /// The range without spaces and tabs at either end.
  static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(text[start]) { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// A whole number, or `nil`.
  static func integer(_ text: Span<UInt8>) -> Int? {
    guard !text.isEmpty, text[0] == UInt8(ascii: "-") else { return digits(text) }
    return digits(text.extracting(1..<text.count)).map { -$0 }
  }

  /// A whole number without a sign, or `nil`.
  private static func digits(_ text: Span<UInt8>) -> Int? {
    guard !text.isEmpty, text.count <= 18 else { return nil }
    var value = 0
    for index in text.indices {
      guard let digit = digit(text[index]) else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// `H:MM:SS` or `HH:MM:SS`, hours up to 999, in seconds.
  static func time(_ text: Span<UInt8>) -> Int? {
    guard text.count >= 7, text.count <= 9 else { return nil }
    if text.count == 8 { return commonTime(text) }
    let hourDigits = text.count - 6
    guard text[hourDigits] == UInt8(ascii: ":"), text[hourDigits + 3] == UInt8(ascii: ":"),
      let hours = digits(text.extracting(0..<hourDigits)),
      let minutes = digits(text.extracting((hourDigits + 1)..<(hourDigits + 3))),
      let seconds = digits(text.extracting((hourDigits + 4)..<text.count)),
      minutes < 60, seconds < 60
    else { return nil }
    return hours * 3600 + minutes * 60 + seconds
  }

  /// `HH:MM:SS`, as almost every time is written.
  @inline(__always)
  private static func commonTime(_ text: Span<UInt8>) -> Int? {
    guard text[2] == 0x3A, text[5] == 0x3A else { return nil }
    // Below "0" wraps round to a large number.
    let (h1, h2) = (text[0] &- 0x30, text[1] &- 0x30)
    let (m1, m2) = (text[3] &- 0x30, text[4] &- 0x30)
    let (s1, s2) = (text[6] &- 0x30, text[7] &- 0x30)
    guard h1 < 10, h2 < 10, m1 < 6, m2 < 10, s1 < 6, s2 < 10 else { return nil }
    let hours = Int(h1) * 10 + Int(h2)
    let minutes = Int(m1) * 10 + Int(m2)
    return hours * 3600 + minutes * 60 + Int(s1) * 10 + Int(s2)
  }

  /// `YYYYMMDD` as that number, the day checked against the month.
  static func date(_ text: Span<UInt8>) -> Int? {
    guard text.count == 8, let number = digits(text) else { return nil }
    return ServiceDate(yyyymmdd: number) == nil ? nil : number
  }

  /// `YYYY-MM-DD`, which GTFS does not allow, as the number of `date`.
  static func isoDate(_ text: Span<UInt8>) -> Int? {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let year = digits(text.extracting(0..<4)), let month = digits(text.extracting(5..<7)),
      let day = digits(text.extracting(8..<10))
    else { return nil }
    let number = year * 10_000 + month * 100 + day
    return ServiceDate(yyyymmdd: number) == nil ? nil : number
  }

  /// A finite decimal number, or `nil`.
  static func decimal(_ text: Span<UInt8>) -> Double? {
    guard !text.isEmpty, text.count <= 64 else { return nil }
    if let simple = simpleDecimal(text) { return simple }
    // `Double` would take hexadecimal digits, "inf" and "nan" too.
    for index in text.indices {
      guard digit(text[index]) != nil || "+-.eE".utf8.contains(text[index]) else { return nil }
    }
    let string = string(text)
    guard let value = Double(string), value.isFinite else { return nil }
    return value
  }

  /// Digits with at most one point, at most 15 in all: exact in one division.
  private static func simpleDecimal(_ text: Span<UInt8>) -> Double? {
    guard text.count <= 16 else { return nil }
    var mantissa = 0
    var digits = 0
    var decimals: Int?
    let isNegative = text[0] == UInt8(ascii: "-")
    for index in (isNegative ? 1 : 0)..<text.count {
      if text[index] == UInt8(ascii: ".") {
        guard decimals == nil else { return nil }
        decimals = 0
      } else {
        guard let digit = digit(text[index]) else { return nil }
        mantissa = mantissa * 10 + digit
        digits += 1
        decimals = decimals.map { $0 + 1 }
      }
    }
    guard digits > 0, digits <= 15 else { return nil }
    let value = Double(mantissa) / powersOfTen[decimals ?? 0]
    return isNegative ? -value : value
  }

  private static let powersOfTen: [Double] = (0...15).map { power in
    (0..<power).reduce(1) { value, _ in value * 10 }
  }

  static func string(_ text: Span<UInt8>) -> String {
    text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  private static func digit(_ byte: UInt8) -> Int? {
    byte >= 0x30 && byte <= 0x39 ? Int(byte) - 0x30 : nil
  }
}
