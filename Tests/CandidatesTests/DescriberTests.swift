import Foundation
import Geography
import OpenStreetMap
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

/// On the equator, where 0.001° is 111.2 m both ways: a metro from A (0 m) to B (2,000 m east), a bus
/// that no table is of, and exits 5 km to the west and 8 km to the east.
@Suite struct DescriberTests {
  private static let exits = """
    node_id,lat,lon,kind,ref,name,source,precision_m
    w,0,-0.044966,exit,1,West,test,100
    e,0,0.071946,exit,2,East,test,100
    j,0,0,junction,,Middle,test,100

    """
  private static let ways = """
    way_id,nodes,highway,oneway,maxspeed,ref
    r,w j e,primary,no,60,R0

    """

  private func describer(
    walking: any TravelModel = StraightLineTravel(), mode: TransitMode = .metro
  ) throws -> CandidateDescriber {
    let stations = [
      Station(
        id: "A", name: "Alpha", coordinate: place(east: 0), modes: [mode], departureCount: 40),
      Station(
        id: "B", name: "Beta", coordinate: place(east: 2000), modes: [mode], departureCount: 30),
    ]
    let network = ServedNetwork(
      name: "n", places: stations.map { .init(name: $0.name, coordinate: $0.coordinate) },
      lines: [
        .init(operatorName: "O", mode: mode, shortName: "1", patterns: [[0, 1]]),
        .init(operatorName: "O", mode: .bus, shortName: "2", patterns: [[0, 1]]),
      ])
    let attributes = try LineAttributes(
      table(
        "operator,mode,route_short_name,section_from,section_to,own_right_of_way,source,note\n"
          + "Other,rail,,,,yes,test,\n"))
    let roads = try PrincipalRoads(nodes: Self.exits, ways: Self.ways)
    return CandidateDescriber(
      stations: stations, courses: LineCourses(network, attributes, assumesRailways: true),
      roads: roads, walking: walking, car: CarTravel(try roads.graph()),
      zones: TravelZones([.init(id: "zone", area: square(meters: 1000))]))
  }

