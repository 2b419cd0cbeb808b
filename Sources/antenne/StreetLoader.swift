import Findings
import Foundation
import Geography
import Impact
import OpenStreetMap
import PrincipalRoads
import Routing
import Scenarios
import StreetRouting
import StreetStore
import TabularText

/// Street files and the built-in roads, zones, congestion and parking, as commands need them.
enum StreetLoader {
  static func read(_ path: String) throws(Failure) -> StreetGraph {
    try StreetFile.read(path)
  }

  /// What a scenario's modes need; nothing that they do not.
  static func streets(of scenario: Scenario) throws -> CommuteStreets {
    let rules = scenario.roads
    let streets = try rules.streets.map { try read($0) }
    guard scenario.modes.contains(where: \.usesCar) else { return CommuteStreets(streets: streets) }
    let roads: StreetGraph =
      switch rules.carRoads {
      case .file(let path): try read(path)
      case .principal: try PrincipalRoads().graph()
      case .streetsOrPrincipal: try streets ?? PrincipalRoads().graph()
      }
    let car = try car(
      roads, zones: rules.zones, congestion: rules.congestion, parking: rules.parking)
    return CommuteStreets(streets: streets, car: car, calibration: CarCalibration(car))
  }

  /// - Parameter roads: `principal`, a street file, or `nil` for `streets`.
  static func car(streets: String?, roads: String?) throws -> CarTravel {
    switch roads ?? streets ?? "principal" {
    case "principal": try car(PrincipalRoads().graph())
    case let path: try car(read(path))
    }
  }

  private static func car(
    _ roads: StreetGraph, zones: String? = nil, congestion: String? = nil, parking: String? = nil
  ) throws -> CarTravel {
    let travelZones = try zones.map { try userZones($0) } ?? builtInZones()
    let factors = try congestion.map { try Table.read($0) } ?? CarTables.congestion()
    let places = try parking.map { try Table.read($0) } ?? CarTables.parking()
    return CarTravel(
      roads, zones: travelZones,
      congestion: CongestionTable(try CongestionFile.read(factors, zones: travelZones.ids)),
      parking: ParkingTable(try ParkingFile.read(places, zones: travelZones.ids)))
  }

  /// The zones in which nobody parks to go on by train, where no list of stations says otherwise.
  static let zonesOfTheRegion: Set<String> = [
    Zone.pentagon.rawValue, Zone.firstRing.rawValue, Zone.secondRing.rawValue,
  ]

  static func builtInZones() throws(Failure) -> TravelZones {
    TravelZones(
      try Zones().areas.map { TravelZones.Zone(id: $0.identifier, area: $0.geometry) })
  }

  /// The areas of a GeoJSON file by their property `id`.
  private static func userZones(_ path: String) throws(Failure) -> TravelZones {
    let bytes = try InputFile.bytes(path, maximumBytes: 64 << 20)
    let features: [Feature]
    do throws(GeometryFormatError) {
      features = try GeometryFile.features(Data(bytes))
    } catch {
      throw .unusable("invalid_geometry", file: path, "the file \(error)")
    }
    let zones = features.compactMap { feature in
      feature.properties["id"].map { TravelZones.Zone(id: $0, area: feature.geometry) }
    }
    guard zones.count == features.count, !zones.isEmpty, zones.count < 255 else {
      throw .unusable(
        "zone_without_id", file: path, "takes 1 to 254 areas, each with the property id")
    }
    return TravelZones(zones)
  }
}
