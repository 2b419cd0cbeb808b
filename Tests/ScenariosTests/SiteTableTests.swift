import Findings
import Geography
import TabularText
import Testing

@testable import Scenarios

@Suite struct SiteTableTests {
  @Test func theColumnsOfTheCatalogueAreRead() throws {
    let sites = try SiteTable.read(
      table(
        """
        site_id,name,operator,kinds,status,floor_area_m2,opening_year,quarter,zone,municipality,lat,lon,coordinate_precision_m
        a,Alpha,Ops,coworking space;fab lab,in preparation,"7 200",> 2020,Louise,first ring,Ixelles,50.82,4.36,200

        """))
    #expect(
      sites == [
        Site(
          id: "a", name: "Alpha", operatorName: "Ops", kinds: ["coworking space", "fab lab"],
          status: .inPreparation, floorAreaSquareMeters: 7200, openingYear: 2020,
          quarter: "Louise", zone: "first ring", municipality: "Ixelles",
          coordinate: Coordinate(latitude: 50.82, longitude: 4.36), coordinatePrecisionMeters: 200)
      ])
  }

  @Test func aCandidateNeedsOnlyAnIDAndAPlace() throws {
    let sites = try SiteTable.read(table("id,lat,lon\nx,50.9,4.4\n"))
    #expect(sites.map(\.name) == ["x"])
    #expect(sites.map(\.status) == [.candidate])
    #expect(sites[0].floorAreaSquareMeters == nil)
    #expect(sites[0].kinds == [])
  }

  @Test func everyMistakeIsNamedWithItsLine() {
    #expect(
      findings { () throws(Failure) in
        try SiteTable.read(
          table(
            """
            id,lat,lon,status,floor_area_m2
            a,50.9,4.4,existing,100
            a,50.9,4.4,existing,
            b,50.9,4.4,planned,
            c,95,4.4,,
            d,50.9,x,,
            e,50.9,4.4,,large
            ,50.9,4.4,,

            """))
      } == [
        "t.csv:3 duplicate_id id", "t.csv:4 invalid_status status", "t.csv:5 invalid_number lat",
        "t.csv:6 invalid_number lon", "t.csv:7 invalid_number floor_area_m2",
        "t.csv:8 missing_id id",
      ])
  }

  @Test func missingColumnsAreNamedTogether() {
    #expect(
      findings { () throws(Failure) in try SiteTable.read(table("site,latitude,lon\na,1,2\n")) }
        == ["t.csv:1 missing_column id", "t.csv:1 missing_column lat"])
    #expect(
      findings { () throws(Failure) in try SiteTable.read(table("id,lat,lon\n")) }
        == ["t.csv no_site"])
  }
}

@Suite struct LooseNumberTests {
  @Test(arguments: [
    ("2 000", 2000.0), ("7200", 7200), ("4,355", 4355), ("4.355", 4355), ("> 2020", 2020),
    ("1,234,567", 1_234_567), ("2\u{A0}000", 2000), ("2\u{202F}000", 2000), ("≈ 500", 500),
    ("12,5", 12.5), ("12.5", 12.5), ("0.250", 0.25), ("4.3551", 4.3551), ("0", 0),
    ("1234.567", 1234.567),
  ])
  func numbersAreReadAsPropertyTablesWriteThem(_ text: String, _ value: Double) {
    #expect(LooseNumber.value(text) == value)
  }

  @Test(arguments: [
    "", " ", "large", "12 m2", "1,23,456", "1.234,567", "-5", "nan", "inf", "0x10", "1e3", ".",
    "5,", "1,000,000,000,000,000,000,000,000", "½", "٣",
  ])
  func whatIsNoNumberIsNone(_ text: String) {
    #expect(LooseNumber.value(text) == nil)
  }
}
