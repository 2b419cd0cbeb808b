import TransitRouting

/// Reads the cells of GTFS files from their bytes.
enum CellParsing {
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
    let hourDigits = text.count - 6
    guard text[hourDigits] == UInt8(ascii: ":"), text[hourDigits + 3] == UInt8(ascii: ":"),
      let hours = digits(text.extracting(0..<hourDigits)),
      let minutes = digits(text.extracting((hourDigits + 1)..<(hourDigits + 3))),
      let seconds = digits(text.extracting((hourDigits + 4)..<text.count)),
      minutes < 60, seconds < 60
    else { return nil }
    return hours * 3600 + minutes * 60 + seconds
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
