import Geography

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Points of which each has six neighbours at the same distance: of all lattices the one that covers
/// an area with the fewest points (Kershner 1939).
///
/// Laid out on the plane that touches the Earth at its middle, for areas of some tens of kilometres.
struct HexagonalLattice {
  struct Point {
    var coordinate: Coordinate
    /// Steps from the middle.
    var ring: Int
    /// From the middle, in metres on the plane.
    var eastMeters: Double
    var northMeters: Double

    var meters: Double { (eastMeters * eastMeters + northMeters * northMeters).squareRoot() }
  }

  let middle: Coordinate
  let spacingMeters: Double

  /// The point of two steps: `q` to the east, `r` to the north-north-east.
  private func point(_ q: Int, _ r: Int) -> Point {
    let east = spacingMeters * (Double(q) + Double(r) / 2)
    let north = spacingMeters * Double(r) * 3.0.squareRoot() / 2
    let metersPerDegree = Coordinate.earthRadiusMeters * .pi / 180
    let shrink = max(1e-6, cos(middle.latitude * .pi / 180))
    return Point(
      coordinate: Coordinate(
        latitude: middle.latitude + north / metersPerDegree,
        longitude: middle.longitude + east / (metersPerDegree * shrink)),
      ring: max(abs(q), abs(r), abs(q + r)), eastMeters: east, northMeters: north)
  }

  /// How many points lie about within a radius, to refuse what is too much before it is made.
  func roughCount(withinMeters radius: Double) -> Double {
    2 * Double.pi / 3.0.squareRoot() * (radius / spacingMeters) * (radius / spacingMeters)
  }

  /// The points within a radius, ring by ring, the middle first.
  func points(withinMeters radius: Double) -> [Point] {
    // A ring's nearest points are √3/2 of its steps away.
    let rings = Int((radius / spacingMeters * 2 / 3.0.squareRoot()).rounded(.up))
    var points: [Point] = []
    for r in -rings...rings {
      for q in max(-rings, -r - rings)...min(rings, -r + rings) {
        let point = point(q, r)
        // Neighbours at just the radius count, whatever the rounding.
        if point.meters <= radius * (1 + 1e-9), point.coordinate.isValid { points.append(point) }
      }
    }
    return points.enumerated().sorted {
      ($0.element.ring, $0.offset) < ($1.element.ring, $1.offset)
    }
    .map(\.element)
  }

  /// The points in an area, from south to north and from west to east.
  ///
  /// - Returns: `nil` where there are more than `limit`.
  static func points(in area: MultiPolygon, spacingMeters: Double, limit: Int) -> [Point]? {
    let places = area.polygons.joined().joined()
    guard let south = places.map(\.latitude).min(), let north = places.map(\.latitude).max(),
      let west = places.map(\.longitude).min(), let east = places.map(\.longitude).max()
    else { return [] }
    let middle = Coordinate(latitude: (south + north) / 2, longitude: (west + east) / 2)
    let lattice = HexagonalLattice(middle: middle, spacingMeters: spacingMeters)
    let metersPerDegree = Coordinate.earthRadiusMeters * .pi / 180
    let high = (north - south) / 2 * metersPerDegree
    let wide = (east - west) / 2 * metersPerDegree * max(1e-6, cos(middle.latitude * .pi / 180))
    let rows = (high / (spacingMeters * 3.0.squareRoot() / 2)).rounded(.up)
    let columns = (wide / spacingMeters).rounded(.up)
    // A country of odd shape may fill little of its box.
    guard (2 * rows + 1) * (2 * columns + 3) <= 100 * Double(limit) else { return nil }
    let border = AreaBorder(area)
    var points: [Point] = []
    for r in -Int(rows)...Int(rows) {
      let shift = -Int((Double(r) / 2).rounded(.down))
      for q in (shift - Int(columns) - 1)...(shift + Int(columns) + 1) {
        let point = lattice.point(q, r)
        guard point.coordinate.isValid, border.contains(point.coordinate) else { continue }
        if points.count == limit { return nil }
        points.append(point)
      }
    }
    return points
  }
}
