import Geography
import TestSupport
import Testing

@testable import Surroundings

@Suite struct ShapeCutTests {
  /// Points on a street that runs east, 70 m apart.
  private func point(_ position: Double) -> Coordinate {
    Coordinate(latitude: 50.85, longitude: 4.35 + position * 0.001)
  }

  @Test func aShapeIsCutAtItsStops() throws {
    let shape = (0...6).map { point(Double($0)) }
    let hops = try #require(ShapeCut.hops(shape, at: [point(0.1), point(2.9), point(6)]))
    #expect(hops.count == 2)
    #expect(hops[0] == [point(0.1)] + (0...3).map { point(Double($0)) } + [point(2.9)])
    #expect(hops[1] == [point(2.9)] + (3...6).map { point(Double($0)) } + [point(6)])
  }

  /// Out and back: the stop at 0 is passed at both ends, and cut at the right one.
  @Test func aLineThatComesByTwiceIsCutAtTheRightTime() throws {
    let shape = ([0, 1, 2, 3, 2, 1, 0]).map { point(Double($0)) }
    let hops = try #require(ShapeCut.hops(shape, at: [point(0), point(3), point(0)]))
    #expect(hops[0] == [0, 0, 1, 2, 3, 3].map { point(Double($0)) })
    #expect(hops[1] == [3, 3, 2, 1, 0, 0].map { point(Double($0)) })
  }

  /// 0.003° of longitude are 211 m.
  @Test func aShapeThatDoesNotPassTheStopsIsRefused() {
    let shape = (0...3).map { point(Double($0)) }
    #expect(ShapeCut.hops(shape, at: [point(0), point(6)]) == nil)
    #expect(ShapeCut.hops(shape, at: [point(3), point(0)]) == nil)
    #expect(ShapeCut.hops([point(0)], at: [point(0), point(1)]) == nil)
  }

  /// Against all choices of points in order.
  @Test(arguments: 0..<40)
  func theSumOfTheDistancesIsLeast(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func random() -> Coordinate {
      Coordinate(
        latitude: 50.85 + Double.random(in: 0...0.0009, using: &generator),
        longitude: 4.35 + Double.random(in: 0...0.0009, using: &generator))
    }
    let shape = (0..<5).map { _ in random() }
    let stops = (0..<3).map { _ in random() }
    var least = Double.infinity
    for a in 0..<5 {
      for b in a..<5 {
        for c in b..<5 {
          let sum = zip(stops, [a, b, c]).reduce(0) { $0 + $1.0.distanceMeters(to: shape[$1.1]) }
          least = min(least, sum)
        }
      }
    }
    let hops = try #require(ShapeCut.hops(shape, at: stops))
    // Each hop is its stop, the points from the first stop's to the last one's, and the next stop.
    let ends = hops.map { $0[1] } + [try #require(hops.last)[try #require(hops.last).count - 2]]
    let sum = zip(stops, ends).reduce(0) { $0 + $1.0.distanceMeters(to: $1.1) }
    #expect(abs(sum - least) < 1e-6)
  }
}
