import Findings
import Geography
import Surroundings
import TabularText
import TestSupport
import Testing
import TransitRouting

@testable import Candidates

@Suite struct BoardingTableTests {
  private static let header = "URI,name,nmbs_short_name,average_weekday_embarkments\n"
  private static let uri = "http://irail.be/stations/NMBS/"

  private func station(_ id: String, _ name: String, _ modes: [TransitMode] = [.rail]) -> Station {
    Station(id: id, name: name, coordinate: place(east: 0), modes: modes)
  }

  private func boardings(_ rows: String) throws -> BoardingTable {
    try BoardingTable(table(Self.header + rows.replacing("@", with: Self.uri)))
  }

  @Test func thousandsAreGroupedByAPointAndAnEmptyCellIsNotKnown() throws {
    let all = try boardings(
      "@008812005,Noord,NOORD,60.449\n@008895125,Kerrebroek,KERREBROEK,20\n@008891173,Strand,STRAND,\n"
    )
    #expect(all.find(station("sncb:S8812005", "Other")) == 60_449)
    #expect(all.find(station("8895125", "Other")) == 20)
    #expect(all.find(station("8891173", "Strand")) == nil)
    #expect(all.notes.isEmpty)
  }

  @Test func withoutANumberTheNameCountsUnlessTwoHaveIt() throws {
    let all = try boardings(
      "@008811304,Brussel-Luxemburg/Bruxelles-Luxembourg,BRU.-LUXEMBG,6.923\n"
        + "@001111111,Twin,TWIN,1\n@002222222,Twin,TWIN,2\n")
    #expect(all.find(station("x", "Bruxelles-Luxembourg")) == 6923)
    #expect(all.find(station("x", "Twin")) == nil)
    #expect(all.find(station("S2222222", "Twin")) == 2)
    // The list is of trains.
    #expect(all.find(station("20", "Twin", [.metro])) == nil)
    #expect(all.find(station("x", "Bruxelles-Luxembourg", [.metro])) == nil)
  }

  /// Liège-Saint-Lambert's people are listed with the URI of Liège-Guillemins, and those with that of
  /// Liège-Carré, which is there twice.
  @Test func aURIOfAnotherStationIsNotUsed() throws {
    let all = try boardings(
      """
      @008841558,Liège-Carré,LIEGE-CARRE,1.911
      @008841558,Liège-Carré,LIEGE-GUILLEMINS,21.313
      @008841004,Liège-Guillemins,LIEGE-SAINT-LAMBERT,2.999
      @008727100,Paris Nord,PECROT,256
      ,@008883022,HENNUYERES,504

      """)
    #expect(all.find(station("S8841004", "Liège-Guillemins")) == 21_313)
    #expect(all.find(station("S8841558", "Liège-Carré")) == 1911)
    #expect(all.find(station("S8727100", "Paris Nord")) == nil)
    #expect(all.find(station("S8811775", "Pécrot")) == 256)
    #expect(all.find(station("S8883022", "Hennuyères")) == 504)
    #expect(all.notes.map(\.line) == [3, 4, 5, 6])
  }

  @Test(
    "short names are told from those of other stations",
    arguments: [
      ("ANTWERPEN-CAAL", "Antwerpen-Centraal", true), ("BRU.-MIDI/ZUID", "Brussel-Zuid", true),
      ("ST-NIKLAAS", "Sint-Niklaas", true), ("ERBISOEUL", "Erbisœul", true),
      ("PONT-A-CELLES", "Pont de Bois", false), ("MERY", "Mersch", false), ("", "Mersch", false),
    ])
  func shortNames(short: String, name: String, isShort: Bool) {
    #expect(StationName.isShort(short, of: name) == isShort)
  }

  @Test func everyMistakeIsNamedWithItsLine() {
    #expect(
      findings { () throws(Failure) in
        try BoardingTable(
          table(Self.header + "u1,A,A,many\nu1,A,A,4\nu2,,,4\nu3,B,B,4.5\nu4,C,C,99.999.999\n"))
      } == [
        "t.csv:2 invalid_number average_weekday_embarkments", "t.csv:3 duplicate_id URI",
        "t.csv:4 missing_value name", "t.csv:5 invalid_number average_weekday_embarkments",
        "t.csv:6 invalid_number average_weekday_embarkments",
      ])
  }

  @Test(
    "the whole list of iRail",
    .enabled(
      if: RealData.path("belgium/rail-boardings.csv") != nil, "needs the real data (ANTENNE_DATA)"))
  func wholeList() throws {
    let all = try BoardingTable(
      .read(try #require(RealData.path("belgium/rail-boardings.csv"))))
    #expect(all.notes.count == 16)
    #expect(all.find(station("S8814001", "")) == 58_344)
  }
}
