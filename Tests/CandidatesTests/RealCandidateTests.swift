import FeedArchive
import Findings
import Foundation
import GTFSStore
import Geography
import PrincipalRoads
import Routing
import Scenarios
import StreetRouting
import Surroundings
import TabularText
import TestSupport
import Testing
import TransitRouting

@testable import Candidates

private func describer(_ feeds: [String: String], on date: String) throws -> CandidateDescriber {
  let folder = try TemporaryFolder()
  let path = folder.file("network.sqlite")
  _ = try NetworkImport.run(
    feeds.sorted { $0.key < $1.key }.map { name, file in
      FeedToImport(name: name, source: try FeedPath.open(try #require(RealData.path(file))))
    }, into: path)
  let database = try NetworkDatabase(path)
  let loaded = try database.loadTimetable(on: try #require(ServiceDate(date)))
  let network = try ServedNetwork(loaded.timetable, name: "real") { ids throws(Failure) in
    try database.shapes(ofTrips: ids)
  }
  let roads = try PrincipalRoads()
  let tables = try RoadTables.builtIn()
  return CandidateDescriber(
    stations: Station.served(in: loaded.timetable),
    courses: LineCourses(
      network, try LineAttributes(LineAttributes.builtInTable()), assumesRailways: true),
    roads: roads, walking: StraightLineTravel(),
    car: CarTravel(try roads.graph(), zones: tables.zones, congestion: tables.congestion),
    zones: tables.zones)
}

@Suite(
  "candidates on the feeds of 29 October 2019",
  .enabled(
    if: RealData.path("brussels/sncb-2019-10-13.zip") != nil, "needs the real data (ANTENNE_DATA)"),
  .serialized)
struct RealCandidateTests {
  private static let describer = Result {
    try CandidatesTests.describer(
      [
        "sncb": "brussels/sncb-2019-10-13.zip", "stib": "brussels/stib-2019-10-28.zip",
      ], on: "2019-10-29")
  }

  /// Counted from the text files of the feeds apart from this program: STIB's trips of the day call at
  /// 60 metro stations, SNCB's trains at 590 stations, those abroad included.
  @Test func everyStationWithServiceIsThereOnce() throws {
    let stations = try Self.describer.get().stations
    #expect(stations.count { $0.modes.contains(.metro) } == 60)
    #expect(stations.count { $0.modes.contains(.rail) } == 590)
    #expect(stations.count == 650)
  }

  /// Counted likewise: departures of the 29th before midnight and of the 28th after it.
  @Test(
    "departures of a day",
    arguments: [
      ("stib:34", 326 + 3), ("stib:1", 1218 + 18), ("sncb:S8811205", 52),
      ("sncb:S8812005", 1038 + 6),
    ])
  func departures(id: String, count: Int) throws {
    let station = try Self.describer.get().stations.first { $0.id == id }
    #expect(station?.departureCount == count)
  }

  /// The workspace that the document puts beside Delta lies several hundred metres from it; its
  /// nearest station, on the metro of line 5, is Delta all the same, and the Tribes of the airport is
  /// beside the railway station there.
  @Test func knownSpacesHaveTheStationsThatTheyAreNamedWith() async throws {
    let spaces = try SiteTable.read(.read(RealData.package.path + "/Sites/spaces.csv"))
    var generator = CandidateGenerator()
    generator.anchors = CandidateGenerator.Anchor.own(spaces)
    let rows = try await Self.describer.get().describe(generator.candidates(), threads: 2)
    func row(_ id: String) throws -> CandidateDescription {
      try #require(rows.first { $0.candidate.id == id })
    }
    let delta = try row("silversquare-triomphe")
    #expect(["DELTA", "Delta", "HANKAR", "Etterbeek", "PETILLON"].contains(delta.station?.name))
    let airport = try row("tribes-airport")
    #expect(airport.station?.name == "Brussels Airport-Zaventem")
    #expect(airport.zone == "periphery" && airport.line?.mode == .rail)
    // The zones of the catalogue are those of its points.
    #expect(
      rows.count { row in
        spaces.contains { $0.id == row.candidate.id && $0.zone == row.zone }
      } >= 30)
    #expect(rows.allSatisfy { ($0.exit?.driveSeconds ?? .max) < 30 * 60 })
  }

  @Test func stationsLieOnTheirLinesAndNoTwoCandidatesAreNear() async throws {
    let describer = try Self.describer.get()
    var generator = CandidateGenerator()
    generator.anchors =
      CandidateGenerator.Anchor.stations(describer.stations, radiusMeters: 500)
      + CandidateGenerator.Anchor.ringExits(try PrincipalRoads(), radiusMeters: 500)
    let all = try generator.candidates()
    #expect(all.count == 7 * (650 + 33))
    let kept = Separation(all, apartMeters: 200, walking: describer.walking).kept
    #expect(kept.count > 4000)
    let grid = PointGrid(kept.map(\.coordinate))
    for candidate in kept {
      var near = 0
      // 200 m on foot are 153.8 m in a straight line; a second less for rounding.
      grid.forEach(within: 152.5, of: candidate.coordinate) { _, _ in near += 1 }
      #expect(near == 1)
    }
    let rows = await describer.describe(
      kept.filter { $0.source == .station && $0.ring == 0 }, threads: 2)
    #expect(rows.allSatisfy { ($0.line?.meters ?? .infinity) < 300 })
    #expect(rows.allSatisfy { ($0.station?.meters ?? .infinity) < 300 })
  }
}

@Suite(
  "candidates in Porto Alegre",
  .enabled(
    if: RealData.path("bench/poa_trensurb.zip") != nil, "needs the real data (ANTENNE_DATA)"))
struct OtherCityCandidateTests {
  /// 22 stations of the train and two of the people mover, by the text file of stops; Belgian tables
  /// know nothing of them.
  @Test func anotherCityHasItsStationsAndNothingOfBrussels() async throws {
    let describer = try describer(["t": "bench/poa_trensurb.zip"], on: "2019-05-14")
    #expect(describer.stations.count == 24)
    var generator = CandidateGenerator()
    generator.anchors = CandidateGenerator.Anchor.stations(
      describer.stations, radiusMeters: 0)
    let rows = await describer.describe(try generator.candidates(), threads: 2)
    #expect(rows.allSatisfy { $0.exit == nil && $0.zone == "elsewhere" })
    #expect(rows.allSatisfy { $0.line?.meters == 0 && $0.station?.meters == 0 })
    #expect(rows.allSatisfy { $0.notes.contains("line: own right of way assumed") })
  }
}
