#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Coordinate {
  /// The distance to the nearest point of the straight line between two places, in metres, and the
  /// share of the line at which that point lies.
  ///
  /// On the plane that touches the Earth here: for lines of some kilometres nearby; the error is
  /// below a thousandth of the distance there.
  public func nearest(
    onSegmentFrom start: Coordinate, to end: Coordinate
  ) -> (meters: Double, share: Double) {
    let (a, b) = (offset(to: start), offset(to: end))
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let squared = dx * dx + dy * dy
    let share = squared > 0 ? min(1, max(0, -(a.x * dx + a.y * dy) / squared)) : 0
    let (x, y) = (a.x + share * dx, a.y + share * dy)
    return ((x * x + y * y).squareRoot(), share)
  }

  /// Metres to the east and to the north.
  private func offset(to other: Coordinate) -> (x: Double, y: Double) {
    let metersPerDegree = Coordinate.earthRadiusMeters * .pi / 180
    return (
      (other.longitude - longitude) * metersPerDegree * cos(latitude * .pi / 180),
      (other.latitude - latitude) * metersPerDegree
    )
  }
}
