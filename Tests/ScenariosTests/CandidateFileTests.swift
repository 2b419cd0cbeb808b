import Findings
import TestSupport
import Testing

@testable import Scenarios

/// Candidates beside a scenario.
@Suite struct CandidateFileTests {
  private let files: ScenarioFolder

  init() throws {
    files = try ScenarioFolder()
    try files.folder.write(
      "candidates.csv", "id,lat,lon,seats_per_day\nx,50.9,4.4,20\ny,50.8,4.3,\n")
    try files.folder.write(
      "bad.csv",
      """
      id,lat,lon,status
      x,50.9,4.4,
      y,95,4.4,
      z,50.9
      x,50.8,4.4,
      w,50.8,4.4,planned
      v,50.8,4.4,existing

      """)
  }

  @Test func candidatesStandBesideTheSites() throws {
    let scenario = try files.resolve(ScenarioFolder.minimal, candidates: "candidates.csv")
    #expect(scenario.candidates.map(\.id) == ["x", "y"])
    #expect(scenario.candidates.map(\.seatsPerDay) == [20, nil])
    #expect(scenario.candidates.map(\.status) == [.candidate, .candidate])
    #expect(scenario.skippedCandidates.isEmpty)
    #expect(scenario.sites.map(\.id) == ["a", "b", "c"])
    #expect(try files.resolve(ScenarioFolder.minimal).candidates.isEmpty)
    #expect(
      files.mistakes(ScenarioFolder.minimal, candidates: "none.csv") == ["missing input none.csv"])
  }

  @Test func aScenarioWithCandidatesNeedsNoSites() throws {
    let text = ScenarioFolder.minimal.replacing("sites:\n  file: sites.csv\n", with: "")
    #expect(files.mistakes(text) == ["scenario.yaml:1 missing_key sites"])
    let scenario = try files.resolve(text, candidates: "candidates.csv")
    #expect(scenario.sites.isEmpty)
    #expect(scenario.candidates.count == 2)
  }

  private static let badRows = [
    "bad.csv:3 invalid_number lat", "bad.csv:4 wrong_cell_count", "bad.csv:5 duplicate_id id",
    "bad.csv:6 invalid_status status",
  ]

  @Test func everyBadRowIsNamedTogetherWithTheMistakesOfTheScenario() {
    #expect(files.mistakes(ScenarioFolder.minimal, candidates: "bad.csv") == Self.badRows)
    #expect(
      Set(files.mistakes(ScenarioFolder.minimal + "arive: 08:00-09:00\n", candidates: "bad.csv"))
        == Set(Self.badRows + ["scenario.yaml:11 unknown_key arive"]))
  }

  @Test func badRowsAreLeftOutWhereAskedForAndNamedInOrder() throws {
    let scenario = try files.resolve(
      ScenarioFolder.minimal, candidates: "bad.csv", skipsBadCandidates: true)
    #expect(scenario.candidates.map(\.id) == ["x", "v"])
    #expect(scenario.skippedCandidates.map(\.brief) == Self.badRows)
  }

  @Test func aFileInWhichNothingCanBeUsedIsAMistake() throws {
    try files.folder.write("bad.csv", "id,lat,lon\nx,95,4.4\ny\n")
    #expect(
      files.mistakes(ScenarioFolder.minimal, candidates: "bad.csv", skipsBadCandidates: true)
        .sorted() == ["bad.csv:2 invalid_number lat", "bad.csv:3 wrong_cell_count"])
    try files.folder.write("bad.csv", "id,lat,lon\n")
    #expect(
      files.mistakes(ScenarioFolder.minimal, candidates: "bad.csv", skipsBadCandidates: true)
        == ["bad.csv no_site"])
    try files.folder.write("bad.csv", "id,latitude,lon\nx,50,4\n")
    #expect(
      files.mistakes(ScenarioFolder.minimal, candidates: "bad.csv", skipsBadCandidates: true)
        == ["bad.csv:1 missing_column lat"])
  }

  @Test func aBadRowOfTheSitesIsNotLeftOut() throws {
    try files.folder.write("sites.csv", "id,lat,lon\na,50.9,4.4\nb,95,4.4\n")
    #expect(
      files.mistakes(
        ScenarioFolder.minimal, candidates: "candidates.csv", skipsBadCandidates: true)
        == ["sites.csv:3 invalid_number lat"])
  }

  @Test func employeesMayNameTheOperatorsOfCandidates() throws {
    try files.folder.write("employees.csv", "id,postcode,operator\ne1,3000,Two\n")
    #expect(
      files.mistakes(ScenarioFolder.employees, candidates: "candidates.csv") == ["no failure"])
    try files.folder.write("candidates.csv", "id,lat,lon,operator\nx,50.9,4.4,One\n")
    #expect(
      files.mistakes(ScenarioFolder.employees, candidates: "candidates.csv")
        == ["employees.csv:2 unknown_operator operator"])
    try files.folder.write("candidates.csv", "id,lat,lon,operator\nx,50.9,4.4,Two\n")
    let scenario = try files.resolve(ScenarioFolder.employees, candidates: "candidates.csv")
    #expect(scenario.demand.origins.map(\.habits.operatorName) == ["Two"])
  }

  @Test func theInputFilesAreTheScenarioThoseThatItExtendsAndThoseThatItNames() throws {
    try files.folder.write("base.yaml", ScenarioFolder.minimal)
    try files.folder.write("middle.yaml", "extends: base.yaml\nname: Middle\n")
    let scenario = try files.resolve(
      "extends: middle.yaml\nareas: {municipalities: areas.geojson, nis_property: nis}\n",
      candidates: "candidates.csv")
    let names = scenario.inputFiles.map { String($0.path.split(separator: "/").last ?? "") }
    #expect(names.first == "scenario.yaml")
    #expect(
      Set(names) == [
        "scenario.yaml", "middle.yaml", "base.yaml", "network.sqlite", "matrix.csv",
        "municipalities.csv", "sites.csv", "areas.geojson",
      ])
    #expect(names.count == Set(names).count)
    // As they are written, without a folder of this machine.
    #expect(scenario.inputFiles.map(\.name) == names)
  }
}
