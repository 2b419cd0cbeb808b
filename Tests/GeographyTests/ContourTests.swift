import Geography
import TestSupport
import Testing

struct ContourTests {
  /// Cells of 0.001 degrees at the equator.
  private func grid(_ rows: Int, _ columns: Int) -> CellGrid {
    CellGrid(
      southWest: Coordinate(latitude: 0, longitude: 0), degreesPerRow: 0.001,
      degreesPerColumn: 0.001, rows: rows, columns: columns)
  }

  /// One place with 60, without neighbours: the border half way on its four sides, a square on its
  /// tip with diagonals of one cell: half a cell.
  @Test("a lone place has half a cell around it, counter-clockwise and closed")
  func lone() throws {
    let area = Contour(grid(1, 1), values: [60]).area(upTo: 100)
    let ring = try #require(area.polygons.first?.first)
    #expect(area.polygons.count == 1 && ring.count == 5 && ring.first == ring.last)
    let cell = 111.19508 * 111.19508
    #expect(abs(area.squareMeters / cell - 0.5) < 1e-3)
    #expect(Contour(grid(1, 1), values: [60]).area(upTo: 59).polygons.isEmpty)
    #expect(Contour(grid(1, 1), values: [Contour.none]).area(upTo: .max).polygons.isEmpty)
  }

  /// 0 and 100 side by side: a limit of 30 lies at 0.3 of the way.
  @Test("the border lies between two values by linear interpolation")
  func interpolation() {
    let area = Contour(grid(1, 2), values: [0, 100]).area(upTo: 30)
    let east = area.polygons.joined().joined().map(\.longitude).max()
    #expect(east == 0.0003)
  }

  @Test("two places that touch by a corner are two polygons")
  func saddle() {
    let area = Contour(grid(2, 2), values: [0, 100, 100, 0]).area(upTo: 50)
    #expect(area.polygons.count == 2)
    #expect(!area.contains(Coordinate(latitude: 0.0005, longitude: 0.0005)))
  }

  @Test("a place out of reach amid others is a hole, clockwise, and an island in it is a polygon")
  func hole() {
    var values = [Int32](repeating: 0, count: 25)
    for cell in [6, 7, 8, 11, 13, 16, 17, 18] { values[cell] = 100 }
    let area = Contour(grid(5, 5), values: values).area(upTo: 50)
    #expect(area.polygons.map(\.count) == [2, 1])
    #expect(turns(area.polygons[0][0]) > 0 && turns(area.polygons[0][1]) < 0)
    #expect(!area.contains(Coordinate(latitude: 0.001, longitude: 0.001)))
    #expect(area.contains(Coordinate(latitude: 0.002, longitude: 0.002)))
  }

  private func turns(_ ring: [Coordinate]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) {
      $0 + $1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude
    }
  }

  @Test("on random grids each place lies inside or outside as its value says, and areas are nested")
  func randomGrids() {
    var state: UInt64 = 7
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<200 {
      let (rows, columns) = (1 + random(9), 1 + random(9))
      let grid = grid(rows, columns)
      let values = (0..<grid.count).map { _ in
        random(4) == 0 ? Contour.none : Int32(random(5) * 30)
      }
      var smaller = 0.0
      var inner: MultiPolygon?
      for limit: Int32 in [0, 30, 45, 60, 119, 120] {
        let area = Contour(grid, values: values).area(upTo: limit)
        for cell in values.indices {
          #expect(area.contains(grid.place(cell)) == (values[cell] <= limit))
        }
        #expect(area.squareMeters >= smaller)
        let points = area.polygons.flatMap { $0 }.flatMap { $0.dropLast() }
        #expect(Set(points).count == points.count, "no two rings share a point")
        for ring in area.polygons { #expect(turns(ring[0]) > 0) }
        let within: [Coordinate] = inner.map { Array($0.polygons.joined().joined()) } ?? []
        for point in within where !points.contains(point) {
          #expect(area.contains(point))
        }
        (smaller, inner) = (area.squareMeters, area)
      }
    }
  }
}
