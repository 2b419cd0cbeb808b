import Findings
import Impact
import PrincipalRoads
import Routing
import Scenarios
import StreetRouting
import StreetStore

/// Street files and the built-in roads, as commands need them.
enum StreetLoader {
  static func read(_ path: String) throws(Failure) -> StreetGraph {
    try StreetFile.read(path)
  }

  private static func read(
    _ path: String, _ findings: inout [Finding]
  ) throws(Failure) -> StreetGraph? {
    do throws(Failure) {
      return try read(path)
    } catch .unusableData(let more) {
      findings += more
      return nil
    }
  }

  /// What a scenario's modes need; nothing that they do not.
  static func streets(of scenario: Scenario) throws(Failure) -> CommuteStreets {
    let rules = scenario.roads
    let usesCar = scenario.modes.contains(where: \.usesCar)
    // Both are read before either is refused.
    var findings: [Finding] = []
    var streets: StreetGraph?
    if let path = rules.streets { streets = try read(path, &findings) }
    var file: StreetGraph?
    if usesCar, case .file(let path) = rules.carRoads { file = try read(path, &findings) }
    guard findings.isEmpty else { throw .unusableData(findings) }
    guard usesCar else { return CommuteStreets(streets: streets) }
    let roads: StreetGraph =
      switch (file, rules.carRoads, streets) {
      case (let file?, _, _): file
      case (nil, .streetsOrPrincipal, let streets?): streets
      default: try PrincipalRoads().graph()
      }
    let car = car(roads, rules.tables)
    return CommuteStreets(streets: streets, car: car, calibration: CarCalibration(car))
  }

  /// - Parameters:
  ///   - roads: `principal`, a street file, or `nil` for `streets`.
  ///   - parks: whether one walks to the car, looks for a place to park and walks from it.
  static func car(
    streets: String?, roads: String?, parks: Bool = true
  ) throws(Failure) -> CarTravel {
    let graph: StreetGraph =
      switch roads ?? streets ?? "principal" {
      case "principal": try PrincipalRoads().graph()
      case let path: try read(path)
      }
    var tables = try RoadTables.builtIn()
    if !parks { tables.parking = ParkingTable([]) }
    return car(graph, tables)
  }

  private static func car(_ roads: StreetGraph, _ tables: RoadTables) -> CarTravel {
    CarTravel(
      roads, zones: tables.zones, congestion: tables.congestion, parking: tables.parking)
  }
}
