import Geography
import Testing

/// Places on a curve that fills the plane.
@Suite struct CurveTests {
  @Test func bitsOfLatitudeAndLongitudeTakeTurns() {
    // The south-west corner of the map is 0; all 48 bits are set in the north-east one.
    #expect(Coordinate(latitude: -90, longitude: -180).curvePosition == 0)
    #expect(Coordinate(latitude: 90, longitude: 180).curvePosition == (1 << 48) - 1)
    // Only latitude at its most: every second bit, from the highest on.
    #expect(
      Coordinate(latitude: 90, longitude: -180).curvePosition == 0b1010 * ((1 << 48) - 1) / 0b1111)
  }

  @Test func neighboursAreNearerThanOthers() {
    let brussels = Coordinate(latitude: 50.8450, longitude: 4.3570).curvePosition
    let near = Coordinate(latitude: 50.8451, longitude: 4.3571).curvePosition
    let namur = Coordinate(latitude: 50.4690, longitude: 4.8620).curvePosition
    #expect(max(brussels, near) - min(brussels, near) < max(brussels, namur) - min(brussels, namur))
  }

  @Test func whatIsNoPlaceComesLast() {
    #expect(Coordinate(latitude: .nan, longitude: 4).curvePosition == .max)
  }
}
