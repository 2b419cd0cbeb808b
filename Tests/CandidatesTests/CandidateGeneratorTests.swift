import Findings
import Geography
import PrincipalRoads
import Scenarios
import Surroundings
import Testing

@testable import Candidates

@Suite struct CandidateGeneratorTests {
  private let stations = [
    Station(id: "b", name: "Beta", coordinate: place(east: 10_000)),
    Station(id: "a", name: "Alpha", coordinate: place(east: 0)),
  ]

  @Test func aRadiusOfZeroGivesTheStationsAlone() throws {
    var generator = CandidateGenerator()
    generator.anchors = CandidateGenerator.Anchor.stations(stations, radiusMeters: 0)
    let all = try generator.candidates()
    #expect(all.map(\.id) == ["station-a", "station-b"])
    #expect(all.map(\.precisionMeters) == [nil, nil])
  }

  /// Without a spacing a place and six around it, the places of all first.
  @Test func aRadiusAddsALatticeAroundEachPlace() throws {
    var generator = CandidateGenerator()
    generator.anchors = CandidateGenerator.Anchor.stations(stations, radiusMeters: 500)
    let all = try generator.candidates()
    #expect(all.count == 14)
    #expect(all.prefix(3).map(\.id) == ["station-a", "station-b", "station-a+1"])
    #expect(
      Set(all.filter { $0.id.hasPrefix("station-a+") }.map(\.name))
        == Set(["SW", "SE", "W", "E", "NW", "NE"].map { "Alpha, 500 m \($0)" }))
    #expect(all.dropFirst(2).allSatisfy { $0.precisionMeters == 0 && $0.ring == 1 })
    generator.spacingMeters = 250
    #expect(try generator.candidates().count == 38)
  }

  @Test func placesThemselvesComeBeforeLatticesAndOwnPointsFirst() throws {
    var generator = CandidateGenerator()
    generator.anchors =
      try CandidateGenerator.Anchor.airportQuarters()
      + CandidateGenerator.Anchor.ringExits(PrincipalRoads(), radiusMeters: 300)
      + CandidateGenerator.Anchor.stations(stations, radiusMeters: 300)
      + CandidateGenerator.Anchor.own(
        SiteTable.read(table("id,name,lat,lon,operator\nz,Z,50,4,Op\n")))
    generator.areas = [
      .init(
        name: "grid", geometry: square(meters: 1000), source: .grid, spacingMeters: 500)
    ]
    let all = try generator.candidates()
    let places = all.prefix { $0.ring == 0 }
    #expect(all.dropFirst(places.count).allSatisfy { $0.ring > 0 })
    let sources = places.map(\.source)
    #expect(sources == sources.sorted { $0.rank < $1.rank })
    #expect(sources.first == .own && all.last?.source == .grid)
    #expect(sources.count { $0 == .ringExit } == 33)
    #expect(places.first?.operatorName == "Op")
    #expect(Set(all.map(\.id)).count == all.count)
  }

  @Test func tooManySayWhichNumberToRaise() throws {
    var generator = CandidateGenerator()
    generator.limit = 13
    generator.anchors = CandidateGenerator.Anchor.stations(stations, radiusMeters: 500)
    #expect(throws: TooManyCandidates(source: .station, limit: 13)) { try generator.candidates() }
    generator.limit = 14
    #expect(try generator.candidates().count == 14)
    generator.areas = [
      .init(name: "g", geometry: square(meters: 1e5), source: .grid, spacingMeters: 10)
    ]
    #expect(throws: TooManyCandidates(source: .grid, limit: 14)) { try generator.candidates() }
    #expect(TooManyCandidates(source: .grid, limit: 14).description.contains("raise --grid"))
    // A radius that would take hours is refused at once.
    generator.anchors[0].radiusMeters = 20_000
    generator.spacingMeters = 0.01
    #expect(throws: TooManyCandidates(source: .station, limit: 14)) { try generator.candidates() }
  }

  /// Alpha lies on the corner of the square, Beta 9 km east of it.
  @Test func placesFarFromAnAreaAreLeftOut() {
    var generator = CandidateGenerator()
    generator.anchors = CandidateGenerator.Anchor.stations(stations, radiusMeters: 0)
    generator.keepAnchors(withinKilometers: 9.01, of: square(meters: 1000))
    #expect(generator.anchors.map(\.name) == ["Beta", "Alpha"])
    generator.keepAnchors(withinKilometers: 8.99, of: square(meters: 1000))
    #expect(generator.anchors.map(\.name) == ["Alpha"])
  }

  /// The airport node of the built-in roads lies in the middle of its quarters.
  @Test func theAirportsQuartersLieAroundIt() throws {
    let quarters = try CandidateGenerator.Anchor.airportQuarters()
    let airport = try #require(try PrincipalRoads().nodes.first { $0.kind == .airport })
    #expect(quarters.count == 7)
    #expect(
      quarters.allSatisfy { $0.coordinate.distanceMeters(to: airport.coordinate) < 4_000 })
    #expect(quarters.allSatisfy { ($0.precisionMeters ?? 0) >= 500 })
  }

  @Test func mistakesOfATableOfQuartersAreNamed() {
    #expect(
      findings { () throws(Failure) in
        try CandidateGenerator.Anchor.airportQuarters(
          table(
            "quarter_id,name,lat,lon,radius_m,coordinate_precision_m,source\nq,Q,99,4,-1,500,\n"))
      } == [
        "t.csv:2 invalid_number lat", "t.csv:2 invalid_number radius_m",
        "t.csv:2 missing_value source",
      ])
  }

  @Test func anOwnPointMustNotHaveTheIdOfAGeneratedOne() throws {
    let all = [
      candidate("station-a", place(east: 0)), candidate("station-a", place(east: 9), .station),
    ]
    #expect(
      findings { () throws(Failure) in try CandidateGenerator.checkIDs(all, file: "o.csv") }
        == ["o.csv:0 duplicate_id id"])
    try CandidateGenerator.checkIDs([all[0]], file: "o.csv")
  }
}
