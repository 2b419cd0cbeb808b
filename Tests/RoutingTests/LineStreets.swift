import Geography
import StreetRouting
import TransitRouting

@testable import Routing

/// Streets on a meridian, with the arithmetic of round numbers: nodes at 0, 600, 1200 and 1800 m
/// north. The link from 600 to 1200 m is one way northward for bicycles and cars; a car drives
/// 36 km/h (10 m/s) everywhere.
enum LineStreets {
  /// A degree of latitude is 111,195.08 m (6,371,008.8 m × π / 180).
  static func north(_ meters: Double, east: Double = 0) -> Coordinate {
    Coordinate(
      latitude: 50 + meters / 111_195.08, longitude: 4 + east / (111_195.08 * 0.642788))
  }

  /// Five centimetres inside both ends, so that times are not a millisecond over a whole second.
  static let start = north(0.05)
  static let end = north(1799.95)

  /// Beyond the reach of every street: 3 km to the east.
  static let streetless = north(600, east: 3000)

  static func graph() throws -> StreetGraph {
    let open = Passage(carSpeedTenths: 360, foot: .yes, bicycle: .yes, car: .yes)
    let footOnly = Passage(foot: .yes)
    let around = Passage(carSpeedTenths: 360, bicycle: .yes, car: .yes)
    func link(
      _ from: Int32, _ to: Int32, _ centimeters: Int32, name: Int32, _ roadClass: RoadClass,
      _ forward: Passage, _ backward: Passage
    ) -> StreetLink {
      StreetLink(
        from: from, to: to, lengthCentimeters: centimeters, name: name, roadClass: roadClass,
        forward: forward, backward: backward)
    }
    return try StreetGraph(
      nodes: [0.0, 600, 1200, 1800].map { StreetGraph.Point(north($0)) },
      nodeBarriers: [[], [], [], []],
      links: [
        link(0, 1, 60_000, name: 1, .primary, open, open),
        link(1, 2, 60_000, name: 2, .residential, open, footOnly),
        link(2, 3, 60_000, name: 1, .secondary, open, open),
        // Back from 1200 to 600 m by a way round of 2400 m, without feet.
        link(2, 1, 240_000, name: 3, .residential, around, .closed),
      ], shapeStarts: [0, 0, 0, 0, 1], shapePoints: [StreetGraph.Point(north(900, east: 500))],
      names: ["", "N1", "One Way", "Way Round"], forbiddenPaths: [],
      source: StreetSource(name: "line"))
  }

  static func travel(_ mode: StreetMode, _ speed: Double) throws -> any TravelModel {
    StreetPaths(try graph()).travel(mode, speedKilometersPerHour: speed)
  }

  static func area(south: Double, north: Double) -> MultiPolygon {
    let corners = [(south, -5000.0), (south, 5000), (north, 5000), (north, -5000)]
    return MultiPolygon([[corners.map { LineStreets.north($0.0, east: $0.1) }]])
  }
}
