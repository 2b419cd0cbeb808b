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
  private let rows: Int
  private let columns: Int
  /// The pieces of cell `c` are `members[starts[c]..<starts[c + 1]]`.
  private let starts: [Int32]
  private let members: [Int32]

  init(_ pieces: [(from: Coordinate, to: Coordinate)], cellMeters smallest: Double) {
    let ends = pieces.flatMap { [$0.from, $0.to] }
    let metersPerDegree = 6_371_008.8 * Double.pi / 180
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
    let outside = max(
      max(0, -row, row - rows + 1), max(0, -column, column - columns + 1))
    var nearest: Double?
    var ring = 0
    while true {
      // A cell of ring n is at least n - 1 cells away. Columns are cut for the latitude where they
      // are narrowest; the place may lie a little beyond it.
      let atLeast = Double(max(0, ring - 1)) * cellMeters * 0.99
      if atLeast > limit { return }
      if let nearest, nearest < atLeast { return }
      if ring > outside + max(rows, columns) { return }
      for y in max(0, row - ring)..<max(0, max(row - ring, min(rows, row + ring + 1))) {
        let isEdge = abs(y - row) == ring
        let step = isEdge ? 1 : max(1, 2 * ring)
        for x in stride(from: column - ring, through: column + ring, by: step)
        where (0..<columns).contains(x) {
          let cell = y * columns + x
          for member in Int(starts[cell])..<Int(starts[cell + 1]) {
            nearest = visit(Int(members[member]))
          }
        }
      }
      ring += 1
    }
  }
}
