import Geography
import Testing

@testable import Candidates

@Suite struct HexagonalLatticeTests {
  private let lattice = HexagonalLattice(
    middle: .init(latitude: 50.85, longitude: 4.35), spacingMeters: 100)

  /// Of the lattice (q, r) the squared distance is q² + qr + r² steps: 6 points at 1, 6 at 3, 6 at 4,
  /// 12 at 7 and 6 at 9, so 1 + 6 = 7 within one step, 13 within √3, 19 within 2 and 37 within 3.
  @Test(
    "a radius holds so many points",
    arguments: [
      (0.0, 1), (99, 1), (100, 7), (173.3, 13), (200, 19), (264, 19), (264.6, 31), (300, 37),
    ])
  func count(radius: Double, count: Int) {
    #expect(lattice.points(withinMeters: radius).count == count)
  }

  @Test func everyPointHasSixNeighboursAtTheSpacing() throws {
    let points = lattice.points(withinMeters: 100).map(\.coordinate)
    for point in points.dropFirst() {
      #expect(abs(points[0].distanceMeters(to: point) - 100) < 0.1)
      #expect(points.count { abs($0.distanceMeters(to: point) - 100) < 0.1 } == 3)
    }
    #expect(
      lattice.points(withinMeters: 200).map(\.ring) == [0] + Array(repeating: 1, count: 6)
        + Array(repeating: 2, count: 12))
  }

  /// 4 km² over 100² × √3 / 2 m² a point is 461.9; at most half the border of 8 km counts or not.
  @Test func anAreaHasAPointForEachCell() throws {
    let points = try #require(
      HexagonalLattice.points(in: square(meters: 2000), spacingMeters: 100, limit: 1000))
    #expect(abs(Double(points.count) - 461.9) < 40)
    #expect(Set(points.map { "\($0.coordinate)" }).count == points.count)
    let area = square(meters: 2000)
    #expect(points.allSatisfy { area.contains($0.coordinate) })
  }

  @Test func moreThanTheLimitIsRefusedBeforeItIsMade() {
    #expect(
      HexagonalLattice.points(in: square(meters: 2000), spacingMeters: 100, limit: 400) == nil)
    #expect(HexagonalLattice.points(in: square(meters: 1e6), spacingMeters: 1, limit: 1000) == nil)
    #expect(
      HexagonalLattice.points(in: MultiPolygon([]), spacingMeters: 1, limit: 9)?.isEmpty == true)
  }
}
