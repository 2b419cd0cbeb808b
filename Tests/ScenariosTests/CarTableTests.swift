import Findings
import PrincipalRoads
import Routing
import StreetRouting
import TabularText
import Testing

@testable import Scenarios

struct CarTableTests {
  private static let zones = ["centre", TravelZones.elsewhere]

  private func congestion(_ rows: String) throws(Failure) -> [CongestionTable.Row] {
    try CongestionFile.read(
      Table(file: "c.csv", text: "zone,road_class,from,to,factor,source\n" + rows),
      zones: Self.zones)
  }

  private func refusal(_ rows: String) -> String {
    do throws(Failure) {
      _ = try congestion(rows)
      return ""
    } catch {
      return error.description
    }
  }

  @Test("the built-in tables cover the day for every zone and class")
  func builtIn() throws {
    let zones = TravelZones(
      try Zones().areas.map { TravelZones.Zone(id: $0.identifier, area: $0.geometry) })
    let rows = try CongestionFile.read(CarTables.congestion(), zones: zones.ids)
    let table = CongestionTable(rows)
    for zone in zones.ids {
      let night = table.factor(zone: zone, group: .main, at: 3 * 3600)
      #expect(night >= 1)
      #expect(table.factor(zone: zone, group: .main, at: 8 * 3600) > night)
      #expect(table.factor(zone: zone, group: .motorway, at: 23 * 3600 + 1800) == 1)
    }
    let parking = try ParkingFile.read(CarTables.parking(), zones: zones.ids)
    #expect(parking.map(\.zone) == zones.ids)
    // The nearer to the centre, the longer one looks and walks.
    for (inner, outer) in zip(parking, parking.dropFirst()) {
      #expect(inner.searchMinutes >= outer.searchMinutes)
      #expect(inner.walkMinutes >= outer.walkMinutes)
    }
    #expect(parking.allSatisfy { (0...8).contains($0.searchMinutes) })
  }

  @Test("a gap in the day and an overlap are refused")
  func gaps() {
    #expect(refusal("centre,main,07:00,22:00,1.5,a\n").contains("leave a part of the day out"))
    let overlap = "centre,main,00:00,12:00,1,a\ncentre,main,11:00,24:00,1,a\n"
    #expect(refusal(overlap).contains("two of them overlap"))
    #expect(refusal("centre,main,00:00,24:00,1,a\n").isEmpty)
  }

  @Test("all mistakes are named, each with its line")
  func mistakes() {
    let text = refusal("moon,main,7,24:00,0.05,a\ncentre,lane,07:00,24:00,1,a\n")
    #expect(text.contains("c.csv:2: error: takes a zone: centre, elsewhere"))
    #expect(text.contains("c.csv:2: error: takes HH:MM"))
    #expect(text.contains("c.csv:3: error: takes motorway, main, minor, ferry"))
  }

  private let header = "zone,road_class,from,to,factor,source\n"

  @Test func congestionOverMidnightIsTwoPeriods() throws {
    let rows = try CongestionFile.read(
      table(
        header + "ring,main,22:00,06:00,1.2,a count\nring,main,06:00,22:00,1,\n"
          + "elsewhere,motorway,00:00,00:00,2,\n"), zones: ["ring", "elsewhere"])
    #expect(
      rows.map(\.period) == [79_200..<86_400, 0..<21_600, 21_600..<79_200, 0..<86_400])
    #expect(rows[0].source == "a count")
    let congestion = CongestionTable(rows)
    #expect(congestion.factor(zone: "ring", group: .main, at: 86_400 + 3600) == 1.2)
    #expect(congestion.factor(zone: "ring", group: .main, at: -3600) == 1.2)
    #expect(congestion.factor(zone: "ring", group: .main, at: 21_600) == 1)
    #expect(congestion.period(at: 79_199) != congestion.period(at: 79_200))
  }

  @Test func hoursAfterMidnightUnknownZonesAndClassesAreNamed() {
    let found = findings { () throws(Failure) in
      try CongestionFile.read(
        table(
          header + "ring,main,25:00,26:00,1,\nmoon,lane,x,01:00,99,\nring,main,08:00,24:01,1,\n"),
        zones: ["ring"])
    }
    #expect(found.filter { $0.hasPrefix("t.csv:2 ") }.count == 2)
    #expect(found.filter { $0.hasPrefix("t.csv:3 ") }.count == 4)
    #expect(found.filter { $0.hasPrefix("t.csv:4 ") } == ["t.csv:4 invalid_value to"])
    #expect(
      findings { () throws(Failure) in try CongestionFile.read(table("zone\n"), zones: []) }.count
        == 4)
  }

  @Test func parkingIsReadAndItsMistakesNamed() throws {
    let text = "zone,search_minutes,walk_minutes,cost_eur_per_day,source\n"
    let rows = try ParkingFile.read(table(text + "ring,4,2.5,12,s\n"), zones: ["ring"])
    #expect(
      rows == [
        .init(zone: "ring", searchMinutes: 4, walkMinutes: 2.5, costEuroPerDay: 12, source: "s")
      ])
    let found = findings { () throws(Failure) in
      try ParkingFile.read(table(text + "moon,-1,x,1,\n"), zones: ["ring"])
    }
    #expect(found.count == 3)
  }
}
