import FeedArchive
import Foundation
import GTFSStore
import Geography
import ImpactModel
import PrincipalRoads
import Routing
import TestSupport
import Testing
import TransitRouting

@testable import Impact
@testable import Scenarios

/// Ways into Brussels on Tuesday 29 October 2019, by the trains of NMBS/SNCB and on the principal roads.
@Suite(
  .enabled(
    if: RealData.path("brussels/sncb-2019-10-13.zip") != nil, "needs the real data (ANTENNE_DATA)"))
struct RealSkimTests {
  /// From the station of Leuven to that of Brussels-Central, and on to Mechelen's: homes are stations,
  /// so nobody walks far.
  private func scenario() throws -> Scenario {
    let leuven = Coordinate(latitude: 50.8815, longitude: 4.7158)
    let mechelen = Coordinate(latitude: 51.0175, longitude: 4.4830)
    let central = Coordinate(latitude: 50.8457, longitude: 4.3568)
    let origins = [("Leuven", leuven), ("Mechelen", mechelen)].map { name, place in
      Demand.Origin(
        id: name, name: name, municipality: "", municipalityName: "", coordinate: place, people: 1,
        officeID: nil)
    }
    var scenario = Scenario(
      file: "real.yaml", name: "Real", description: "", network: "", date: nil,
      arrivalWindow: 8 * 3600..<(9 * 3600), departureWindow: 17 * 3600..<(18 * 3600),
      demand: Demand(summary: "two stations", origins: origins),
      offices: [.init(id: "C", name: "Central", coordinate: central, share: 1)],
      sites: [.at(leuven, id: "L")], policy: .init(), access: .init(), areas: [])
    scenario.modes = [.transit, .car]
    scenario.roads.tables = try RoadTables.builtIn()
    scenario.impact.region = try Zones().region.geometry
    return scenario
  }

  private func timetable() throws -> Timetable {
    let folder = try TemporaryFolder()
    let feed = try #require(RealData.path("brussels/sncb-2019-10-13.zip"))
    _ = try NetworkImport.run(
      [FeedToImport(name: "sncb", source: try FeedPath.open(feed))],
      into: folder.file("network.sqlite"))
    let date = try #require(ServiceDate("2019-10-29"))
    return try NetworkDatabase(folder.file("network.sqlite"))
      .loadTimetable(on: date, fromSeconds: 5 * 3600, untilSeconds: 21 * 3600).timetable
  }

  @Test("Leuven, Mechelen and Brussels are as far apart as they are")
  func distances() async throws {
    let scenario = try scenario()
    let tables = scenario.roads.tables
    let car = CarTravel(
      try PrincipalRoads().graph(), zones: tables.zones, congestion: tables.congestion,
      parking: tables.parking)
    let table = try await CommuteComparison.computed(
      scenario, try timetable(), streets: CommuteStreets(car: car), threads: 2
    ).skims(threads: 2)
    let train = try #require(table[0, 0, 0])
    // 25.7 km in a straight line, 29 by the railway's own kilometres from Central to Leuven.
    #expect((25...30).contains(train.load.trainKilometers))
    #expect(train.load.junctionRides == 1 && train.kind == .train && train.changes < 1)
    let drive = try #require(table[0, 0, 1])
    #expect((25...34).contains(drive.load.carKilometers))
    #expect(drive.load.motorwayKilometers > drive.load.minorRoadKilometers)
    #expect(drive.load.borderCrossings == 1 && drive.parkingEuroPerDay == 18)
    // Mechelen: 20 km by rail.
    #expect((18...24).contains(table[1, 0, 0]?.load.trainKilometers ?? 0))
    // Between Mechelen and Leuven, 24 km apart, nobody needs Brussels: neither junction nor border.
    let across = try #require(table[1, 1, 0])
    #expect((20...30).contains(across.load.trainKilometers))
    #expect(across.load.junctionRides == 0)
    #expect(table[1, 1, 1]?.load.borderCrossings == 0)
  }
}
