import Findings
import Geography
import TabularText
import Testing

@testable import Scenarios

@Suite struct EmployeeListTests {
  private let postcodeText = "3000,Leuven,4.70,50.88\n9000,Gent,3.72,51.05\n"
  private let municipalityText = """
    NIS_code,municipality_NL,municipality_FR,inhabitants,zip
    24062,Leuven,Louvain,101396,3000
    44021,Gent,Gand,263927,9000

    """

  private func demand(
    _ text: String, hasPostcodes: Bool = true, hasMunicipalities: Bool = true,
    offices: [String] = ["HQ", "Annex"]
  ) throws(Failure) -> Demand {
    let postcodes = try PostcodeTable(table(postcodeText, file: "p.csv"))
    let municipalities = try MunicipalityTable(
      table(municipalityText, file: "m.csv"), postcodes: postcodes)
    return try EmployeeList(table(text)).demand(
      postcodes: hasPostcodes ? postcodes : nil,
      municipalities: hasMunicipalities ? municipalities : nil,
      names: DemandNames(
        offices: offices, modes: [.transit, .car], weekGroups: ["all", "tasks"],
        officeDays: [5, 4],
        operators: ["Silversquare"]))
  }

  @Test func aRowMaySayHowSomebodyCommutes() throws {
    let text = """
      id,postcode,mode,car,group,days,operator
      e1,3000,car,yes,tasks,3,Silversquare
      e2,3000,,,,,
      e3,3000,car,yes,tasks,3,Silversquare

      """
    let demand = try demand(text)
    // Two alike and one of whom nothing is known.
    #expect(demand.origins.map(\.people) == [1, 2])
    #expect(demand.origins[0].habits == Demand.Habits())
    let habits = demand.origins[1].habits
    #expect(habits.mode == .car)
    #expect(habits.hasCar == true)
    #expect(habits.weekGroup == "tasks")
    #expect(habits.officeDays == 3)
    #expect(habits.operatorName == "Silversquare")
  }

