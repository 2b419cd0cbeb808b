import TestSupport
import Testing

@testable import Geography

/// Ways over the border of an area, in degrees on a plain map.
@Suite struct AreaBorderTests {
  private func place(_ x: Double, _ y: Double) -> Coordinate {
    Coordinate(latitude: y, longitude: x)
  }

  private func ring(_ corners: [(Double, Double)]) -> [Coordinate] {
    corners.map { place($0.0, $0.1) }
  }

  /// A square from 0 to 4 with a hole from 1 to 3, and one from 6 to 8.
  private var squares: MultiPolygon {
    MultiPolygon([
      [
        ring([(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)]),
        ring([(1, 1), (3, 1), (3, 3), (1, 3)]),
      ], [ring([(6, 0), (8, 0), (8, 4), (6, 4)])],
    ])
  }

  private func count(_ points: (Double, Double)...) -> Int {
    AreaBorder(squares).crossings(along: points.map { place($0.0, $0.1) }).count
  }

  @Test func aStraightLineMayCrossTheBorderManyTimes() {
    // In at 0, into the hole at 1, out of it at 3, out at 4, in at 6, out at 8.
    #expect(count((-1, 2), (9, 2)) == 6)
    #expect(count((-1, 2), (2, 2), (5, 2)) == 4)
    #expect(count((-1, 0.5), (5, 0.5)) == 2)
    #expect(count((0.5, 0.5), (0.5, 3.5), (3.5, 3.5)) == 0)
    #expect(count((-1, -1), (9, -1)) == 0)
    #expect(count((2, 2)) == 0)
  }

  @Test func whoTouchesTheBorderOrRunsAlongItDoesNotCrossIt() {
    // A corner of the square from outside, a side from inside, the side itself, a standstill.
    #expect(count((-1, 1), (1, -1)) == 0)
    #expect(count((0.5, 2), (0, 2), (0.5, 3)) == 0)
    #expect(count((-1, -1), (0, 0), (0, 4), (-1, 5)) % 2 == 0)
    #expect(count((0.5, 0.5), (0.5, 0.5)) == 0)
    // Through a corner, on the diagonal: in at 0,0, into the hole at 1,1, and so on.
    #expect(count((-1, -1), (5, 5)) == 4)
    #expect(count((-1, -1), (0, 0), (0.5, 0.5)) == 1)
  }

  @Test func waysAreJoinedAndTurnedRound() {
    let border = AreaBorder(squares)
    var way = border.crossings(along: [place(-1, 0.5), place(0.5, 0.5)])
    #expect(way == .init(startsInside: false, endsInside: true, count: 1))
    #expect(way.reversed == .init(startsInside: true, endsInside: false, count: 1))
    way.append(border.crossings(along: [place(0.5, 0.5), place(5, 0.5)]))
    #expect(way == .init(startsInside: false, endsInside: false, count: 2))
    // The next one begins where this one does not end: that is a crossing too.
    way.append(.init(startsInside: true, endsInside: true, count: 0))
    #expect(way == .init(startsInside: false, endsInside: true, count: 3))
  }

  @Test func noAreaHasNoBorder() {
    for area in [MultiPolygon([]), MultiPolygon([[]]), MultiPolygon([[[]]])] {
      let border = AreaBorder(area)
      #expect(!border.contains(place(0, 0)))
      #expect(border.crossings(along: [place(-1, 0), place(1, 0)]).count == 0)
    }
  }

  /// Stars of random radii: every place is inside or not as the polygon says, and every way crosses
  /// as often as one sees at two thousand of its places.
  @Test func randomPlacesAndWaysAgreeWithThePolygonItself() {
    var random = SeededGenerator(seed: 7)
    var inside = 0
    for corners in [3, 5, 40, 300] {
      let star = (0..<corners).map { corner in
        let radius = Double.random(in: 0.5...1, using: &random)
        let steps = Double(corner) / Double(corners)
        // A square's outline instead of a circle's: no library of angles is needed.
        let (x, y) = outline(steps)
        return place(x * radius, y * radius)
      }
      let area = MultiPolygon([[star]])
      let border = AreaBorder(area)
      for _ in 0..<300 {
        let ends = (0..<2).map { _ in
          place(.random(in: -1.2...1.2, using: &random), .random(in: -1.2...1.2, using: &random))
        }
        #expect(border.contains(ends[0]) == area.contains(ends[0]))
        inside += area.contains(ends[0]) ? 1 : 0
        let crossings = border.crossings(along: ends)
        #expect(crossings.startsInside == area.contains(ends[0]))
        #expect(crossings.endsInside == area.contains(ends[1]))
        let seen = (0...2000).map { step in
          let share = Double(step) / 2000
          return area.contains(
            place(
              ends[0].longitude + share * (ends[1].longitude - ends[0].longitude),
              ends[0].latitude + share * (ends[1].latitude - ends[0].latitude)))
        }
        let changes = zip(seen, seen.dropFirst()).count { $0 != $1 }
        // Two crossings may lie between two of the places that are looked at.
        #expect(crossings.count >= changes && (crossings.count - changes) % 2 == 0)
        if corners < 10 { #expect(crossings.count - changes <= 2) }
      }
    }
    #expect(inside > 200)
  }

  /// Anticlockwise round the square from -1 to 1.
  private func outline(_ share: Double) -> (Double, Double) {
    let side = share * 4
    return switch Int(side) {
    case 0: (1, 2 * side - 1)
    case 1: (1 - 2 * (side - 1), 1)
    case 2: (-1, 1 - 2 * (side - 2))
    default: (2 * (side - 3) - 1, -1)
    }
  }
}
