import Findings
import Foundation
import Geography
import TestSupport
import Testing
import TransitRouting

@testable import Scenarios

@Suite struct ScenarioFileTests {
  private let files: ScenarioFolder

  init() throws { files = try ScenarioFolder() }

  @Test func aFullScenarioResolves() throws {
    let scenario = try files.resolve(
      """
      name: Full
      description: Everything
      network: network.sqlite
      date: 2019-10-29
      arrive: 07:00-08:30
      depart: 16:00-17:00
      demand:
        commuters: {matrix: matrix.csv, work_zone: 21000, municipalities: municipalities.csv, source: Census}
      offices:
        - {name: Main, lat: 50.85, lon: 4.36, weight: 3}
        - {id: two, name: Other, lat: 50.86, lon: 4.37, weight: 1}
      sites:
        file: sites.csv
        status: [existing, in preparation]
      policy:
        site_days_per_week: {value: 2, source: "Works council, 2019"}
        working_weeks_per_year: 45
        participation: 0.5
      access:
        home_mode: bike
        walk_speed_kmh: 5
        bike_speed_kmh: 18
        detour_factor: 1.2
        max_walk_minutes: 20
        max_transfer_walk_minutes: 10
        transfer_slack_seconds: 90
        max_minutes: 120
      areas:
        municipalities: areas.geojson
        nis_property: nis
        region: areas.geojson
      """)
    #expect(scenario.name == "Full" && scenario.description == "Everything")
    #expect(scenario.network == files.folder.path + "/network.sqlite")
    #expect(scenario.date == ServiceDate("2019-10-29"))
    // 7 × 3600 = 25,200; 8.5 × 3600 = 30,600; 16 × 3600 = 57,600; 17 × 3600 = 61,200.
    #expect(scenario.arrivalWindow == 25_200..<30_600)
    #expect(scenario.departureWindow == 57_600..<61_200)
    // 30 people by 2:1.
    #expect(scenario.demand.origins.map(\.people) == [10, 20])
    #expect(scenario.demand.summary.hasSuffix("(Census)"))
    #expect(scenario.offices.map(\.id) == ["Main", "two"])
    #expect(scenario.offices.map(\.share) == [0.75, 0.25])
    #expect(scenario.sites.map(\.id) == ["a", "b"])
    #expect(
      scenario.policy.siteDaysPerWeek == SourcedNumber(2, source: "Works council, 2019"))
    #expect(scenario.policy.workingWeeksPerYear == SourcedNumber(45, source: "assumption"))
    #expect(scenario.policy.participation.value == 0.5)
    #expect(scenario.access.homeMode == .bike)
    #expect(
      [
        scenario.access.walkSpeedKilometersPerHour, scenario.access.bikeSpeedKilometersPerHour,
        scenario.access.detourFactor, scenario.access.maximumWalkMinutes,
        scenario.access.maximumTransferWalkMinutes, scenario.access.transferSlackSeconds,
        scenario.access.maximumMinutes,
      ].map(\.value) == [5, 18, 1.2, 20, 10, 90, 120])
    #expect(scenario.areas.map(\.id) == ["24062", "region"])
  }

  @Test func whatIsLeftOutHasTheMethodsDefaults() throws {
    let scenario = try files.resolve(ScenarioFolder.minimal)
    #expect(scenario.date == nil)
    // 08:00 to 09:30 and 16:30 to 18:30.
    #expect(scenario.arrivalWindow == 28_800..<34_200)
    #expect(scenario.departureWindow == 59_400..<66_600)
    #expect(scenario.policy == Scenario.Policy())
    #expect(scenario.access == Scenario.AccessRules())
    #expect(scenario.access.walkSpeedKilometersPerHour.value == 4.8)
    #expect(scenario.access.detourFactor.value == 1.3)
    #expect(scenario.access.transferSlackSeconds.value == 60)
    #expect(scenario.offices.map(\.share) == [1])
    #expect(scenario.sites.count == 3, "every status")
    #expect(scenario.areas.isEmpty)
  }

  @Test func employeesAreResolvedWithTheirOffices() throws {
    let scenario = try files.resolve(ScenarioFolder.employees)
    #expect(scenario.demand.origins.map(\.officeID) == [nil, "Main"])
    #expect(scenario.demand.people == 2)
  }

  @Test func threeMistakesAreReportedTogetherEachWithItsLine() throws {
    let found = try files.failed(
      """
      name: Three mistakes
      network: network.sqlite
      arrive: 09:30-08:00
      demand:
        commuters:
          matrix: matrix.csv
          work_zone: 21000
          municipalities: municipalities.csv
      offices: {name: Main, lat: 50.85, lon: 4.36}
      sites:
        file: sites.csv
        status: [planned]
      polcy:
        participation: 1
      """)
    #expect(
      Set(found.map(\.brief)) == [
        "scenario.yaml:3 invalid_value arrive", "scenario.yaml:12 invalid_value sites.status",
        "scenario.yaml:13 unknown_key polcy",
      ])
    #expect(found.count == 3)
    let key = try #require(found.first { $0.code == "unknown_key" })
    #expect(key.remedy == "did you mean policy?")
    #expect(Failure.unusableData(found).exitCode == 65)
  }

  @Test func aMistakeInTheScenarioAndOneInAnEmployeeFileAreReportedTogether() throws {
    try files.folder.write("employees.csv", "id,postcode\ne1,3000\ne2,1234\n")
    #expect(
      files.mistakes(ScenarioFolder.employees + "depart: late\n")
        == [
          "scenario.yaml:10 invalid_value depart", "employees.csv:3 unknown_postcode postcode",
        ])
  }

  @Test func mistakesInSeveralFilesAreReportedTogether() throws {
    try files.folder.write("matrix.csv", "NIS,21000\n24000,x\n")
    try files.folder.write(
      "municipalities.csv", "NIS_code,name,inhabitants,lon,lat\n24062,Leuven,2,400,50.88\n")
    try files.folder.write("sites.csv", "id,lat,lon\na,50.9,4.4\na,50.9,4.4\n")
    #expect(
      files.mistakes(ScenarioFolder.minimal) == [
        "sites.csv:3 duplicate_id id", "matrix.csv:2 invalid_number 21000",
        "municipalities.csv:2 invalid_number lon",
      ])
  }

  @Test func aMissingListOfPostcodesDoesNotMakeEveryEmployeeWrong() {
    #expect(
      files.mistakes(
        ScenarioFolder.employees.replacing("postcodes: postcodes.csv", with: "postcodes: no.csv"))
        == ["scenario.yaml:6 missing_file demand.employees.postcodes"])
  }

  @Test func anOfficeAtAWrongPlaceDoesNotMakeItsEmployeesWrong() {
    #expect(
      files.mistakes(ScenarioFolder.employees.replacing("lat: 50.85", with: "lat: 95"))
        == ["scenario.yaml:7 invalid_value offices[0].lat"])
  }
}
