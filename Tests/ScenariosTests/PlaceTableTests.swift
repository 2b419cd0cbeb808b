import Findings
import Geography
import TabularText
import Testing

@testable import Scenarios

@Suite struct PostcodeTableTests {
  @Test func aListWithoutHeaderBeginsWithItsFirstPostcode() throws {
    let postcodes = try PostcodeTable(
      table("1000,Bruxelles,4.35,50.85\n3000,Leuven,4.70,50.88\n"))
    #expect(postcodes.entries.count == 2)
    #expect(postcodes.entries["1000"]?.name == "Bruxelles")
    #expect(
      postcodes.entries["3000"]?.coordinate == Coordinate(latitude: 50.88, longitude: 4.70))
  }

  @Test func aHeaderSaysWhereTheColumnsAre() throws {
    let postcodes = try PostcodeTable(
      table("lat,lon,name,postcode,note\n50.88,4.70,Leuven,3000,x\n"))
    #expect(postcodes.entries.count == 1)
    #expect(
      postcodes.entries["3000"]?.coordinate == Coordinate(latitude: 50.88, longitude: 4.70))
  }

  @Test func theFirstLocalityOfAPostcodeWins() throws {
    let postcodes = try PostcodeTable(
      table("3000,Leuven,4.70,50.88\n3000,Wijgmaal,4.69,50.92\n"))
    #expect(postcodes.entries["3000"]?.name == "Leuven")
  }

  @Test func everyWrongPlaceIsNamedWithItsLine() {
    #expect(
      findings { () throws(Failure) in
        try PostcodeTable(table("1000,A,4.35,50.85\n1001,B,4.35,95\n1002,C,,50.85\n"))
      } == ["t.csv:2 invalid_number lon, lat", "t.csv:3 invalid_number lon, lat"])
  }

  @Test func aHeaderWithoutCoordinatesIsRefused() {
    #expect(
      findings { () throws(Failure) in try PostcodeTable(table("postcode,name\n1000,A\n")) }
        == ["t.csv:1 missing_column"])
  }
}

@Suite struct MunicipalityTableTests {
  private let postcodes = "3000,Leuven,4.70,50.88\n4700,Eupen,6.03,50.63\n"

  @Test func aMunicipalityStandsAtItsOwnPlace() throws {
    let places = try MunicipalityTable(
      table("NIS_code,name,inhabitants,lon,lat\n24062,Leuven,101396,4.71,50.87\n"), postcodes: nil)
    let leuven = try #require(places.find(nis: "24062"))
    #expect(leuven.coordinate == Coordinate(latitude: 50.87, longitude: 4.71))
    #expect(leuven.inhabitants == 101_396)
    #expect(leuven.arrondissement == "24000")
  }

  /// The published list gives Mechelen the postcode of Heffen, 4 km off; Mons has a namesake in
  /// another province.
  @Test func withoutAPlaceItStandsAtItsNamesakeNearThePostcode() throws {
    let list = """
      4400,Mons,5.46,50.62
      7000,Mons,3.95,50.45
      2800,Mechelen,4.47,51.03
      2801,Heffen,4.41,51.05
      """
    let places = try MunicipalityTable(
      table(
        "NIS_code,municipality_NL,municipality_FR,inhabitants,zip\n"
          + "12025,Mechelen,Malines,86921,2801\n53053,Bergen,MONS,95887,7011\n"),
      postcodes: PostcodeTable(table(list + "\n7011,Ghlin,3.90,50.47\n")))
    #expect(
      places.find(nis: "12025")?.coordinate == Coordinate(latitude: 51.03, longitude: 4.47))
    #expect(
      places.find(nis: "53053")?.coordinate == Coordinate(latitude: 50.45, longitude: 3.95))
  }

  @Test func withoutANamesakeItStandsAtItsPostcode() throws {
    let places = try MunicipalityTable(
      table("NIS_code,name,inhabitants,zip\n24062,Leuven,101396,3000\n"),
      postcodes: PostcodeTable(table(postcodes)))
    #expect(
      places.find(nis: "24062")?.coordinate == Coordinate(latitude: 50.88, longitude: 4.70))
    #expect(places.find(nis: "24062")?.postcode == "3000")
  }

  @Test func namesAreInTheLanguageOfTheRegion() throws {
    // Flanders in Dutch (Antwerp 1…, Flemish Brabant 23… and 24…, West 3… and East 4… Flanders,
    // Limburg 7…), Brussels 21… and Wallonia (25…, 5…, 6…, 8…, 9…) in French.
    let codes = [
      "11002", "23088", "24062", "31005", "44021", "71022",  // Flanders
      "21004", "25112", "53053", "62063", "81001", "92094",  // Brussels and Wallonia
    ]
    let rows = codes.map { "\($0),nl,fr,1,4.4,50.9\n" }.joined()
    let places = try MunicipalityTable(
      table("NIS_code,municipality_NL,municipality_FR,inhabitants,lon,lat\n" + rows),
      postcodes: nil)
    for (index, code) in codes.enumerated() {
      #expect(places.find(nis: code)?.name == (index < 6 ? "nl" : "fr"), "\(code)")
    }
  }

  @Test func aMunicipalityWithoutNameHasItsCode() throws {
    let places = try MunicipalityTable(
      table("NIS_code,municipality_FR,inhabitants,lon,lat\n62063,,1,4.4,50.9\n"), postcodes: nil)
    #expect(places.find(nis: "62063")?.name == "62063")
  }

  @Test func theNearestMunicipalityIsByStraightLine() throws {
    let places = try MunicipalityTable(
      table("NIS_code,inhabitants,lon,lat\n1,1,4.0,50.9\n2,1,4.5,50.9\n"), postcodes: nil)
    #expect(places.nearest(to: Coordinate(latitude: 50.9, longitude: 4.2))?.nis == "1")
    #expect(places.nearest(to: Coordinate(latitude: 50.9, longitude: 4.3))?.nis == "2")
  }

  @Test func everyMistakeIsNamedWithItsLine() {
    #expect(
      findings { () throws(Failure) in
        try MunicipalityTable(
          table("NIS_code,inhabitants,zip\n24062,some,3000\n24001,5,9999\n24001,5,3000\n"),
          postcodes: PostcodeTable(table(postcodes)))
      } == [
        "t.csv:2 invalid_number inhabitants", "t.csv:3 unknown_postcode zip",
        "t.csv:4 duplicate_id NIS_code",
      ])
    #expect(
      findings { () throws(Failure) in
        try MunicipalityTable(table("NIS_code,inhabitants,zip\n24062,5,3000\n"), postcodes: nil)
      } == ["t.csv:2 missing_place"])
  }
}
