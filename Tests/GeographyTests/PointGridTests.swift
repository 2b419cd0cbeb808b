import Foundation
import Geography
import TestSupport
import Testing

@Suite struct PointGridTests {
  private func found(_ grid: PointGrid, _ center: Coordinate, _ radius: Double) -> [Int: Double] {
    var found: [Int: Double] = [:]
    grid.forEach(within: radius, of: center) { index, distance in
      #expect(found.updateValue(distance, forKey: index) == nil, "visited twice")
    }
    return found
  }

  /// By looking at every point.
  private func expected(
    _ points: [Coordinate], _ center: Coordinate, _ radius: Double
  ) -> [Int: Double] {
    var expected: [Int: Double] = [:]
    for (index, point) in points.enumerated() where point.isValid {
      let distance = center.distanceMeters(to: point)
      if distance <= radius { expected[index] = distance }
    }
    return expected
  }

  /// A place in a square of so many degrees of latitude each way, as wide as it is high.
  private func near(
    _ center: Coordinate, _ degrees: Double, _ random: inout SeededGenerator
  ) -> Coordinate {
    let wide = degrees / cos(center.latitude * .pi / 180)
    return Coordinate(
      latitude: center.latitude + .random(in: -degrees...degrees, using: &random),
      longitude: center.longitude + .random(in: -wide...wide, using: &random))
  }

  @Test(arguments: [0.0, 50.8, -33.9, 78.2])
  func findsWhatLookingAtEveryPointFinds(latitude: Double) {
    var random = SeededGenerator(seed: 11)
    let middle = Coordinate(latitude: latitude, longitude: 4.3)
    var hits = 0
    for round in 0..<40 {
      var points = (0..<Int.random(in: 1...400, using: &random)).map { _ in
        near(middle, 0.2, &random)
      }
      // The stop at 0,0 of so many feeds, and one without a place.
      if round % 2 == 0 { points.append(Coordinate(latitude: 0, longitude: 0)) }
      if round % 3 == 0 { points.append(Coordinate(latitude: .nan, longitude: .nan)) }
      let grid = PointGrid(points, cellMeters: [50, 500, 5000][round % 3])
      for _ in 0..<20 {
        // Centres lie outside of the points too.
        let center = near(middle, 0.4, &random)
        let radius = Double.random(in: 0...30_000, using: &random)
        let expected = expected(points, center, radius)
        hits += expected.count
        #expect(found(grid, center, radius) == expected)
        let nearest = expected.min { ($0.value, $0.key) < ($1.value, $1.key) }
        #expect(grid.nearest(to: center, within: radius)?.index == nearest?.key)
      }
    }
    #expect(hits > 1000)
  }

  @Test func findsPointsAllOverTheWorld() {
    var random = SeededGenerator(seed: 12)
    let points = (0..<500).map { _ in
      Coordinate(
        latitude: .random(in: -85...85, using: &random),
        longitude: .random(in: -150...150, using: &random))
    }
    let grid = PointGrid(points)
    for point in points.prefix(50) {
      #expect(found(grid, point, 200_000) == expected(points, point, 200_000))
    }
  }

  @Test func equalPointsAreAllFoundAndTheFirstIsNearest() {
    let place = Coordinate(latitude: 50.8, longitude: 4.3)
    let grid = PointGrid(Array(repeating: place, count: 100))
    #expect(found(grid, place, 0).count == 100)
    #expect(grid.nearest(to: place, within: 0)?.index == 0)
  }

  @Test func noPointsAndNoPlaceFindNothing() {
    let place = Coordinate(latitude: 50.8, longitude: 4.3)
    let nowhere = Coordinate(latitude: .nan, longitude: .nan)
    #expect(PointGrid([]).nearest(to: place, within: 1e6) == nil)
    #expect(PointGrid([nowhere]).nearest(to: place, within: 1e6) == nil)
    #expect(PointGrid([place]).nearest(to: nowhere, within: 1e6) == nil)
    #expect(PointGrid([place]).nearest(to: place, within: -1) == nil)
  }

  @Test func thePointOnTheRadiusIsIn() {
    let place = Coordinate(latitude: 50.8, longitude: 4.3)
    let other = Coordinate(latitude: 50.81, longitude: 4.3)
    let distance = place.distanceMeters(to: other)
    #expect(PointGrid([other]).nearest(to: place, within: distance)?.distanceMeters == distance)
    #expect(PointGrid([other]).nearest(to: place, within: distance.nextDown) == nil)
  }
}
