import Geography
import StreetRouting
import TestSupport
import Testing

@testable import Routing

struct WaySearchTests {
  /// North 1799.9 m straight on; back 600 + 2400 + 600 m with the one-way link driven round, 10 cm
  /// less at the ends.
  @Test("ways to and from others are as long as the streets that they follow")
  func lengths() throws {
    let travel = try LineStreets.travel(.bike, 18)
    let search = WaySearch(travel, [LineStreets.end, LineStreets.streetless])
    var lengths: [Double] = []
    for direction in [StreetDirection.forward, .backward] {
      search.ways(direction, LineStreets.start, [0]) { _, way in
        guard case .streets(let path) = way else { return }
        lengths.append(path.lengthMeters(in: travel.streetGraph))
      }
    }
    try #require(lengths.count == 2)
    #expect(abs(lengths[0] - 1799.9) < 0.01)
    #expect(abs(lengths[1] - 3599.9) < 0.01)
  }

  @Test("where no street is, the way is the straight line with its detour; nowhere has no way")
  func straightLines() throws {
    let nowhere = Coordinate(latitude: .nan, longitude: 4)
    let others = [LineStreets.streetless, nowhere, LineStreets.end]
    let distance = LineStreets.start.distanceMeters(to: LineStreets.streetless)
    for model in [
      try LineStreets.travel(.bike, 18), StraightLineTravel(mode: .bike) as any TravelModel,
    ] {
      var found: [Int] = []
      WaySearch(model, others).ways(.forward, LineStreets.start, [0, 1]) { other, way in
        found.append(other)
        guard case .straightLine(let meters) = way else {
          Issue.record("a way along streets")
          return
        }
        #expect(meters == distance * 1.3)
      }
      #expect(found == [0])
    }
    // From where no street is, all are straight lines.
    var count = 0
    WaySearch(try LineStreets.travel(.bike, 18), others).ways(
      .backward, LineStreets.streetless, [2]
    ) { _, way in
      if case .straightLine = way { count += 1 }
    }
    #expect(count == 1)
  }

  @Test("every way takes the time that a search of times finds", arguments: UInt64(1)...40)
  func times(_ seed: UInt64) throws {
    let streets = RandomStreets.graph(seed: seed)
    var random = SeededGenerator(seed: seed)
    let places = (0..<12).map { _ in
      Coordinate(
        latitude: 50.79 + Double.random(in: 0...0.03, using: &random),
        longitude: 4.29 + Double.random(in: 0...0.04, using: &random))
    }
    let travel = StreetPaths(streets).travel(.bike, speedKilometersPerHour: 10)
    let reachable = travel.places(places)
    for place in places {
      for direction in [StreetDirection.forward, .backward] {
        let isForward = direction == .forward
        var found: [ReachedPlace] = []
        WaySearch(travel, places).ways(direction, place, Array(places.indices)) { other, way in
          switch way {
          case .straightLine(let meters):
            let seconds = Int((meters / (10 / 3.6)).rounded(.up))
            found.append(
              .init(position: other, time: .init(seconds: seconds, isStraightLine: true)))
          case .streets(let path):
            let time = TravelTime(
              milliseconds: path.milliseconds, path.origin, path.destination)
            found.append(.init(position: other, time: time))
          }
        }
        let limit = 1_000_000
        let expected =
          (isForward
          ? reachable.reached(from: place, limitSeconds: limit)
          : reachable.reaching(place, limitSeconds: limit)).sorted { $0.position < $1.position }
        found.sort { $0.position < $1.position }
        #expect(found.map(\.position) == expected.map(\.position))
        for (way, time) in zip(found, expected) {
          #expect(way.time.isStraightLine == time.time.isStraightLine)
          // A straight line's metres are rounded to seconds here and there in another order.
          #expect(abs(way.time.seconds - time.time.seconds) <= (way.time.isStraightLine ? 1 : 0))
        }
      }
    }
  }
}

extension TravelModel {
  fileprivate var streetGraph: StreetGraph {
    guard let streets = self as? StreetTravel else { preconditionFailure("no streets") }
    return streets.network.streets
  }
}
