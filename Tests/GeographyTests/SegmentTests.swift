import Geography
import Testing

/// One degree of latitude is 111,195 m on the sphere of the mean radius; of longitude at 50.85°
/// cos 50.85° = 0.6314 of that.
@Suite struct SegmentTests {
  private let start = Coordinate(latitude: 50.85, longitude: 4.35)
  private let end = Coordinate(latitude: 50.85, longitude: 4.36)

  /// 0.001° north of the middle: 111.2 m, half way along.
  @Test func besideALineTheDistanceIsThePerpendicular() {
    let found = Coordinate(latitude: 50.851, longitude: 4.355)
      .nearest(onSegmentFrom: start, to: end)
    #expect(abs(found.meters - 111.195) < 0.01)
    #expect(abs(found.share - 0.5) < 1e-6)
  }

  /// 0.001° north and 0.001° west of the start: √(111.2² + 70.2²) = 131.5 m, at its start.
  @Test func beyondTheEndsItIsTheDistanceToTheEnd() {
    let place = Coordinate(latitude: 50.851, longitude: 4.349)
    let found = place.nearest(onSegmentFrom: start, to: end)
    #expect(abs(found.meters - 131.5) < 0.1)
    #expect(found.share == 0)
    #expect(abs(found.meters - place.distanceMeters(to: start)) < 0.1)
    #expect(place.nearest(onSegmentFrom: end, to: start).share == 1)
  }

  @Test func aLineWithoutLengthIsAPoint() {
    let place = Coordinate(latitude: 50.86, longitude: 4.35)
    let found = place.nearest(onSegmentFrom: start, to: start)
    #expect(abs(found.meters - place.distanceMeters(to: start)) < 0.01)
  }
}
