/// How fast and how far from call to call vehicles go, by `route_type` (basic, and extended by its
/// hundreds). Rounded up from vehicles in service: 350 km/h rail with a margin, express buses and
/// metros that run between suburbs at motorway speed.
enum VehicleLimits {
  static func metersPerSecond(routeType: Int) -> Double {
    switch kind(routeType) {
    case .rail: 500 / 3.6
    case .tram: 120 / 3.6
    case .ship: 80 / 3.6
    case .rope: 60 / 3.6
    case .air: 1000 / 3.6
    case .road: 150 / 3.6
    }
  }

  static func hopMeters(routeType: Int) -> Double {
    switch kind(routeType) {
    case .rail, .ship: 1_500_000
    case .tram: 50_000
    case .rope: 20_000
    case .air: 20_000_000
    case .road: 300_000
    }
  }

  private enum Kind { case rail, tram, ship, rope, air, road }

  private static func kind(_ routeType: Int) -> Kind {
    switch routeType {
    case 2, 100..<200: .rail
    case 0, 900..<1000: .tram
    case 4, 1000..<1100, 1200..<1300: .ship
    case 5, 6, 7, 1300..<1500: .rope
    case 1100..<1200: .air
    default: .road
    }
  }
}
