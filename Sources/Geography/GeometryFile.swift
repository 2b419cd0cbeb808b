public import Foundation

/// A geometry file that cannot be read as what it should be.
public struct GeometryFormatError: Error, Sendable, CustomStringConvertible {
  public let description: String
}

/// An area with the properties that its file gives it.
public struct Feature: Sendable {
  public var properties: [String: String]
  public var geometry: MultiPolygon
}

/// Reads the areas of GeoJSON (RFC 7946) and TopoJSON files.
public enum GeometryFile {
  /// All polygons of a GeoJSON geometry, feature or collection, or of all objects of a TopoJSON
  /// topology, these by name; other geometry types are passed over.
  public static func features(_ data: Data) throws(GeometryFormatError) -> [Feature] {
    let root: Any
    do {
      root = try JSONSerialization.jsonObject(with: data)
    } catch {
      throw GeometryFormatError(description: "is not JSON: \(error.localizedDescription)")
    }
    guard let object = root as? [String: Any], let type = object["type"] as? String else {
      throw GeometryFormatError(description: "has no \"type\"; neither GeoJSON nor TopoJSON")
    }
    switch type {
    case "Topology": return try topology(object)
    case "FeatureCollection":
      guard let members = object["features"] as? [[String: Any]] else {
        throw GeometryFormatError(description: "a FeatureCollection without \"features\"")
      }
      var features: [Feature] = []
      for member in members { features += try feature(member) }
      return features
    case "Feature": return try feature(object)
    default: return try geometry(object).map { [Feature(properties: [:], geometry: $0)] } ?? []
    }
  }

  private static func feature(_ object: [String: Any]) throws(GeometryFormatError) -> [Feature] {
    guard let shape = object["geometry"] as? [String: Any], let polygon = try geometry(shape)
    else { return [] }
    return [Feature(properties: texts(object["properties"]), geometry: polygon)]
  }

  private static func geometry(_ object: [String: Any]) throws(GeometryFormatError) -> MultiPolygon?
  {
    switch object["type"] as? String {
    case "Polygon":
      guard let rings = object["coordinates"] as? [[[Double]]] else { break }
      return MultiPolygon([try rings.map(ring)])
    case "MultiPolygon":
      guard let polygons = object["coordinates"] as? [[[[Double]]]] else { break }
      var all: [[[Coordinate]]] = []
      for polygon in polygons { all.append(try polygon.map(ring)) }
      return MultiPolygon(all)
    default: return nil
    }
    throw GeometryFormatError(description: "a polygon whose coordinates are not number pairs")
  }

  private static func ring(_ positions: [[Double]]) throws(GeometryFormatError) -> [Coordinate] {
    try positions.map { position throws(GeometryFormatError) in
      guard position.count >= 2 else {
        throw GeometryFormatError(description: "a position with fewer than two numbers")
      }
      let coordinate = Coordinate(latitude: position[1], longitude: position[0])
      guard coordinate.isValid else {
        throw GeometryFormatError(
          description: "position \(position[0]), \(position[1]) is not longitude, latitude")
      }
      return coordinate
    }
  }

  private static func texts(_ properties: Any?) -> [String: String] {
    (properties as? [String: Any] ?? [:]).compactMapValues {
      ($0 as? String) ?? ($0 as? NSNumber).map { "\($0)" }
    }
  }

  // TopoJSON: https://github.com/topojson/topojson-specification, sections 2.1.3 and 2.1.4.
  private static func topology(_ object: [String: Any]) throws(GeometryFormatError) -> [Feature] {
    guard let arcLists = object["arcs"] as? [[[Double]]],
      let objects = object["objects"] as? [String: [String: Any]]
    else { throw GeometryFormatError(description: "a Topology without \"arcs\" or \"objects\"") }
    let transform = object["transform"] as? [String: [Double]]
    let scale = transform?["scale"] ?? [1, 1]
    let shift = transform?["translate"] ?? [0, 0]
    guard scale.count == 2, shift.count == 2 else {
      throw GeometryFormatError(description: "a transform without two scales and two shifts")
    }
    let isQuantized = transform != nil
    let arcs = try arcLists.map { positions throws(GeometryFormatError) in
      var x = 0.0
      var y = 0.0
      return try ring(
        positions.map { position in
          guard position.count >= 2 else { return [] }
          x = isQuantized ? x + position[0] : position[0]
          y = isQuantized ? y + position[1] : position[1]
          return [x * scale[0] + shift[0], y * scale[1] + shift[1]]
        })
    }
    var features: [Feature] = []
    for (_, collection) in objects.sorted(by: { $0.key < $1.key }) {
      for member in collection["geometries"] as? [[String: Any]] ?? [collection] {
        guard let polygon = try topologyPolygon(member, arcs) else { continue }
        features.append(Feature(properties: texts(member["properties"]), geometry: polygon))
      }
    }
    return features
  }

  private static func topologyPolygon(
    _ member: [String: Any], _ arcs: [[Coordinate]]
  ) throws(GeometryFormatError) -> MultiPolygon? {
    let found: [[[Int]]]?
    switch member["type"] as? String {
    case "Polygon": found = (member["arcs"] as? [[Int]]).map { [$0] }
    case "MultiPolygon": found = member["arcs"] as? [[[Int]]]
    default: return nil
    }
    guard let polygons = found else {
      throw GeometryFormatError(description: "a polygon whose arcs are not lists of numbers")
    }
    return MultiPolygon(
      try polygons.map { rings throws(GeometryFormatError) in
        try rings.map { indices throws(GeometryFormatError) in
          var ring: [Coordinate] = []
          for index in indices {
            let position = index < 0 ? ~index : index
            guard arcs.indices.contains(position) else {
              throw GeometryFormatError(description: "arc \(index) does not exist")
            }
            let arc = index < 0 ? arcs[position].reversed() : arcs[position]
            ring.append(contentsOf: ring.isEmpty ? arc[...] : arc.dropFirst())
          }
          return ring
        }
      })
  }
}
