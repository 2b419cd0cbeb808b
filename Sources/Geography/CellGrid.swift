#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A grid of places of equal degrees; a cell has the stated size at the place that it is made around.
///
/// Places are counted row by row from the south west.
public struct CellGrid: Sendable, Equatable {
  public let southWest: Coordinate
  public let degreesPerRow: Double
  public let degreesPerColumn: Double
  public let rows: Int
  public let columns: Int

  /// The smallest grid with a place at `center` and all places within the distances of the points;
  /// `nil` where it would have more than `limit` places.
  public init?(
    around center: Coordinate, reaching discs: [(place: Coordinate, meters: Double)],
    cellMeters: Double, limit: Int
  ) {
    precondition(cellMeters > 0)
    let metersPerDegree = Coordinate.earthRadiusMeters * .pi / 180
    let perRow = cellMeters / metersPerDegree
    let perColumn = perRow / max(0.01, cos(center.latitude * .pi / 180))
    var (south, north, west, east) = (0.0, 0.0, 0.0, 0.0)
    for disc in discs {
      let degrees = disc.meters / metersPerDegree
      let polewards = min(89, abs(disc.place.latitude) + degrees)
      let wide = degrees / cos(polewards * .pi / 180)
      south = min(south, (disc.place.latitude - degrees - center.latitude) / perRow)
      north = max(north, (disc.place.latitude + degrees - center.latitude) / perRow)
      west = min(west, (disc.place.longitude - wide - center.longitude) / perColumn)
      east = max(east, (disc.place.longitude + wide - center.longitude) / perColumn)
    }
    let (up, right) = (
      north.rounded(.up) - south.rounded(.down), east.rounded(.up) - west.rounded(.down)
    )
    guard (up + 1) * (right + 1) <= Double(limit) else { return nil }
    rows = Int(up) + 1
    columns = Int(right) + 1
    degreesPerRow = perRow
    degreesPerColumn = perColumn
    southWest = Coordinate(
      latitude: center.latitude + south.rounded(.down) * perRow,
      longitude: center.longitude + west.rounded(.down) * perColumn)
  }

  public init(
    southWest: Coordinate, degreesPerRow: Double, degreesPerColumn: Double, rows: Int, columns: Int
  ) {
    self.southWest = southWest
    self.degreesPerRow = degreesPerRow
    self.degreesPerColumn = degreesPerColumn
    self.rows = rows
    self.columns = columns
  }

  public var count: Int { rows * columns }

  /// The place of a cell.
  public func place(_ cell: Int) -> Coordinate {
    place(row: Double(cell / columns), column: Double(cell % columns))
  }

  /// A place between cells.
  func place(row: Double, column: Double) -> Coordinate {
    Coordinate(
      latitude: southWest.latitude + row * degreesPerRow,
      longitude: southWest.longitude + column * degreesPerColumn)
  }

  /// The cells that lie within one of the discs, in their order.
  public func cells(within discs: [(place: Coordinate, meters: Double)]) -> [Int] {
    var isWithin = [Bool](repeating: false, count: count)
    let metersPerDegree = Coordinate.earthRadiusMeters * .pi / 180
    for disc in discs {
      let center = (disc.place.latitude - southWest.latitude) / degreesPerRow
      let reach = disc.meters / metersPerDegree / degreesPerRow
      let first = max(0, Int((center - reach).rounded(.down)))
      let last = min(rows - 1, Int((center + reach).rounded(.up)))
      guard first <= last else { continue }
      let polewards = min(89, abs(disc.place.latitude) + disc.meters / metersPerDegree)
      let wide = disc.meters / metersPerDegree / cos(polewards * .pi / 180) / degreesPerColumn
      let middle = (disc.place.longitude - southWest.longitude) / degreesPerColumn
      let west = max(0, Int((middle - wide).rounded(.down)))
      let east = min(columns - 1, Int((middle + wide).rounded(.up)))
      guard west <= east else { continue }
      for row in first...last {
        for column in west...east where !isWithin[row * columns + column] {
          let cell = row * columns + column
          // A metre more than the disc, so that rounding loses no cell.
          isWithin[cell] = disc.place.distanceMeters(to: place(cell)) <= disc.meters + 1
        }
      }
    }
    return isWithin.indices.filter { isWithin[$0] && place($0).isValid }
  }
}
