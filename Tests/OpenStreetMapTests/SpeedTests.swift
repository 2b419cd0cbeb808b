import OpenStreetMap
import StreetRouting
import Testing

@Suite("speeds")
struct SpeedTests {
  /// km/h of a car, forward and backward.
  private func speeds(_ tags: String) throws -> [Double] {
    let passages = try street(tags)
    return [passages.forward, passages.backward].map { Double($0.carSpeedTenths) / 10 }
  }

  @Test(
    "a car drives 80 % of the limit, 95 on motorways and 90 on trunk roads",
    arguments: [
      // 50 × 0.8, 120 × 0.95, 90 × 0.9.
      ("tertiary, maxspeed=50", 40.0), ("motorway, maxspeed=120", 114), ("trunk, maxspeed=90", 81),
      ("tertiary, maxspeed=50 km/h", 40), ("tertiary, maxspeed=30 mph", 38.6),
      // 10 × 1.852 × 0.8 = 14.8; the lower of two; 6 × 0.8; 130 × 0.95.
      ("service, maxspeed=10 knots", 14.8), ("tertiary, maxspeed=70;50", 40),
      ("tertiary, maxspeed=walk", 4.8), ("motorway, maxspeed=none", 123.5),
      ("tertiary, maxspeed=BE:urban", 40), ("tertiary, maxspeed=BE-VLG:rural", 56),
      ("tertiary, maxspeed=BE-WAL:rural", 72), ("tertiary, maxspeed=BE-BRU:urban", 24),
      ("motorway, maxspeed=BE:motorway", 114), ("tertiary, zone:maxspeed=BE:30", 24),
      ("tertiary, source:maxspeed=BE:zone30", 24), ("tertiary, zone:traffic=BE-VLG:rural", 56),
      ("tertiary, maxspeed:type=NL:rural", 64), ("tertiary, maxspeed=50, zone:maxspeed=BE:30", 40),
      ("motorway_link, maxspeed=90, maxspeed:advisory=50", 40),
      // What cannot be read leaves the usual limit, 50.
      ("tertiary, maxspeed=signals", 40), ("tertiary, maxspeed=fast", 40),
      ("tertiary, maxspeed=0", 40), ("tertiary, maxspeed=900", 40), ("tertiary, maxspeed=-5", 40),
    ])
  func limits(tags: String, expected: Double) throws {
    #expect(try speeds("highway=\(tags)")[0] == expected)
  }

  @Test(
    "without a limit the usual one of the class counts",
    arguments: [
      ("motorway", 114.0), ("motorway_link", 56), ("trunk", 81), ("primary", 56),
      ("tertiary", 40), ("residential", 24), ("living_street", 16), ("service", 16),
      ("residential, cyclestreet=yes", 24),
    ])
  func classes(highway: String, expected: Double) throws {
    #expect(try speeds("highway=\(highway)")[0] == expected)
  }

  @Test("limits by direction")
  func directions() throws {
    #expect(try speeds("highway=tertiary, maxspeed=50, maxspeed:backward=30") == [40, 24])
    #expect(
      try speeds("highway=tertiary, maxspeed:forward=70, maxspeed:backward=90") == [56, 72])
  }

  @Test("surface, smoothness and track type cap a car")
  func caps() throws {
    #expect(try speeds("highway=primary, maxspeed=90, surface=sett")[0] == 40)
    #expect(try speeds("highway=primary, maxspeed=90, surface=cobblestone")[0] == 30)
    #expect(try speeds("highway=primary, maxspeed=90, smoothness=very_bad")[0] == 20)
    #expect(
      try speeds("highway=track, motor_vehicle=yes, maxspeed=70, tracktype=grade4")[0] == 25)
    #expect(try speeds("highway=residential, surface=asphalt")[0] == 24)
    #expect(try rights("highway=residential, smoothness=impassable") == "FB/FB")
  }

  @Test(
    "surfaces slow bicycles",
    arguments: [
      ("surface=asphalt", UInt8(100)), ("surface=paving_stones", 89), ("surface=sett", 56),
      ("surface=cobblestone", 44), ("surface=gravel", 67), ("surface=sand", 22),
      ("tracktype=grade2", 67), ("surface=compacted, tracktype=grade3", 44),
      // 78 × 70 %, 22 × 30 % would be less than a tenth.
      ("surface=compacted, smoothness=bad", 54), ("surface=sand, smoothness=horrible", 10),
    ])
  func bicycles(tags: String, expected: UInt8) throws {
    #expect(try street("highway=track, \(tags)").forward.bicyclePercent == expected)
  }
}
