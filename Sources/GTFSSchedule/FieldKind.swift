/// What a cell of a GTFS file holds (GTFS Schedule reference, "Field Types"). Each kind says how
/// the cell is checked and how it is stored.
public enum FieldKind: Sendable, Equatable {
  case text
  /// The id that names a row of this file; stored as the integer key of its entity.
  case key(Entity)
  /// An id that this file brings into being by naming it, in as many rows as it likes; stored as
  /// an integer key.
  case defines(Entity)
  /// The id of a row elsewhere; stored as an integer key.
  case reference(Entity)
  case integer(ClosedRange<Int>)
  /// A whole number in one of these ranges; most of them are codes with a meaning each.
  case oneOf([ClosedRange<Int>])
  case decimal(ClosedRange<Double>)
  /// An amount of money: a decimal number, stored as it is written.
  case amount
  case latitude
  case longitude
  /// `HH:MM:SS`, more than 24 hours allowed; stored as seconds.
  case time
  /// `HH:MM:SS` of a clock, at most 24:00:00; stored as seconds.
  case localTime
  /// `YYYYMMDD`; stored as that integer.
  case date
  /// Stored as text, and checked for their form.
  case url, email, color, language, timezone, currency

  /// The signs of numbers (GTFS Schedule reference, "Field Signs").
  public static let anyInteger = FieldKind.integer(Int.min...Int.max)
  public static let nonNegativeInteger = FieldKind.integer(0...Int.max)
  public static let positiveInteger = FieldKind.integer(1...Int.max)
  public static let nonZeroInteger = FieldKind.oneOf([Int.min...(-1), 1...Int.max])
  public static let nonNegativeDecimal = FieldKind.decimal(0...Double.greatestFiniteMagnitude)
  public static let positiveDecimal = FieldKind.decimal(
    Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude)
  public static let anyDecimal = FieldKind.decimal(
    -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)

  /// How SQLite stores the cell.
  public enum Storage: Sendable { case text, integer, real }

  public var storage: Storage {
    switch self {
    case .text, .amount, .url, .email, .color, .language, .timezone, .currency: .text
    case .key, .defines, .reference, .integer, .oneOf, .time, .localTime, .date: .integer
    case .decimal, .latitude, .longitude: .real
    }
  }

  /// The entity whose id the cell holds.
  public var entity: Entity? {
    switch self {
    case .key(let entity), .defines(let entity), .reference(let entity): entity
    default: nil
    }
  }
}
