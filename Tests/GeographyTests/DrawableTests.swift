import Geography
import Testing

@Suite struct DrawableTests {
  private func ring(_ places: (Double, Double)...) -> [Coordinate] {
    places.map { Coordinate(latitude: $0.1, longitude: $0.0) }
  }

  @Test func ringsAreClosedAndRunAsGeoJSONWantsThem() {
    // Both given clockwise and open.
    let area = MultiPolygon([
      [ring((0, 0), (0, 9), (9, 9), (9, 0)), ring((1, 1), (1, 2), (2, 2), (2, 1))]
    ])
    #expect(
      area.drawable
        == MultiPolygon([
          [
            ring((0, 0), (9, 0), (9, 9), (0, 9), (0, 0)),
            ring((1, 1), (1, 2), (2, 2), (2, 1), (1, 1)),
          ]
        ]))
    #expect(area.drawable.drawable == area.drawable)
  }

  @Test func whatRoundingLeftWithoutAnAreaIsLeftOut() {
    let line = ring((0, 0), (1, 1), (0, 0))
    let point = ring((3, 3), (3, 3), (3, 3), (3, 3))
    let triangle = ring((0, 0), (9, 0), (9, 9), (0, 0))
    #expect(
      MultiPolygon([[line], [point], [], [triangle, line]]).drawable == MultiPolygon([[triangle]]))
  }

  /// The same place twice in a row adds nothing.
  @Test func repeatedPlacesAreWrittenOnce() {
    let area = MultiPolygon([[ring((0, 0), (9, 0), (9, 0), (9, 9), (0, 0))]])
    #expect(area.drawable == MultiPolygon([[ring((0, 0), (9, 0), (9, 9), (0, 0))]]))
  }
}
