public import Findings
import Foundation
import Geography
import PrincipalRoads
public import Routing
import TabularText

/// What cars meet: zones, congestion and parking, the built-in ones of Brussels or a user's.
public struct RoadTables: Sendable {
  public var zones: TravelZones
  public var congestion: CongestionTable
  public var parking: ParkingTable

  /// No zones, free flow and places to park everywhere.
  public init() {
    zones = TravelZones([])
    congestion = CongestionTable([])
    parking = ParkingTable([])
  }

  /// The Region's zones, in which nobody is taken to leave a car or bicycle to go on by train where no
  /// list of stations says so.
  public static func region() throws(Failure) -> TravelZones {
    let outside = [Zone.periphery, .elsewhere].map(\.rawValue)
    return TravelZones(
      try Zones().areas.filter { !outside.contains($0.identifier) }
        .map { TravelZones.Zone(id: $0.identifier, area: $0.geometry) })
  }

  /// Those of the project, `Streets/`.
  public static func builtIn() throws(Failure) -> RoadTables {
    var tables = RoadTables()
    tables.zones = TravelZones(
      try Zones().areas.map { TravelZones.Zone(id: $0.identifier, area: $0.geometry) })
    tables.congestion = CongestionTable(
      try CongestionFile.read(CarTables.congestion(), zones: tables.zones.ids))
    tables.parking = ParkingTable(
      try ParkingFile.read(CarTables.parking(), zones: tables.zones.ids))
    return tables
  }
}

/// Reads a GeoJSON file of zones.
enum ZoneFile {
  /// The areas by their property `id`.
  /// - Throws: `unusableData` where an area has none or there are too many.
  static func read(_ path: String) throws(Failure) -> TravelZones {
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
