#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An immutable index of points that answers "which lie within so many metres of here?".
///
/// Points are bucketed in cells of equal degrees in one flat array, so a query touches only the
/// cells that its radius covers. Points without a valid place are never found; a query does not
/// look across the 180th meridian.
public struct PointGrid: Sendable {
  private let points: [Coordinate]
  private let cellMeters: Double
  private let origin: Coordinate
  private let degreesPerRow: Double
  private let degreesPerColumn: Double
  private let rows: Int
  private let columns: Int
  /// `members[starts[cell]..<starts[cell + 1]]` are the points of a cell.
  private let starts: [Int32]
  private let members: [Int32]

  /// - Parameter cellMeters: the cell size; about the radius of the usual query.
  public init(_ points: [Coordinate], cellMeters: Double = 500) {
    precondition(cellMeters > 0)
    self.points = points
    let placed = points.indices.filter { points[$0].isValid }
    let (latitudes, longitudes) = (
      placed.map { points[$0].latitude }, placed.map { points[$0].longitude }
    )
    let south = latitudes.min() ?? 0
    let north = latitudes.max() ?? 0
    let west = longitudes.min() ?? 0
    let east = longitudes.max() ?? 0
    origin = Coordinate(latitude: south, longitude: west)
    // A feed with a stop at 0,0 must not make a grid of millions of empty cells.
    let metersPerDegree = Coordinate.earthRadiusMeters * .pi / 180
    let shrink = max(0.01, cos(max(abs(south), abs(north)) * .pi / 180))
    let widest = max((north - south) * metersPerDegree, (east - west) * metersPerDegree)
    let size = max(cellMeters, widest / 2000)
    self.cellMeters = size
    degreesPerRow = size / metersPerDegree
    degreesPerColumn = size / (metersPerDegree * shrink)
    let rowCount = Int((north - south) / degreesPerRow) + 1
    let columnCount = Int((east - west) / degreesPerColumn) + 1
    rows = rowCount
    columns = columnCount

    var counts = [Int32](repeating: 0, count: rowCount * columnCount + 1)
    let cells = placed.map { [degreesPerRow, degreesPerColumn] index in
      min(rowCount - 1, Int((points[index].latitude - south) / degreesPerRow)) * columnCount
        + min(columnCount - 1, Int((points[index].longitude - west) / degreesPerColumn))
    }
    for cell in cells { counts[cell + 1] += 1 }
    for cell in 0..<(rowCount * columnCount) { counts[cell + 1] += counts[cell] }
    starts = counts
    var next = counts
    var sorted = [Int32](repeating: 0, count: placed.count)
    for (index, cell) in zip(placed, cells) {
      sorted[Int(next[cell])] = Int32(index)
      next[cell] += 1
    }
    members = sorted
  }

  /// Calls `visit` with the index and distance in metres of each point within `radiusMeters`,
  /// in a fixed order.
  public func forEach(
    within radiusMeters: Double, of center: Coordinate, _ visit: (Int, Double) -> Void
  ) {
    guard !points.isEmpty, center.isValid else { return }
    let metersPerDegree = Coordinate.earthRadiusMeters * .pi / 180
    let rowReach = radiusMeters / metersPerDegree
    let polewards = min(89.9, abs(center.latitude) + rowReach)
    let columnReach = rowReach / cos(polewards * .pi / 180)
    let firstRow = cell((center.latitude - rowReach - origin.latitude) / degreesPerRow, rows)
    let lastRow = cell((center.latitude + rowReach - origin.latitude) / degreesPerRow, rows)
    let east = center.longitude - origin.longitude
    let first = cell((east - columnReach) / degreesPerColumn, columns)
    let last = cell((east + columnReach) / degreesPerColumn, columns)
    for row in firstRow...lastRow {
      let range = starts[row * columns + first]..<starts[row * columns + last + 1]
      for member in range {
        let index = Int(members[Int(member)])
        let distance = center.distanceMeters(to: points[index])
        if distance <= radiusMeters { visit(index, distance) }
      }
    }
  }

  private func cell(_ position: Double, _ count: Int) -> Int {
    min(count - 1, max(0, Int(max(-1, min(position, Double(count))))))
  }

  /// The nearest point within `radiusMeters`, the lower index on a tie.
  public func nearest(
    to center: Coordinate, within radiusMeters: Double
  ) -> (index: Int, distanceMeters: Double)? {
    var best: (index: Int, distanceMeters: Double)?
    forEach(within: radiusMeters, of: center) { index, distance in
      if let current = best,
        (current.distanceMeters, current.index) <= (distance, index)
      {
        return
      }
      best = (index, distance)
    }
    return best
  }
}
