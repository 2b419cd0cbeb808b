extension MultiPolygon {
  /// The same area as files want it: rings are closed, outer ones run counter-clockwise and holes
  /// clockwise (RFC 7946, 3.1.6), and rings without an area, as rounding leaves them, are left out.
  public var drawable: MultiPolygon {
    MultiPolygon(
      polygons.compactMap { rings in
        guard let outer = rings.first.flatMap({ Self.drawable($0, isHole: false) }) else {
          return nil
        }
        return [outer] + rings.dropFirst().compactMap { Self.drawable($0, isHole: true) }
      })
  }

  private static func drawable(_ ring: [Coordinate], isHole: Bool) -> [Coordinate]? {
    var places: [Coordinate] = []
    for place in ring where place != places.last { places.append(place) }
    if let first = places.first, places.last != first { places.append(first) }
    let area = signedDegrees(places)
    guard places.count >= 4, area != 0 else { return nil }
    return (area > 0) == isHole ? places.reversed() : places
  }
}
