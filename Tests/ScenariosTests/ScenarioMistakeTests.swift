import Findings
import Foundation
import TestSupport
import Testing

@testable import Scenarios

@Suite struct ScenarioMistakeTests {
  private let files: ScenarioFolder

  init() throws { files = try ScenarioFolder() }

  private func mistakes(_ more: String) -> [String] {
    files.mistakes(ScenarioFolder.minimal + more)
  }

  @Test func aKeyThatStandsTwiceIsNamedWithItsLine() throws {
    let found = try files.failed("name: A\nnetwork: n\nname: B\n")
    #expect(found.map(\.code) == ["duplicated_key"])
    #expect(found.first?.message.contains("name") == true)
    let nested = try files.failed(
      ScenarioFolder.minimal + "policy:\n  participation: 1\n  participation: 0.5\n")
    #expect(nested.map(\.code) == ["duplicated_key"])
    #expect((11...13).contains(try #require(nested.first?.line)))
  }

  @Test func whatIsNotYAMLIsNamedWithItsLine() {
    #expect(
      files.mistakes("name: x\nnetwork: [a, b\noffices: {\n").allSatisfy {
        $0.hasPrefix("scenario.yaml:") && $0.hasSuffix(" invalid_yaml")
      })
    #expect(files.mistakes("just a text\n") == ["scenario.yaml:1 not_a_mapping "])
    #expect(files.mistakes("name: a\n---\nname: b\n").count == 1)
    #expect(
      files.mistakes(String(repeating: "[", count: 100_000)).allSatisfy {
        $0.hasSuffix(" invalid_yaml")
      })
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n"])
  func anEmptyFileIsEmpty(_ text: String) {
    #expect(files.mistakes(text) == ["scenario.yaml empty_scenario "])
  }

  @Test func aMissingScenarioIsAMissingInput() {
    let error = #expect(throws: Failure.self) {
      try ScenarioFile.resolve(files.folder.path + "/none.yaml")
    }
    #expect(error?.exitCode == 66)
  }

  @Test func everyMissingFileIsNamedAtItsKey() {
    #expect(
      files.mistakes(
        """
        name: Missing
        network: no.sqlite
        demand:
          commuters:
            matrix: no-matrix.csv
            work_zone: 21000
            municipalities: no-municipalities.csv
        offices: {name: Main, lat: 50.85, lon: 4.36}
        sites: {file: no-sites.csv}
        areas:
          region: no.geojson
        """) == [
          "scenario.yaml:2 missing_file network", "scenario.yaml:9 missing_file sites.file",
          "scenario.yaml:5 missing_file demand.commuters.matrix",
          "scenario.yaml:7 missing_file demand.commuters.municipalities",
          "scenario.yaml:11 missing_file areas.region",
        ])
  }

  @Test func everyMissingKeyIsNamed() {
    let found = files.mistakes("description: nothing else\n")
    #expect(
      found
        == ["name", "network", "offices", "sites", "demand"].map {
          "scenario.yaml:1 missing_key \($0)"
        })
  }

  @Test func aVariableThatIsNotSetIsNamed() throws {
    let found = try files.failed(
      ScenarioFolder.minimal.replacing(
        "file: sites.csv", with: "file: ${ANTENNE_TEST_NEVER_SET}/sites.csv"))
    #expect(found.map(\.brief) == ["scenario.yaml:10 unset_variable sites.file"])
    #expect(found.first?.message.contains("ANTENNE_TEST_NEVER_SET") == true)
  }

  @Test func aVariableThatIsSetIsFilledIn() throws {
    // HOME is set wherever tests run; nothing is read from it.
    let home = try #require(ProcessInfo.processInfo.environment["HOME"])
    let found = try files.failed(
      ScenarioFolder.minimal.replacing("file: sites.csv", with: "file: ${HOME}/no/${HOME}.csv"))
    #expect(found.map(\.value) == [home + "/no/" + home + ".csv"].map { String($0.prefix(80)) })
  }

  @Test func commutersAndEmployeesTogetherAreUnclear() {
    let both = ScenarioFolder.minimal.replacing(
      "  commuters:", with: "  employees: {file: employees.csv}\n  commuters:")
    #expect(files.mistakes(both) == ["scenario.yaml:4 unclear_demand demand"])
    #expect(
      files.mistakes(ScenarioFolder.minimal.replacing("    work_zone: 21000\n", with: ""))
        == ["scenario.yaml:5 missing_key demand.commuters.work_zone"])
  }

  @Test func officeWeightsBecomeSharesThatMakeOne() throws {
    let scenario = try files.resolve(
      ScenarioFolder.minimal.replacing(
        "offices: {name: Main, lat: 50.85, lon: 4.36}",
        with: """
          offices:
            - {name: A, lat: 50.85, lon: 4.36, weight: 3.3}
            - {name: B, lat: 50.85, lon: 4.36, weight: 2.2}
            - {name: C, lat: 50.85, lon: 4.36, weight: 5.5}
          """))
    // 3.3 : 2.2 : 5.5 of 11.
    for (share, expected) in zip(scenario.offices.map(\.share), [0.3, 0.2, 0.5]) {
      #expect(abs(share - expected) < 1e-12)
    }
    #expect(abs(scenario.offices.reduce(0) { $0 + $1.share } - 1) < 1e-12)
  }

  @Test(arguments: [
    ("-1", "value_out_of_range"), ("0", "value_out_of_range"), ("nan", "value_out_of_range"),
    ("much", "invalid_value"), (".inf", "invalid_value"),
  ])
  func anOfficeWithoutAWeightAboveZeroIsRefused(_ weight: String, _ code: String) {
    #expect(
      files.mistakes(
        ScenarioFolder.minimal.replacing("lon: 4.36", with: "lon: 4.36, weight: \(weight)"))
        == ["scenario.yaml:8 \(code) offices[0].weight"])
  }

  @Test func officesMustHaveNamesOfTheirOwnAndPlaces() {
    let offices = """
      offices:
        - {name: A, lat: 50.85, lon: 4.36}
        - {name: A, lat: 50.85, lon: 4.36}
        - {name: B, lat: 50.85, long: 4.36}
      """
    #expect(
      files.mistakes(
        ScenarioFolder.minimal.replacing(
          "offices: {name: Main, lat: 50.85, lon: 4.36}", with: offices)) == [
          "scenario.yaml:10 duplicated_office offices[1]",
          "scenario.yaml:11 unknown_key offices[2].long",
          "scenario.yaml:11 missing_key offices[2].lon",
        ])
    #expect(
      files.mistakes(
        ScenarioFolder.minimal.replacing(
          "offices: {name: Main, lat: 50.85, lon: 4.36}", with: "offices: []"))
        == ["scenario.yaml:8 no_office offices"])
  }

  @Test(arguments: [
    ("participation: 1.2", "value_out_of_range policy.participation"),
    ("participation: -0.1", "value_out_of_range policy.participation"),
    ("site_days_per_week: 8", "value_out_of_range policy.site_days_per_week"),
    ("working_weeks_per_year: 54", "value_out_of_range policy.working_weeks_per_year"),
    ("participation: half", "invalid_value policy.participation"),
    ("participation:", "not_a_text policy.participation"),
    ("participation: {value: 2, source: x}", "value_out_of_range policy.participation"),
    ("participation: {source: x}", "missing_key policy.participation.value"),
    ("participation: {value: 1, sorce: x}", "unknown_key policy.participation.sorce"),
    ("participation: .nan", "invalid_value policy.participation"),
  ])
  func aNumberOutOfItsRangeIsRefusedAtItsLine(_ line: String, _ finding: String) {
    #expect(mistakes("policy:\n  \(line)\n") == ["scenario.yaml:12 \(finding)"])
  }

  @Test func aNumberWithSourceKeepsItAndOneWithoutIsAnAssumption() throws {
    let scenario = try files.resolve(
      ScenarioFolder.minimal + """
        policy:
          participation: {value: 0.4, source: "survey 2018, p. 3"}
          site_days_per_week: {value: 2}
        access:
          walk_speed_kmh: 4
        """)
    #expect(scenario.policy.participation == SourcedNumber(0.4, source: "survey 2018, p. 3"))
    #expect(scenario.policy.siteDaysPerWeek == SourcedNumber(2, source: "assumption"))
    // A value of one's own does not keep the source of the default.
    #expect(scenario.access.walkSpeedKilometersPerHour == SourcedNumber(4, source: "assumption"))
  }

  @Test(arguments: [
    ("date: 2019-02-30", "invalid_value date"), ("arrive: 08:00-08:00", "invalid_value arrive"),
    ("depart: 25:61-26:00", "invalid_value depart"),
    ("access: {home_mode: car}", "invalid_value access.home_mode"),
    ("access: fast", "not_a_mapping access"),
  ])
  func aValueThatItsKeyDoesNotTakeIsRefused(_ line: String, _ finding: String) {
    #expect(mistakes(line + "\n") == ["scenario.yaml:11 \(finding)"])
  }

  @Test func sitesOfNoStatusAskedForAreRefused() {
    #expect(
      files.mistakes(
        ScenarioFolder.minimal.replacing(
          "  file: sites.csv", with: "  file: sites.csv\n  status: []"))
        == ["scenario.yaml:10 no_site sites"])
  }

  @Test func sitesOfTheZonesAskedForAreKeptAndUnknownZonesNamed() throws {
    try files.folder.write(
      "sites.csv", "id,lat,lon,zone\nA,50.8,4.3,pentagon\nB,50.9,4.4,periphery\n")
    func text(_ zones: String) -> String {
      ScenarioFolder.minimal.replacing(
        "  file: sites.csv", with: "  file: sites.csv\n  zones: \(zones)")
    }
    #expect(try files.resolve(text("[periphery]")).sites.map(\.id) == ["B"])
    #expect(try files.resolve(ScenarioFolder.minimal).sites.map(\.id) == ["A", "B"])
    #expect(
      files.mistakes(text("[periphery, perifery]")) == ["scenario.yaml:11 unknown_zone sites.zones"]
    )
  }

  @Test func areasWithoutTheirCodeAreRefused() {
    #expect(
      mistakes("areas:\n  municipalities: areas.geojson\n")
        == ["scenario.yaml:12 no_nis_code areas.municipalities"])
    #expect(
      mistakes("areas:\n  municipalities: sites.csv\n") == ["sites.csv invalid_geometry"])
  }
}
