import Geography
import StreetRouting
import TestSupport
import Testing
import TransitRouting

@testable import Routing

struct StreetTravelTests {
  /// At 18 km/h (5 m/s) 1800 m north are 360 s. Back, the one-way link is driven round: 600 + 2400 +
  /// 600 = 3600 m in 720 s.
  @Test("a one-way street is gone round on the way back, and feet do not mind it")
  func oneWay() throws {
    let (south, north) = (LineStreets.start, LineStreets.end)
    let bicycle = try LineStreets.travel(.bike, 18)
    #expect(
      bicycle.time(from: south, to: north, limitSeconds: 4000)
        == TravelTime(seconds: 360, isStraightLine: false))
    #expect(bicycle.seconds(from: north, to: south, limitSeconds: 4000) == 720)
    #expect(bicycle.seconds(from: north, to: south, limitSeconds: 719) == nil)
    let feet = try LineStreets.travel(.walk, 3.6)
    #expect(feet.seconds(from: south, to: north, limitSeconds: 4000) == 1800)
    #expect(feet.seconds(from: north, to: south, limitSeconds: 4000) == 1800)
  }

  @Test("where one of two places has no street near it, it is the straight line, and says so")
  func fallback() throws {
    let bicycle = try LineStreets.travel(.bike, 18)
    let line = StraightLineTravel(mode: .bike, speedKilometersPerHour: 18)
    for (from, to) in [
      (LineStreets.north(0), LineStreets.streetless),
      (LineStreets.streetless, LineStreets.north(0)),
    ] {
      let time = try #require(bicycle.time(from: from, to: to, limitSeconds: 4000))
      #expect(time.isStraightLine)
      #expect(time == line.time(from: from, to: to, limitSeconds: 4000))
    }
    let nowhere = Coordinate(latitude: .nan, longitude: 4)
    #expect(bicycle.time(from: nowhere, to: LineStreets.north(0), limitSeconds: 4000) == nil)
    #expect(bicycle.places([nowhere]).reached(from: LineStreets.north(0), limitSeconds: 99).isEmpty)
    #expect(bicycle.places([LineStreets.north(0)]).reached(from: nowhere, limitSeconds: 99).isEmpty)
    #expect(
      line.places([LineStreets.north(0)]).reached(from: LineStreets.north(0), limitSeconds: -1)
        .isEmpty)
  }

  @Test("all places found at once are those found one by one", arguments: UInt64(1)...40)
  func placesAreTheSameAsPairs(_ seed: UInt64) throws {
    let streets = RandomStreets.graph(seed: seed)
    var random = SeededGenerator(seed: seed)
    let places = (0..<14).map { _ in
      // Some lie more than a kilometre from every street.
      Coordinate(
        latitude: 50.79 + Double.random(in: 0...0.03, using: &random),
        longitude: 4.29 + Double.random(in: 0...0.04, using: &random))
    }
    for mode in [StreetMode.walk, .bike] {
      let travel = StreetPaths(streets).travel(mode, speedKilometersPerHour: 10)
      let targets = travel.places(places)
      for (index, place) in places.enumerated() {
        for limit in [300, 3000] {
          func pairs(_ time: (Coordinate) -> TravelTime?) -> [ReachedPlace] {
            places.indices.compactMap { other in
              time(places[other]).map { ReachedPlace(position: other, time: $0) }
            }
          }
          #expect(
            targets.reached(from: place, limitSeconds: limit).sorted { $0.position < $1.position }
              == pairs { travel.time(from: place, to: $0, limitSeconds: limit) }, "from \(index)")
          #expect(
            targets.reaching(place, limitSeconds: limit).sorted { $0.position < $1.position }
              == pairs { travel.time(from: $0, to: place, limitSeconds: limit) }, "to \(index)")
        }
      }
    }
  }
}
