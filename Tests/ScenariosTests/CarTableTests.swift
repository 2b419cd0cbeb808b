import Findings
import PrincipalRoads
import Routing
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

  @Test("a period may run over midnight")
  func overMidnight() throws {
    let table = CongestionTable(
      try congestion("centre,main,22:00,06:00,1,a\ncentre,main,06:00,22:00,1.5,b\n"))
    #expect(table.factor(zone: "centre", group: .main, at: 23 * 3600) == 1)
    #expect(table.factor(zone: "centre", group: .main, at: 25 * 3600) == 1)
    #expect(table.factor(zone: "centre", group: .main, at: 6 * 3600) == 1.5)
    // What is not named flows freely.
    #expect(table.factor(zone: "centre", group: .minor, at: 6 * 3600) == 1)
    #expect(table.period(at: 1800) == table.period(at: 2 * 3600))
    #expect(table.period(at: 1800) != table.period(at: 7 * 3600))
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
}
