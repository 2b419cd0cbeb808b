import Geography
import Testing

@Suite struct CoordinateTests {
  private func distance(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
    Coordinate(latitude: a.0, longitude: a.1)
      .distanceMeters(to: Coordinate(latitude: b.0, longitude: b.1))
  }

  @Test func aDegreeOnTheMeridianIsAThreeHundredAndSixtiethOfTheCircle() {
    // π × 6,371,008.8 m / 180 = 111,195.0802 m.
    #expect(abs(distance((50, 4), (51, 4)) - 111_195.0802) < 0.001)
    #expect(abs(distance((0, 4), (0, 5)) - 111_195.0802) < 0.001)
  }

  @Test func aDegreeOfLongitudeAtSixtyNorthIsHalfAsLong() {
    // 2R asin(cos 60° × sin 0.5°) = 55,597.0109 m.
    #expect(abs(distance((60, 4), (60, 5)) - 55_597.0109) < 0.001)
  }

  @Test func grandPlaceToTheCathedralOfAntwerpIsFortyOneKilometres() {
    // 50.8467,4.3525 to 51.2203,4.4015: 0.3736° north = 41,542 m, 0.0490° east × cos 51.03° =
    // 3,426 m; the root of the squares is 41,683 m.
    #expect(abs(distance((50.8467, 4.3525), (51.2203, 4.4015)) - 41_683) < 5)
  }

  @Test func antipodesAreHalfTheCircleApartAndNothingIsZero() {
    #expect(abs(distance((0, 0), (0, 180)) - 20_015_114.44) < 0.01)
    #expect(abs(distance((90, 0), (-90, 0)) - 20_015_114.44) < 0.01)
    #expect(distance((50.8, 4.3), (50.8, 4.3)) == 0)
  }

  @Test func theWayBackIsAsLongAndAcrossTheDateLineIsShort() {
    #expect(distance((50.8, 4.3), (51.2, 4.4)) == distance((51.2, 4.4), (50.8, 4.3)))
    // One degree on the equator.
    #expect(abs(distance((0, 179.5), (0, -179.5)) - 111_195.0802) < 0.001)
  }

  @Test func degreesOutsideTheirRangesAreInvalid() {
    #expect(Coordinate(latitude: 90, longitude: -180).isValid)
    #expect(!Coordinate(latitude: 90.001, longitude: 0).isValid)
    #expect(!Coordinate(latitude: 0, longitude: 181).isValid)
    #expect(!Coordinate(latitude: .nan, longitude: 0).isValid)
    #expect(!Coordinate(latitude: 0, longitude: .infinity).isValid)
  }
}
