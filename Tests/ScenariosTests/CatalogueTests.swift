import Findings
import Foundation
import Geography
import TabularText
import TestSupport
import Testing

@testable import Scenarios

/// `Sites/spaces.csv` against what its source document says.
@Suite struct CatalogueTests {
  private static let path =
    RealData.package.appendingPathComponent("Sites/spaces.csv").path

  private func tableOne() throws -> [(quarter: String, area: Double)] {
    let table = try Table.read(Self.path)
    let source = try #require(table.findColumn("source"))
    let quarter = try #require(table.findColumn("quarter"))
    let area = try #require(table.findColumn("floor_area_m2"))
    return try table.rows.filter { $0.cells[source] == "ABOUT.brussels #01 table 1" }.map {
      ($0.cells[quarter], try #require(Double($0.cells[area])))
    }
  }

  @Test func theSixteenRowsOfTableOneAddUp() throws {
    let rows = try tableOne()
    #expect(rows.count == 16)
    // 4355 + 2000 + 4500 + 3423 + 4500 + 3155 + 6400 + 16500 + 3700 + 4500 + 7200 + 3000 + 10500
    // + 5235 + 3000 + 7500 = 89,468
    #expect(rows.reduce(0) { $0 + $1.area } == 89_468)
    let byQuarter = Dictionary(grouping: rows, by: \.quarter).mapValues {
      $0.reduce(0) { $0 + $1.area }
    }
    #expect(
      byQuarter == [
        "Pentagon": 30_155, "North quarter": 24_735, "European quarter": 10_755,
        "decentralised": 9923, "Louise": 7200, "outer districts": 3700, "periphery": 3000,
      ])
  }

  @Test func theProgramReadsEveryRowWithAnIDOfItsOwn() throws {
    let table = try Table.read(Self.path)
    let sites = try SiteTable.read(table)
    #expect(sites.count == table.rows.count)
    #expect(sites.count >= 16)
    #expect(Set(sites.map(\.id)).count == sites.count)
    // Read as numbers by the program, they are the same 89,468 m².
    let source = try #require(table.findColumn("source"))
    let areas = zip(sites, table.rows).filter { $1.cells[source].hasSuffix("table 1") }
    #expect(areas.reduce(0) { $0 + ($1.0.floorAreaSquareMeters ?? 0) } == 89_468)
  }

  @Test func everyRowSaysWhereItIsHowPreciselyAndWhoSaysSo() throws {
    let table = try Table.read(Self.path)
    for name in ["coordinate_source", "source", "operator", "kinds", "status", "zone"] {
      let column = try #require(table.findColumn(name))
      for row in table.rows { #expect(!row.cells[column].isEmpty, "\(name) in line \(row.line)") }
    }
    for site in try SiteTable.read(table) {
      #expect(site.coordinatePrecisionMeters.map { (50...500).contains($0) } == true, "\(site.id)")
      // Brussels and 5 km around it.
      #expect((50.70...50.97).contains(site.coordinate.latitude), "\(site.id)")
      #expect((4.15...4.60).contains(site.coordinate.longitude), "\(site.id)")
      #expect(
        ["pentagon", "first ring", "second ring", "periphery"].contains(site.zone), "\(site.id)")
      let known = [
        "coworking space", "third place", "business centre", "business incubator", "fab lab",
        "living lab",
      ]
      #expect(site.kinds.allSatisfy { known.contains($0) }, "\(site.id)")
      #expect(site.status != .candidate, "\(site.id)")
    }
  }

  @Test func theNamedSpacesOfTheSecondRingAndTheAirportAreThere() throws {
    let sites = try SiteTable.read(Table.read(Self.path))
    func zone(_ id: String) -> String? { sites.first { $0.id == id }?.zone }
    for id in [
      "spaces-city-dox", "spaces-herrmann-debroux", "silversquare-triomphe", "transforma-evere",
      "factory-forty", "fosbury-boitsfort",
    ] {
      #expect(zone(id) == "second ring", "\(id)")
    }
    for id in ["tribes-airport", "spaces-pegasus-park", "fosbury-groot-bijgaarden"] {
      #expect(zone(id) == "periphery", "\(id)")
    }
  }

  @Test(
    .enabled(
      if: RealData.path("brussels/region-boundary.geojson") != nil,
      "needs the real data (ANTENNE_DATA)"))
  func onlyThePeripheryLiesOutsideTheRegion() throws {
    let path = try #require(RealData.path("brussels/region-boundary.geojson"))
    let file = URL(fileURLWithPath: path)
    let region = try GeometryFile.features(Data(contentsOf: file))
    for site in try SiteTable.read(Table.read(Self.path)) {
      let isInside = region.contains { $0.geometry.contains(site.coordinate) }
      #expect(isInside == (site.zone != "periphery"), "\(site.id)")
    }
  }
}
