public import Findings
import Foundation
public import Geography

/// The zones by which ABOUT.brussels #01 counts workspaces, from the centre outward.
public enum Zone: String, Sendable, CaseIterable, Codable {
  /// Inside the Small Ring.
  case pentagon
  /// From the Small Ring to the ring of boulevards, and to the railways in the west.
  case firstRing = "first ring"
  /// The rest of the Brussels-Capital Region.
  case secondRing = "second ring"
  /// Within 5 km of the Region's border, outside it.
  case periphery
  case elsewhere
}

/// A zone, or the Region, as an area.
public struct ZoneArea: Sendable {
  /// `region`, or the raw value of a `Zone`.
  public let identifier: String
  public let nameEnglish: String
  public let nameDutch: String
  public let nameFrench: String
  public let geometry: MultiPolygon
}

/// The geometry of the Region and of its zones.
public struct Zones: Sendable {
  public let region: ZoneArea
  /// One area for every zone but `elsewhere`; no point lies in two of them.
  public let areas: [ZoneArea]

  /// Reads the areas that are compiled into the program.
  public init() throws(Failure) {
    try self.init(geoJSON: EmbeddedText.of(PackageResources.zones_geojson))
  }

  /// Reads the text of `zones.geojson`.
  public init(geoJSON: String) throws(Failure) {
    let file = "zones.geojson"
    let features: [Feature]
    do throws(GeometryFormatError) {
      features = try GeometryFile.features(Data(geoJSON.utf8))
    } catch {
      throw .unusable("malformed_geometry", file: file, error.description)
    }
    var found: [String: ZoneArea] = [:]
    for feature in features {
      guard let identifier = feature.properties["id"], let english = feature.properties["name_en"],
        let dutch = feature.properties["name_nl"], let french = feature.properties["name_fr"]
      else {
        throw .unusable(
          "missing_value", file: file, "a feature lacks one of id, name_en, name_nl, name_fr")
      }
      let area = ZoneArea(
        identifier: identifier, nameEnglish: english, nameDutch: dutch, nameFrench: french,
        geometry: feature.geometry)
      guard found.updateValue(area, forKey: identifier) == nil else {
        throw .unusable("duplicate_key", file: file, value: identifier, "the area is there twice")
      }
    }
    var areas: [ZoneArea] = []
    for identifier in ["region"] + Zone.allCases.dropLast().map(\.rawValue) {
      guard let area = found[identifier] else {
        throw .unusable("missing_value", file: file, value: identifier, "the area is missing")
      }
      areas.append(area)
    }
    region = areas[0]
    self.areas = Array(areas.dropFirst())
  }

  /// The zone in which a place lies.
  public func zone(of place: Coordinate) -> Zone {
    let area = areas.first { $0.geometry.contains(place) }
    return area.flatMap { Zone(rawValue: $0.identifier) } ?? .elsewhere
  }
}
