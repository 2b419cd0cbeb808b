import GTFSSchedule

/// How one field of a file is read, as plain numbers: a loop over millions of rows must not retain
/// and release what a field is.
struct Slot {
  enum Kind: UInt8 {
    case text, form, key, defines, reference, integer, oneOf, decimal, time, localTime, date

    /// Whether the value says where the bytes of a text lie.
    var isText: Bool { self == .text || self == .form }
  }

  /// The position in the file's fields.
  let field: Int
  /// The column of the file that is read; -1 where it has none.
  let column: Int
  let kind: Kind
  let entity: Int
  let lower: Int
  let upper: Int
  let lowerReal: Double
  let upperReal: Double
  let isRequired: Bool
  /// Without it the row cannot be stored.
  let identifiesRow: Bool

  init(_ file: GTFSFile, field index: Int, column: Int?) {
    let field = file.fields[index]
    self.field = index
    self.column = column ?? -1
    entity = field.kind.entity?.ordinal ?? 0
    isRequired = field.isRequired
    var bounds = (Int.min, Int.max)
    var realBounds = (-Double.greatestFiniteMagnitude, Double.greatestFiniteMagnitude)
    switch field.kind {
    case .text: kind = .text
    case .url, .email, .color, .language, .timezone, .currency, .amount: kind = .form
    case .key: kind = .key
    case .defines: kind = .defines
    case .reference: kind = .reference
    case .integer(let range): (kind, bounds) = (.integer, (range.lowerBound, range.upperBound))
    case .oneOf(let ranges):
      // One run of codes is read like a number; what breaks it is told apart by the field.
      kind = ranges.count == 1 ? .integer : .oneOf
      bounds = (ranges.map(\.lowerBound).min() ?? 0, ranges.map(\.upperBound).max() ?? 0)
    case .decimal(let range):
      (kind, realBounds) = (.decimal, (range.lowerBound, range.upperBound))
    case .latitude: (kind, realBounds) = (.decimal, (-90, 90))
    case .longitude: (kind, realBounds) = (.decimal, (-180, 180))
    case .time: kind = .time
    case .localTime: (kind, bounds) = (.localTime, (0, 86_400))
    case .date: kind = .date
    }
    identifiesRow = kind == .key || (field.isRequired && file.primaryKey.contains(field.name))
    (lower, upper) = bounds
    (lowerReal, upperReal) = realBounds
  }
}

/// The value of a cell as a number: whole numbers, keys, seconds and dates as they are, decimals as
/// their bits, texts as where their bytes lie.
enum CellValue {
  static let null = Int64.min

  static func real(_ value: Double) -> Int64 {
    // The bits of minus zero are those of `null`.
    Int64(bitPattern: (value == 0 ? 0 : value).bitPattern)
  }

  static func real(of value: Int64) -> Double { Double(bitPattern: UInt64(bitPattern: value)) }

  /// Bytes of the record; `isMended` where they lie in the texts that were rewritten.
  static func text(_ range: Range<Int>, isMended: Bool = false) -> Int64 {
    (isMended ? 1 << 62 : 0) | Int64(range.lowerBound) << 31 | Int64(range.upperBound)
  }

  static func range(of value: Int64) -> Range<Int> {
    Int(value >> 31 & 0x7FFF_FFFF)..<Int(value & 0x7FFF_FFFF)
  }

  static func isMended(_ value: Int64) -> Bool { value & 1 << 62 != 0 }
}
