/// How one moves along streets.
public enum StreetMode: String, Sendable, CaseIterable, Codable {
  case walk, bike
  case eBike = "e-bike"
  case car

  /// The rights that the mode uses.
  public var right: StreetRight {
    switch self {
    case .walk: .foot
    case .bike, .eBike: .bicycle
    case .car: .car
    }
  }

  /// Walking 4.8, bicycle 15, e-bike 20 km/h, the method's defaults; `nil` for a car, whose speed is
  /// the street's.
  public var defaultSpeedKilometersPerHour: Double? {
    switch self {
    case .walk: 4.8
    case .bike: 15
    case .eBike: 20
    case .car: nil
    }
  }
}

/// Whose rights a street distinguishes.
public enum StreetRight: UInt8, Sendable, CaseIterable {
  case foot = 0
  case bicycle = 1
  case car = 2
}

/// A set of rights.
public struct StreetRights: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public init(_ right: StreetRight) {
    self.init(rawValue: 1 << right.rawValue)
  }

  public static let foot = StreetRights(.foot)
  public static let bicycle = StreetRights(.bicycle)
  public static let car = StreetRights(.car)
  public static let all: StreetRights = [.foot, .bicycle, .car]

  public func contains(_ right: StreetRight) -> Bool {
    contains(StreetRights(right))
  }
}

/// Who may use one direction of a link.
public enum StreetAccess: UInt8, Sendable, Comparable {
  /// Nobody.
  case no = 0
  /// Only who begins or ends the journey there: `access=private`, `access=destination`.
  case destination = 1
  case yes = 2

  public static func < (left: StreetAccess, right: StreetAccess) -> Bool {
    left.rawValue < right.rawValue
  }
}