  /// 300 m north of a point 400 m east of A: 500 m from A, 300 m from the line, which is not drawn
  /// and a fifth of the way from A to B, so 4 × 0.2 × 0.8 × 0.23 × 2,000 m = 294 m uncertain.
  @Test func whatIsNearACandidateIsSaidWithItsFallbacks() async throws {
    var describer = try describer()
    describer.municipalities = MunicipalityAreas([("21001", square(meters: 500))])
    let row = try #require(
      await describer.describe([candidate("c", place(east: 400, north: 300))], threads: 1).first)
    #expect(row.zone == "zone")
    #expect(row.municipality == "21001")
    let line = try #require(row.line)
    #expect(line.name == "O metro 1" && line.mode == .metro)
    #expect(abs(line.meters - 300) < 0.1)
    let station = try #require(row.station)
    #expect(station.name == "Alpha" && station.departures == 40 && station.boardings == nil)
    #expect(abs(station.meters - 500) < 0.1)
    // 500 m × 1.3 at 1.333 m/s: 487.5, so 488 s, or 650.7 m.
    #expect(station.walkSeconds == 488)
    #expect(abs((station.walkMeters ?? 0) - 650.67) < 0.01)
    let exit = try #require(row.exit)
    #expect(exit.name == "1 West")
    // From 400 m east 5,400 m at 0.8 of the 60 km/h are 405 s; 300 m × 1.3 at 30 km/h to the road 46.8.
    #expect((451...453).contains(exit.driveSeconds))
    #expect(
      row.notes == [
        "line: straight between stops, ± 294 m", "line: own right of way assumed",
        "walk: straight line × 1.3", "drive: built-in principal roads",
      ])
  }

  /// 4 km to the south there is neither a station within 45 min nor a municipality.
  @Test func whatIsNotWithinReachIsEmpty() async throws {
    let describer = try describer()
    let row = try #require(
      await describer.describe([candidate("c", place(east: 0, north: -4000))], threads: 1).first)
    #expect(row.station?.name == "Alpha")
    #expect(row.station?.walkSeconds == nil && row.station?.walkMeters == nil)
    #expect(row.municipality == nil && row.zone == "elsewhere")
    #expect(row.notes.contains("station: beyond 45 min on foot"))
    let far = try #require(
      await describer.describe(
        [candidate("c", .init(latitude: 60, longitude: 60))], threads: 1
      ).first)
    #expect(far.exit == nil)
    var empty = describer
    (empty.stations, empty.exits) = ([], [])
    let none = try #require(
      await empty.describe([candidate("c", place(east: 0))], threads: 1).first)
    #expect(none.station == nil && none.exit == nil)
  }

  /// Over the river A is 100 m away and 2,100 m on foot; a station on this bank is 499.9 m away.
  @Test func theNearestStationIsThatOnFoot() async throws {
    let bank = String(repeating: "-", count: 89)
    let river = String(repeating: ".\n", count: 8)
    let map =
      "a\(bank)b\n" + river + "c\(bank)d\n\nab: highway=residential\ncd: highway=residential\n"
      + "bd: highway=residential\n"
    var describer = try describer(
      walking: StreetPaths(try StreetMap(map).build().graph)
        .travel(.walk, speedKilometersPerHour: 4.8))
    describer.stations = [
      Station(id: "A", name: "Over", coordinate: place(east: 1)),
      Station(id: "B", name: "Here", coordinate: place(east: 500.9, north: -100.08)),
    ]
    let row = try #require(
      await describer.describe(
        [candidate("c", place(east: 1, north: -100.08))], threads: 1
      ).first)
    #expect(row.station?.name == "Here")
    #expect(row.station?.walkSeconds == 375)
    #expect(!row.notes.contains { $0.hasPrefix("walk") })
  }

  @Test("the table is the same for any number of threads, and sites are read from it")
  func threads() async throws {
    var random = SeededGenerator(seed: 1)
    var all = (0..<500).map { number in
      candidate(
        "c\(number)",
        place(
          east: .random(in: -3000...5000, using: &random),
          north: .random(in: -3000...3000, using: &random)), .grid)
    }
    all[0].name = "=A, \"B\""
    all[0].precisionMeters = 300
    let describer = try describer()
    let one = CandidateTable.csv(await describer.describe(all, threads: 1))
    for threads in [2, 7] {
      #expect(CandidateTable.csv(await describer.describe(all, threads: threads)) == one)
    }
    let sites = try SiteTable.read(table(one))
    #expect(sites.map(\.id) == all.map(\.id))
    #expect(sites[0].name == "'=A, \"B\"")
    #expect(sites[0].coordinatePrecisionMeters == 300 && sites[1].coordinatePrecisionMeters == nil)
    #expect(sites.allSatisfy { $0.status == .candidate })
    #expect(Set(sites.map(\.zone)) == ["zone", "elsewhere"])
    for (site, candidate) in zip(sites, all) {
      // Six decimals are 0.06 m.
      #expect(site.coordinate.distanceMeters(to: candidate.coordinate) < 0.1)
    }
  }

  @Test func cellsThatAreNotKnownAreEmptyAndLeftOutOfJSON() async throws {
    let describer = try describer()
    let rows = await describer.describe(
      [candidate("c", place(east: 0, north: -4000))], threads: 1)
    let csv = try table(CandidateTable.csv(rows))
    func cell(_ name: String) throws -> String {
      csv.rows[0].cells[try #require(csv.findColumn(name))]
    }
    for name in [
      "municipality", "station_walk_min", "station_walk_m", "station_boardings", "operator",
    ] {
      #expect(try cell(name) == "")
    }
    #expect(try cell("station_departures") == "40")
    #expect(try cell("station_distance_m") == "4000")
    let json = try #require(
      JSONSerialization.jsonObject(with: JSONEncoder().encode(rows)) as? [[String: Any]])
    #expect(json[0]["station_departures"] as? Int == 40)
    #expect(json[0]["station_distance_m"] as? Double == 4000)
    #expect(json[0]["station_walk_min"] == nil && json[0]["municipality"] == nil)
    #expect(Set(json[0].keys).isSubset(of: csv.header))
  }
}