  @Test func everyUnknownHabitIsNamedWithItsLine() {
    let text = """
      id,postcode,mode,car,group,days,operator
      e1,3000,plane,maybe,none,8,Nobody

      """
    #expect(
      findings { () throws(Failure) in try demand(text) } == [
        "t.csv:2 unknown_mode mode", "t.csv:2 unknown_car car", "t.csv:2 unknown_group group",
        "t.csv:2 unknown_operator operator", "t.csv:2 invalid_number days",
      ])
  }

  @Test func aPostcodeIsEnoughAndNeighboursAreCountedTogether() throws {
    let demand = try demand("id,postcode\ne1,3000\ne2,9000\ne3,3000\n")
    #expect(demand.origins.map(\.id) == ["3000", "9000"])
    #expect(demand.origins.map(\.people) == [2, 1])
    #expect(demand.origins.map(\.name) == ["3000 Leuven", "9000 Gent"])
    #expect(demand.origins.map(\.municipality) == ["24062", "44021"])
    #expect(demand.origins[0].coordinate == Coordinate(latitude: 50.88, longitude: 4.70))
    #expect(demand.summary.hasPrefix("3 employees"))
  }

  @Test func aPostcodeNeedsNoMunicipalities() throws {
    let demand = try demand("id,postcode\ne1,3000\n", hasMunicipalities: false)
    #expect(demand.origins.map(\.municipality) == [""])
    #expect(demand.origins.map(\.municipalityName) == ["3000 Leuven"])
  }

  @Test func aNISCodePlacesPeopleAtTheMunicipality() throws {
    let demand = try demand("id,nis\ne1,44021\n")
    #expect(demand.origins.map(\.name) == ["Gent"])
    #expect(demand.origins[0].coordinate == Coordinate(latitude: 51.05, longitude: 3.72))
  }

  @Test func coordinatesPlacePeopleAndTheNearestMunicipalityIsTheirs() throws {
    let demand = try demand("id,lat,lon\ne1,50.9,4.6\n")
    #expect(demand.origins.map(\.id) == ["e1"])
    #expect(demand.origins[0].coordinate == Coordinate(latitude: 50.9, longitude: 4.6))
    #expect(demand.origins[0].municipality == "24062")
  }

  @Test func whereARowHasNoCoordinatesItsCodeCounts() throws {
    let demand = try demand(
      "id,lat,lon,nis,postcode\ne1,50.9,4.6,,\ne2,,,44021,\ne3,,,,3000\n")
    #expect(demand.origins.map(\.id) == ["3000", "44021", "e1"])
  }

  @Test func anEmployeeWhoseIDLooksLikeAPostcodeIsNotMovedThere() throws {
    let demand = try demand("id,lat,lon,postcode\n3000,51.0,4.0,\ne2,,,3000\n")
    #expect(demand.origins.count == 2)
    #expect(Set(demand.origins.map(\.coordinate.latitude)) == [51.0, 50.88])
    #expect(demand.people == 2)
  }

  @Test func thePeopleColumnWeighsRowsAndAnEmptyCellIsOne() throws {
    let demand = try demand("id,postcode,people\ne1,3000,2.5\ne2,3000,\ne3,9000,0\n")
    #expect(demand.origins.map(\.people) == [3.5, 0])
    #expect(demand.people == 3.5)
    #expect(demand.summary.hasPrefix("3.5 employees"))
  }

  @Test func theOfficeColumnKeepsOfficesApart() throws {
    let demand = try demand("id,postcode,office\ne1,3000,HQ\ne2,3000,Annex\ne3,3000,\ne4,3000,HQ\n")
    #expect(demand.origins.map(\.officeID) == [nil, "Annex", "HQ"])
    #expect(demand.origins.map(\.people) == [1, 1, 2])
  }

  @Test func everyMistakeIsNamedAtOnceWithFileAndLine() {
    #expect(
      findings { () throws(Failure) in
        try demand(
          """
          id,postcode,people,office,lat,lon
          e1,3000,1,HQ,,
          e2,1234,1,HQ,,
          e3,3000,-2,HQ,,
          e4,3000,1,Nowhere,,
          e5,,1,HQ,91,4
          e1,9000,1,HQ,,
          e7,abc,1,Nowhere,,

          """)
      } == [
        "t.csv:3 unknown_postcode postcode", "t.csv:4 invalid_number people",
        "t.csv:5 unknown_office office", "t.csv:6 invalid_number lat", "t.csv:7 duplicate_id id",
        "t.csv:8 unknown_office office", "t.csv:8 unknown_postcode postcode",
      ])
  }

  @Test func anUnknownNISCodeIsNamed() {
    #expect(
      findings { () throws(Failure) in try demand("id,nis\ne1,44021\ne2,99999\n") }
        == ["t.csv:3 unknown_nis nis"])
  }

  @Test func aListThatTheScenarioDoesNotNameIsOneFindingForAllRows() throws {
    let error = try #require(throws: Failure.self) {
      try demand("id,postcode\ne1,3000\ne2,9000\ne3,3000\n", hasPostcodes: false)
    }
    #expect(error.findings.map(\.brief) == ["t.csv:2 no_list_of_postcodes postcode"])
    #expect(error.findings.map(\.count) == [3])
    #expect(error.findings.first?.remedy == "add demand.employees.postcodes")
  }

  @Test func aFileWithoutIDOrHomeIsRefusedWithBoth() {
    #expect(
      findings { () throws(Failure) in try demand("name,lat\nx,50\n") }
        == ["t.csv:1 missing_column id", "t.csv:1 missing_column postcode"])
  }

  @Test func aFileWithoutRowsIsRefused() {
    #expect(
      findings { () throws(Failure) in try demand("id,postcode\n") } == ["t.csv no_employee"])
  }
}
