import Findings
import Geography
import Scenarios
import TestSupport
import Testing
import TransitRouting

@Suite struct MatrixPointsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder([
      "o.csv": "id,lon,lat\na,4.3,50.8\nb,4.4,50.9\n", "d.csv": "id,lon,lat\nx,4.5,50.7\n",
    ])
  }

  private func points(
    _ origins: String?, _ destinations: String?, _ pairs: String? = nil, areStops: Bool = false
  ) throws(Failure) -> MatrixPoints {
    try MatrixPoints(
      origins: origins.map(folder.file), destinations: destinations.map(folder.file),
      pairs: pairs.map(folder.file), areStops: areStops)
  }

  @Test func withoutPairsEveryOriginGoesToEveryDestination() throws {
    let points = try points("o.csv", "d.csv")
    #expect(points.pairs == nil)
    #expect(points.destinations.map(\.id) == ["x"])
    #expect(points.origins[1].coordinate == Coordinate(latitude: 50.9, longitude: 4.4))
  }

  @Test func pairsOfStopsAreEnough() throws {
    try folder.write("p.csv", "from_id,to_id\nA,B\nB,A\nA,B\n")
    let points = try points(nil, nil, "p.csv", areStops: true)
    #expect(points.origins.map(\.id) == ["A", "B"])
    #expect(points.destinations.map(\.id) == ["B", "A"])
    #expect(points.pairs?.map { [$0.origin, $0.destination] } == [[0, 0], [1, 1], [0, 0]])
  }

  @Test func everyMistakeOfEveryFileIsNamed() throws {
    try folder.write("bad.csv", "id,lon,lat\na,4.3,50.8\na,500,50.8\n")
    try folder.write("p.csv", "from_id,to_id\na,x\nb,y\n")
    let found = findings { () throws(Failure) in try points("bad.csv", "d.csv", "p.csv") }
    #expect(
      found == [
        "bad.csv:3 duplicate_id id", "bad.csv:3 invalid_number lon", "p.csv:3 unknown_id from_id",
      ])
  }
}

@Suite struct StopFinderTests {
  private func finder(_ ids: String...) -> StopFinder {
    var builder = TimetableBuilder()
    for id in ids {
      _ = builder.add(
        stop: .init(id: id, name: id, coordinate: Coordinate(latitude: 50, longitude: 4)))
    }
    return StopFinder(builder.build(), file: "n.sqlite")
  }

  /// The part of a stop that a rule names has the stop's id.
  @Test func aSplitStopIsFoundAsOne() throws {
    var builder = TimetableBuilder()
    let stop = builder.add(
      stop: .init(id: "f:A", name: "A", coordinate: Coordinate(latitude: 50, longitude: 4)))
    let route = builder.add(route: .init(id: "R", shortName: "1", type: 3))
    try builder.add(
      trip: .init(id: "T", route: route),
      events: [0, 60].map { .init(stop: stop, arrivalSeconds: $0, departureSeconds: $0) })
    let split = builder.build().applying([
      TransferRule(from: stop, to: stop, arriving: .route(route), departing: .all, seconds: 60)
    ])
    #expect(split.stops.map(\.id) == ["f:A", "f:A"])
    let finder = StopFinder(split, file: "n.sqlite")
    #expect(finder.find("f:A") == stop)
    #expect(finder.find("A") == stop)
  }

  @Test func aBareIDIsFoundWhereOneFeedHasIt() {
    let finder = finder("sncb:8813003", "stib:8022", "sncb:1", "stib:1", "stib:gs:7")
    #expect(finder.find("stib:8022") == StopIndex(1))
    #expect(finder.find("8022") == StopIndex(1))
    #expect(finder.find("gs:7") == StopIndex(4))
    #expect(finder.find("1") == nil)
    #expect(finder.find("7") == nil)
  }

  @Test func everyUnknownIDIsNamedWithItsLine() throws {
    let folder = try TemporaryFolder(["p.csv": "from_id,to_id\n8813003,9\n1,8813033\n"])
    let points = try MatrixPoints(
      origins: nil, destinations: nil, pairs: folder.file("p.csv"), areStops: true)
    let finder = finder("sncb:8813003", "sncb:1", "stib:1")
    #expect(
      findings { () throws(Failure) in try finder.get(points.origins) } == [
        "p.csv:3 ambiguous_stop"
      ])
    #expect(
      findings { () throws(Failure) in try finder.get(points.destinations) }
        == ["p.csv:2 unknown_stop", "p.csv:3 unknown_stop"])
  }
}
