public import Findings
import Foundation
public import Geography
import TabularText

/// Municipalities as areas with their codes.
public struct MunicipalityAreas: Sendable {
  private let areas: [(code: String, border: AreaBorder)]

  public init(_ areas: [(code: String, geometry: MultiPolygon)]) {
    self.areas = areas.map { ($0.code, AreaBorder($0.geometry)) }
  }

  /// Reads a TopoJSON or GeoJSON file.
  /// - Parameter property: the one that holds the code.
  public static func read(_ path: String, property: String) throws(Failure) -> MunicipalityAreas {
    let features = try AreaFile.read(path)
    let areas = features.compactMap { feature in
      feature.properties[property].map { (code: $0, geometry: feature.geometry) }
    }
    guard areas.count == features.count else {
      throw .unusable(
        "missing_property", file: path, field: property,
        "\(features.count - areas.count) of \(features.count) areas have no such property",
        remedy: "name the one with the NIS code by --nis-property")
    }
    return MunicipalityAreas(areas)
  }

  /// The first area that holds a place.
  func code(at place: Coordinate) -> String? {
    areas.first { $0.border.contains(place) }?.code
  }
}

/// A file with areas, at least one.
public enum AreaFile {
  public static func read(_ path: String) throws(Failure) -> [Feature] {
    let bytes = try InputFile.bytes(path, maximumBytes: 256 << 20)
    let features: [Feature]
    do throws(GeometryFormatError) {
      features = try GeometryFile.features(Data(bytes))
    } catch {
      throw .unusable("invalid_geometry", file: path, "the file \(error)")
    }
    guard !features.isEmpty else {
      throw .unusable("no_area", file: path, "the file has no polygon")
    }
    return features
  }

  /// All areas of a file as one.
  public static func joined(_ path: String) throws(Failure) -> MultiPolygon {
    MultiPolygon(try read(path).flatMap(\.geometry.polygons))
  }
}
