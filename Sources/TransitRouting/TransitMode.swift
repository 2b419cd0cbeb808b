/// What kind of vehicle a route runs with.
public enum TransitMode: String, Sendable, Codable, CaseIterable {
  case tram, metro, rail, bus, ferry, cableTram, aerialLift, funicular, trolleybus, monorail, coach
  case air, taxi, other

  /// - Parameter routeType: `route_type`, basic (GTFS reference, routes.txt) or extended (Google's
  ///   "Extended GTFS Route Types", 100 to 1702). Suburban and urban railways (300, 400, 403, 404)
  ///   are trains, as in other engines; self-driven and miscellaneous services are `other`.
  public init(routeType: Int) {
    switch routeType {
    case 0, 900..<1000: self = .tram
    case 1, 401...402, 500..<700: self = .metro
    case 12, 405: self = .monorail
    case 2, 100..<200, 300..<500: self = .rail
    case 3, 700..<800: self = .bus
    case 4, 1000..<1100, 1200..<1300: self = .ferry
    case 5, 1701: self = .cableTram
    case 6, 1300..<1400: self = .aerialLift
    case 7, 1400..<1500: self = .funicular
    case 11, 800..<900: self = .trolleybus
    case 200..<300: self = .coach
    case 1100..<1200: self = .air
    case 1500..<1600: self = .taxi
    default: self = .other
    }
  }

  /// As a passenger calls it.
  public var name: String {
    switch self {
    case .rail: "train"
    case .cableTram: "cable tram"
    case .aerialLift: "aerial lift"
    case .air: "plane"
    case .other: "vehicle"
    default: rawValue
    }
  }
}

extension Timetable.Route {
  public var mode: TransitMode { TransitMode(routeType: type) }
}
