/// How much a finding weighs: an `error` makes its input unusable.
public enum Severity: String, Codable, Sendable, Comparable, CaseIterable {
  case info, warning, error

  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Something found in the data of a user: what, where, and how to mend it.
///
/// Findings are collected, so that one run names every mistake; they are not thrown one by one.
public struct Finding: Codable, Sendable, Equatable {
  /// A stable name in snake case, such as `foreign_key_violation`.
  public var code: String
  public var severity: Severity
  public var file: String
  /// The line, counted from 1, the header included.
  public var line: Int?
  public var field: String?
  public var value: String?
  public var message: String
  public var remedy: String?
  /// How many places the same finding was made in; the place given is the first.
  public var count: Int
  /// The places after the first, at most `furtherLimit` of them.
  public var further: [Place] = []

  /// Where the same finding was made once more.
  public struct Place: Codable, Sendable, Equatable {
    public var line: Int?
    public var value: String?
  }

  public static let furtherLimit = 99

  public init(
    _ code: String, _ severity: Severity = .error, file: String, line: Int? = nil,
    field: String? = nil, value: String? = nil, message: String, remedy: String? = nil,
    count: Int = 1
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.line = line
    self.field = field
    // A hostile cell must not flood a terminal or a report.
    self.value = value.map { $0.count > 80 ? String($0.prefix(80)) + "…" : $0 }
    self.message = message
    self.remedy = remedy
    self.count = count
  }

  /// Counts another finding of the same kind in: the place with the lowest line comes first, the
  /// others follow in the order of their lines.
  public mutating func add(_ other: Finding) {
    var other = other
    if let line = other.line, line < self.line ?? .max {
      // The other one becomes the place, and what was the place one of the further ones.
      swap(&self.line, &other.line)
      swap(&value, &other.value)
      swap(&message, &other.message)
    }
    count += other.count
    insert(Place(line: other.line, value: other.value))
  }

  private mutating func insert(_ place: Place) {
    let line = place.line ?? .max
    if further.count == Finding.furtherLimit {
      guard line < further.last?.line ?? .max else { return }
      further.removeLast()
    }
    let position = further.lastIndex { $0.line ?? .max <= line }.map { $0 + 1 } ?? 0
    further.insert(place, at: position)
  }
}

extension Finding: CustomStringConvertible {
  /// `file:line: error: message [field = "value"] (remedy)`, as compilers write places.
  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    text += ": \(severity.rawValue): \(message)"
    if let field {
      text += " [\(field)" + (value.map { " = \"\($0)\"" } ?? "") + "]"
    } else if let value {
      text += " [\"\(value)\"]"
    }
    if count > 1 { text += " (\(count) places\(furtherLines))" }
    if let remedy { text += "; \(remedy)" }
    return Finding.printable(text)
  }

  /// `, also lines 4, 5, 9 …`, as far as they are known.
  private var furtherLines: String {
    let lines = further.compactMap(\.line)
    guard line != nil, !lines.isEmpty else { return "" }
    let shown = lines.prefix(3).map(String.init).joined(separator: ", ")
    return (lines.count == 1 ? ", also line " : ", also lines ") + shown
      + (count > shown.split(separator: ",").count + 1 ? " …" : "")
  }

  /// Control characters of a data file must not reach a terminal, from a cell as little as from
  /// the name of a column or member; nor those that turn the direction of text around (Unicode
  /// Standard Annex #9).
  public static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let turns =
            (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
          return turns || scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
        }))
  }
}
