import Geography
import Testing
import TransitRouting

@testable import Surroundings

/// Stops on a street that runs east at 50.85°: 0.001° of longitude is 70.2 m.
@Suite struct StationTests {
  private func stop(_ id: String, _ name: String, _ longitude: Double) -> Timetable.Stop {
    .init(id: id, name: name, coordinate: .init(latitude: 50.85, longitude: longitude))
  }

  /// The station Beta has two platforms; Gamma has three stops without a station, the second 140 m
  /// and the third 702 m from the first; Delta has buses only.
  private func timetable() throws -> Timetable {
    var builder = TimetableBuilder()
    let beta = builder.add(stop: stop("S", "Beta", 4.36))
    var first = stop("p1", "Track 1", 4.36)
    first.parent = beta
    var second = stop("p2", "Track 2", 4.3605)
    second.parent = beta
    let stops = [
      first, second, stop("g1", "Gamma", 4.37), stop("g2", "GAMMA", 4.372),
      stop("g3", "Gamma", 4.38), stop("d", "Delta", 4.39),
    ].map { builder.add(stop: $0) }
    let routes = [1, 2, 3].map { type in
      builder.add(route: .init(id: "\(type)", shortName: "\(type)", type: type, operatorName: "O"))
    }
    func trip(
      _ id: String, _ route: Int, _ calls: [Int], from start: Int, canBoard: Bool = true
    ) throws {
      try builder.add(
        trip: .init(id: id, route: routes[route]),
        events: calls.enumerated().map { position, call in
          .init(
            stop: stops[call], arrivalSeconds: start + position * 60,
            departureSeconds: start + position * 60, canBoard: canBoard || position == 0)
        })
    }
    try trip("metro", 0, [0, 2, 4], from: 28_800)
    try trip("train", 1, [3, 1], from: 30_000)
    // One may alight at Gamma and not board.
    try trip("set down", 1, [1, 3, 4], from: 32_000, canBoard: false)
    // Of the service day before, and after midnight of this one.
    try trip("early", 0, [0, 2, 4], from: -90)
    try trip("late", 0, [0, 2, 4], from: 86_400)
    try trip("bus", 2, [5, 2], from: 28_800)
    return builder.build()
  }

  @Test func stopsAreJoinedByTheirStationOrElseByNameNearby() throws {
    let stations = Station.served(in: try timetable())
    #expect(stations.map(\.id) == ["S", "g1", "g3"])
    #expect(stations.map(\.name) == ["Beta", "Gamma", "Gamma"])
    #expect(stations.map(\.modes) == [[.metro, .rail], [.metro, .rail], [.metro, .rail]])
    #expect(
      stations.map { $0.stopPlaces.map(\.longitude) } == [[4.36, 4.3605], [4.37, 4.372], [4.38]])
  }

  /// Beta: metro, set down; early leaves it before midnight and late after. Gamma: metro, train, and
  /// early at -90 + 60 = -30, which is the day before. At its end a trip is not boarded.
  @Test func departuresAreThoseOfTheDay() throws {
    let stations = Station.served(in: try timetable())
    #expect(stations.map(\.departureCount) == [2, 2, 0])
  }

  @Test func aNetworkWithoutTrainsHasNone() throws {
    var builder = TimetableBuilder()
    let stops = [4.35, 4.36].map { builder.add(stop: stop("\($0)", "A", $0)) }
    let route = builder.add(route: .init(id: "b", shortName: "b", type: 3))
    try builder.add(
      trip: .init(id: "t", route: route),
      events: stops.map { .init(stop: $0, arrivalSeconds: 0, departureSeconds: 0) })
    #expect(Station.served(in: builder.build()).isEmpty)
  }
}
