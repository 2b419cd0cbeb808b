import Foundation

/// Builds comma-separated text (RFC 4180, LF) that spreadsheets open without running anything.
public struct CSVWriter: Sendable {
  private var bytes: [UInt8] = []

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public init(header: [String]) {
    append(header.map { .text($0) })
  }

  /// One cell; `nil` is written as nothing.
  public enum Cell: Sendable {
    case text(String?)
    case integer(Int?)
    /// A number with a fixed count of decimals.
    case decimal(Double?, Int)
  }

  public mutating func append(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(.comma) }
      CSVWriter.append(cell, to: &bytes)
    }
    bytes.append(.lineFeed)
  }

  /// The bytes of one cell, for tables that are too long for memory.
  public static func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .text(let value):
      if let value { bytes.append(contentsOf: escaped(value).utf8) }
    case .integer(let value):
      if let value { bytes.append(contentsOf: String(value).utf8) }
    case .decimal(let value, let decimals):
      if let value { bytes.append(contentsOf: fixed(value, decimals).utf8) }
    }
  }

  /// Quotes where the text needs it, and disarms what a spreadsheet would run as a formula
  /// (OWASP, CSV injection) with a leading apostrophe. A number is left as it is.
  public static func escaped(_ value: String) -> String {
    var cell = disarmedWithin(value)
    if let first = value.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first),
      Double(value) == nil
    {
      cell = "'" + cell
    }
    let needsQuotes = cell.utf8.contains {
      $0 == .comma || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn
    }
    guard needsQuotes else { return cell }
    // By scalar: a quote with a combining accent is another Character and still a quote.
    var quoted = String.UnicodeScalarView()
    quoted.append("\"")
    for scalar in cell.unicodeScalars {
      quoted.append(scalar)
      if scalar == "\"" { quoted.append(scalar) }
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// A spreadsheet of a country with a decimal comma parts cells at semicolons, or at tabs, and begins
  /// a row at each line break, whatever is quoted: what follows them can be a formula too.
  private static func disarmedWithin(_ value: String) -> String {
    let separators = ";\t\r\n".unicodeScalars
    guard value.unicodeScalars.contains(where: separators.contains) else { return value }
    let pieces = value.unicodeScalars.split(omittingEmptySubsequences: false) {
      separators.contains($0)
    }
    var disarmed = String.UnicodeScalarView()
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        disarmed.append(value.unicodeScalars[value.unicodeScalars.index(before: piece.startIndex)])
        if let first = piece.first, "=+-@".unicodeScalars.contains(first),
          Double(String(piece)) == nil
        {
          disarmed.append("'")
        }
      }
      disarmed.append(contentsOf: piece)
    }
    return String(disarmed)
  }

  /// A number with exactly `decimals` decimals and a point, whatever the locale.
  public static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return "" }
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let scaled = (value.magnitude * factor).rounded()
    // Beyond, an integer of the digits is no longer exact.
    guard scaled < 9e15 else { return String(format: "%.\(decimals)f", value) }
    let digits = String(Int(scaled))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
