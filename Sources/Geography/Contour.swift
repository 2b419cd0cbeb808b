/// The area of a grid whose values are at most a limit: marching squares (Lorensen and Cline 1987
/// in two dimensions) with the border by linear interpolation between places.
///
/// - Beside a place without a value the border lies half way.
/// - Two places that touch only by a corner are not joined: inside is what is joined by sides.
/// - Every border point lies within a side of the grid and belongs to one ring, so that rings neither
///   touch nor cross; the area of a lower limit lies within that of a higher one.
public struct Contour: Sendable {
  /// The value of places that have none.
  public static let none = Int32.max
  /// The border keeps away from the places by this share of a cell: in one place no two meet.
  static let shareAtLeast = 0.02

  private let grid: CellGrid
  private let values: [Int32]

  /// - Parameter values: one for each cell of the grid, in its order.
  public init(_ grid: CellGrid, values: [Int32]) {
    precondition(values.count == grid.count)
    self.grid = grid
    self.values = values
  }

  /// A side between two neighbours: that of a cell and the one to its east or north.
  private struct Side: Hashable {
    var row: Int
    var column: Int
    var isVertical: Bool
  }

  /// A ring's side and the cell on its inner end.
  private struct Exit {
    var side: Side
    var inner: Int
  }

  /// The area where values are at most `limit`; rings closed, outer ones counter-clockwise and holes
  /// clockwise (RFC 7946, 3.1.6). Polygons in the order of their first cell.
  public func area(upTo limit: Int32) -> MultiPolygon {
    let parts = partNumbers(limit)
    let (exits, next) = borders(limit)
    var outer: [Int: [Coordinate]] = [:]
    var holes: [Int: [[Coordinate]]] = [:]
    var seen: Set<Side> = []
    for exit in exits where !seen.contains(exit.side) {
      var ring: [Coordinate] = []
      var side = exit.side
      repeat {
        seen.insert(side)
        ring.append(border(side, limit))
        guard let following = next[side] else { break }
        side = following
      } while side != exit.side
      if let first = ring.first { ring.append(first) }
      let part = parts[exit.inner]
      if MultiPolygon.signedDegrees(ring) > 0 {
        outer[part] = ring
      } else {
        holes[part, default: []].append(ring)
      }
    }
    return MultiPolygon(
      outer.sorted { $0.key < $1.key }.map { [$0.value] + holes[$0.key, default: []] })
  }

  private func isInside(_ row: Int, _ column: Int, _ limit: Int32) -> Bool {
    guard row >= 0, column >= 0, row < grid.rows, column < grid.columns else { return false }
    let value = values[row * grid.columns + column]
    return value <= limit && value != Self.none
  }

  /// The part of each inside cell, joined by sides: the number of its first cell; -1 outside.
  private func partNumbers(_ limit: Int32) -> [Int] {
    var parts = [Int](repeating: -1, count: values.count)
    var open: [Int] = []
    let columns = grid.columns
    for start in values.indices
    where parts[start] < 0 && isInside(start / columns, start % columns, limit) {
      parts[start] = start
      open.append(start)
      while let cell = open.popLast() {
        let (row, column) = (cell / columns, cell % columns)
        for (r, c) in [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
        where isInside(r, c, limit) && parts[r * columns + c] < 0 {
          parts[r * columns + c] = start
          open.append(r * columns + c)
        }
      }
    }
    return parts
  }

  /// The sides that the border crosses outward, and for each the one that it goes to, inside on its left.
  private func borders(_ limit: Int32) -> (exits: [Exit], next: [Side: Side]) {
    var exits: [Exit] = []
    var next: [Side: Side] = [:]
    for row in -1..<grid.rows {
      for column in -1..<grid.columns {
        let corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
        let inside = corners.map { isInside($0.0, $0.1, limit) }
        guard inside.contains(true), inside.contains(false) else { continue }
        // Side k leads from corner k to the next one, counter-clockwise.
        let sides = [
          Side(row: row, column: column, isVertical: false),
          Side(row: row, column: column + 1, isVertical: true),
          Side(row: row + 1, column: column, isVertical: false),
          Side(row: row, column: column, isVertical: true),
        ]
        for corner in 0..<4 where inside[corner] && !inside[(corner + 1) % 4] {
          // Back over the inside corners to where the border comes in.
          var first = corner
          while inside[(first + 3) % 4] { first = (first + 3) % 4 }
          next[sides[corner]] = sides[(first + 3) % 4]
          exits.append(
            Exit(
              side: sides[corner], inner: corners[corner].0 * grid.columns + corners[corner].1))
        }
      }
    }
    return (exits, next)
  }

  /// Where the border crosses a side; to 1e-7 degrees, about 1 cm.
  private func border(_ side: Side, _ limit: Int32) -> Coordinate {
    let (endRow, endColumn) =
      side.isVertical ? (side.row + 1, side.column) : (side.row, side.column + 1)
    let startsInside = isInside(side.row, side.column, limit)
    let inner = startsInside ? value(side.row, side.column) : value(endRow, endColumn)
    let outer = startsInside ? value(endRow, endColumn) : value(side.row, side.column)
    var share = 0.5
    if outer != Self.none {
      share = Double(limit - inner) / Double(outer - inner)
      share = min(1 - Self.shareAtLeast, max(Self.shareAtLeast, share))
    }
    if !startsInside { share = 1 - share }
    let place = grid.place(
      row: Double(side.row) + (side.isVertical ? share : 0),
      column: Double(side.column) + (side.isVertical ? 0 : share))
    return Coordinate(
      latitude: (place.latitude * 1e7).rounded() / 1e7,
      longitude: (place.longitude * 1e7).rounded() / 1e7)
  }

  private func value(_ row: Int, _ column: Int) -> Int32 {
    guard row >= 0, column >= 0, row < grid.rows, column < grid.columns else { return Self.none }
    return values[row * grid.columns + column]
  }
}
