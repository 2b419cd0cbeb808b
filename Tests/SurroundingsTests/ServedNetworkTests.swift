import Geography
import Testing
import TransitRouting

@testable import Surroundings

@Suite struct ServedNetworkTests {
  /// A at 4.35°, B at 4.36° (a platform of the station Beta) and C at 4.37°; three trips of two lines.
  private func timetable() throws -> Timetable {
    var builder = TimetableBuilder()
    let station = builder.add(stop: stop("Beta", 4.36))
    var platform = stop("Track 1", 4.36)
    platform.parent = station
    let stops = [
      builder.add(stop: stop("A", 4.35)), builder.add(stop: platform),
      builder.add(stop: stop("C", 4.37)),
    ]
    // Two routes of one line.
    let routes = ["r1", "r2", "r3"].map { id in
      builder.add(
        route: .init(id: id, shortName: id == "r3" ? "2" : "1", type: 0, operatorName: "STIB"))
    }
    for (id, route, calls) in [("t", 0, [0, 1, 2]), ("u", 1, [0, 1, 2]), ("v", 2, [2, 1])] {
      try builder.add(
        trip: .init(id: id, route: routes[route]),
        events: calls.enumerated().map { position, call in
          .init(
            stop: stops[call], arrivalSeconds: position * 60, departureSeconds: position * 60)
        })
    }
    return builder.build()
  }

  private func stop(_ name: String, _ longitude: Double) -> Timetable.Stop {
    .init(id: name, name: name, coordinate: .init(latitude: 50.85, longitude: longitude))
  }

  @Test func routesOfOneNameAreALineAndEqualTripsOnePattern() throws {
    let network = try ServedNetwork(timetable(), name: "n") { _ in [:] }
    #expect(network.lines.map(\.name) == ["STIB tram 1", "STIB tram 2"])
    #expect(network.lines.map(\.patterns) == [[[1, 2, 3]], [[3, 2]]])
    #expect(network.places.map(\.name) == ["Beta", "A", "Beta", "C"])
    #expect(network.courses.isEmpty)
  }

  /// Only the first trip of each pattern is asked for; its shape goes over 50.86°.
  @Test func shapesAreCutAtTheStopsOfTheirTrips() throws {
    let shape = [(50.85, 4.35), (50.86, 4.355), (50.85, 4.36), (50.85, 4.37)].map {
      Coordinate(latitude: $0.0, longitude: $0.1)
    }
    var asked: [String] = []
    let network = try ServedNetwork(timetable(), name: "n") { ids in
      asked = ids
      return ["t": shape]
    }
    #expect(asked == ["t", "v"])
    #expect(
      network.courses == [
        .init(from: 1, to: 2): [shape[0], shape[0], shape[1], shape[2], shape[2]],
        .init(from: 2, to: 3): [shape[2], shape[2], shape[3], shape[3]],
      ])
  }

  @Test func theModelIsThatOfTheTwoOperators() throws {
    let network = try ServedNetwork.model()
    #expect(Set(network.lines.map(\.operatorName)) == ["SNCB", "STIB"])
    #expect(network.lines.contains { $0.name == "STIB metro 5" })
    #expect(network.isModel && network.precisionMeters == 300)
  }
}
