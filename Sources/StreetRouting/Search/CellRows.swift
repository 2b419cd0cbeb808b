import Geography

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Straight pieces in the cells of a grid that they cross, for nearest-piece searches in rings.
struct CellRows: Sendable {
  private let south: Double
  private let west: Double
  private let degreesPerRow: Double
  private let degreesPerColumn: Double
  private let cellMeters: Double
  /// A column's width in degrees of the equator is a row's height divided by this.
  private let shrink: Double
  private let rows: Int
  private let columns: Int
  /// The pieces of cell `c` are `members[starts[c]..<starts[c + 1]]`.
  private let starts: [Int32]
  private let members: [Int32]

  init(_ pieces: [(from: Coordinate, to: Coordinate)], cellMeters smallest: Double) {
    let ends = pieces.flatMap { [$0.from, $0.to] }
    let metersPerDegree = Coordinate.earthRadiusMeters * .pi / 180
    let south = ends.map(\.latitude).min() ?? 0
    let north = ends.map(\.latitude).max() ?? 0
    let west = ends.map(\.longitude).min() ?? 0
    let east = ends.map(\.longitude).max() ?? 0
    let shrink = max(0.01, cos(max(abs(south), abs(north)) * .pi / 180))
    // At most four million cells, however far apart the pieces.
    let widest = max((north - south) * metersPerDegree, (east - west) * metersPerDegree)
    let meters = max(smallest, widest / 2000)
    let degreesPerRow = meters / metersPerDegree
    let degreesPerColumn = meters / (metersPerDegree * shrink)
    let rows = Int((north - south) / degreesPerRow) + 1
    let columns = Int((east - west) / degreesPerColumn) + 1
    self.south = south
    self.west = west
    self.degreesPerRow = degreesPerRow
    self.degreesPerColumn = degreesPerColumn
    cellMeters = meters
    self.shrink = shrink
    self.rows = rows
    self.columns = columns

    /// The cells of each row that a piece crosses, a cell wider where it leaves one.
    func visitCells(_ piece: (from: Coordinate, to: Coordinate), _ visit: (Int) -> Void) {
      let (x0, y0) = (
        (piece.from.longitude - west) / degreesPerColumn,
        (piece.from.latitude - south) / degreesPerRow
      )
      let (x1, y1) = (
        (piece.to.longitude - west) / degreesPerColumn, (piece.to.latitude - south) / degreesPerRow
      )
      let (low, high) = (Int(min(y0, y1)), min(rows - 1, Int(max(y0, y1))))
      for row in low...max(low, high) {
        var (left, right) = (min(x0, x1), max(x0, x1))
        if high > low, y1 != y0 {
          let atBottom = x0 + (x1 - x0) * (max(Double(row), min(y0, y1)) - y0) / (y1 - y0)
          let atTop = x0 + (x1 - x0) * (min(Double(row + 1), max(y0, y1)) - y0) / (y1 - y0)
          (left, right) = (min(atBottom, atTop), max(atBottom, atTop))
        }
        let first = max(0, min(columns - 1, Int(left - 1e-9)))
        let last = max(first, min(columns - 1, Int(right + 1e-9)))
        for column in first...last { visit(row * columns + column) }
      }
    }
    var counts = [Int32](repeating: 0, count: rows * columns + 1)
    for piece in pieces { visitCells(piece) { counts[$0 + 1] += 1 } }
    for cell in 0..<rows * columns { counts[cell + 1] += counts[cell] }
    var next = counts
    var members = [Int32](repeating: 0, count: Int(counts[rows * columns]))
    for (index, piece) in pieces.enumerated() {
      visitCells(piece) { cell in
        members[Int(next[cell])] = Int32(index)
        next[cell] += 1
      }
    }
    starts = counts
    self.members = members
  }

  /// Visits pieces ring by ring until no ring can hold a nearer one.
  ///
  /// - Parameter visit: takes a piece (one may come more than once) and returns the nearest distance
  ///   found so far, in metres.
  func visit(
    around place: Coordinate, withinMeters limit: Double, _ visit: (Int) -> Double?
  ) {
    let column = Int(((place.longitude - west) / degreesPerColumn).rounded(.down))
    let row = Int(((place.latitude - south) / degreesPerRow).rounded(.down))
    let outside = max(0, -row, row - rows + 1, -column, column - columns + 1)
    // Columns are cut for the latitude where they are narrowest; the place may lie beyond it, where
    // a degree is shorter still.
    let narrowest = cellMeters * min(1, cos(place.latitude * .pi / 180) / shrink) * 0.999999
    var nearest: Double?
    for ring in outside...(outside + max(rows, columns)) {
      // A cell of ring n is at least n - 1 cells away.
      let atLeast = Double(max(0, ring - 1)) * narrowest
      if atLeast > limit { return }
      if let nearest, nearest < atLeast { return }
      visitRing(ring, column, row) { cell in
        for member in Int(starts[cell])..<Int(starts[cell + 1]) {
          nearest = visit(Int(members[member]))
        }
      }
    }
  }

  /// The cells of the grid that are `ring` columns or rows away, and no farther.
  private func visitRing(_ ring: Int, _ column: Int, _ row: Int, _ visit: (Int) -> Void) {
    let (west, east) = (max(0, column - ring), min(columns - 1, column + ring))
    let (south, north) = (max(0, row - ring), min(rows - 1, row + ring))
    guard west <= east, south <= north else { return }
    for y in south...north {
      if abs(y - row) == ring {
        for x in west...east { visit(y * columns + x) }
      } else {
        if column - ring >= 0 { visit(y * columns + column - ring) }
        if column + ring < columns { visit(y * columns + column + ring) }
      }
    }
  }
}
