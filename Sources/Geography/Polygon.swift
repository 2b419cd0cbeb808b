/// A polygon with holes, or several; rings as in GeoJSON, first the outer one.
public struct MultiPolygon: Sendable, Equatable {
  /// `polygons[p][r]` is ring `r` of polygon `p`; each ring is closed or open, both are read.
  public var polygons: [[[Coordinate]]]

  public init(_ polygons: [[[Coordinate]]]) {
    self.polygons = polygons
  }

  /// Whether the point lies inside, by counting the crossings of a ray to the east.
  public func contains(_ point: Coordinate) -> Bool {
    polygons.contains { rings in
      guard let outer = rings.first, MultiPolygon.crosses(outer, point) else { return false }
      return !rings.dropFirst().contains { MultiPolygon.crosses($0, point) }
    }
  }

  private static func crosses(_ ring: [Coordinate], _ point: Coordinate) -> Bool {
    guard var previous = ring.last else { return false }
    var inside = false
    for vertex in ring {
      if (vertex.latitude > point.latitude) != (previous.latitude > point.latitude) {
        let slope =
          (previous.longitude - vertex.longitude) / (previous.latitude - vertex.latitude)
        if point.longitude < vertex.longitude + slope * (point.latitude - vertex.latitude) {
          inside.toggle()
        }
      }
      previous = vertex
    }
    return inside
  }
}
