import ImpactModel
import TestSupport
import Testing

@testable import Scenarios

@Suite struct ScenarioExtensionTests {
  private let files: ScenarioFolder

  init() throws {
    files = try ScenarioFolder()
    try files.folder.write(
      "base.yaml",
      ScenarioFolder.minimal
        + "policy: {working_weeks_per_year: 40, participation: 0.5}\nmodes: [transit, bike]\n")
  }

  @Test func whatIsNotSaidIsThatOfTheOtherScenario() throws {
    let scenario = try files.resolve("extends: base.yaml\nname: Other\n")
    #expect(scenario.name == "Other")
    #expect(scenario.policy.participation.value == 0.5)
    #expect(scenario.modes == [.transit, .bike])
    #expect(scenario.sites.count == 3)
  }

  @Test func keysOfAMappingAreMergedAndListsReplaced() throws {
    let scenario = try files.resolve(
      """
      extends: base.yaml
      policy: {participation: 0.25}
      modes: [walk]
      sites: {status: [existing]}

      """)
    #expect(scenario.policy.participation.value == 0.25)
    #expect(scenario.policy.workingWeeksPerYear.value == 40)
    #expect(scenario.modes == [.walk])
    #expect(scenario.sites.map(\.id) == ["a"])
  }

  @Test func aKeyIsTakenAway() throws {
    let scenario = try files.resolve("extends: base.yaml\nmodes: ~\npolicy: {participation: ~}\n")
    #expect(scenario.modes == [.transit])
    #expect(scenario.policy.participation.value == 1)
    #expect(scenario.policy.workingWeeksPerYear.value == 40)
  }

  @Test func extensionsCanBeExtended() throws {
    try files.folder.write("middle.yaml", "extends: base.yaml\npolicy: {participation: 0.1}\n")
    let scenario = try files.resolve("extends: middle.yaml\nmodes: [transit]\n")
    #expect(scenario.policy.participation.value == 0.1)
    #expect(scenario.policy.workingWeeksPerYear.value == 40)
    #expect(scenario.modes == [.transit])
  }

  @Test func mistakesAreNamedInTheFileThatHasThem() throws {
    try files.folder.write("wrong.yaml", ScenarioFolder.minimal + "policy: {participation: 7}\n")
    #expect(
      files.mistakes("extends: wrong.yaml\n")
        == ["wrong.yaml:11 value_out_of_range policy.participation"])
    #expect(
      files.mistakes("extends: base.yaml\npolicy: {participation: 8}\n")
        == ["scenario.yaml:2 value_out_of_range policy.participation"])
  }

  @Test func whatCannotBeExtendedIsRefused() throws {
    #expect(files.mistakes("extends: none.yaml\n") == ["scenario.yaml:1 missing_file extends"])
    #expect(
      files.mistakes("extends: ../base.yaml\n") == ["scenario.yaml:1 invalid_value extends"])
    try files.folder.write("a.yaml", "extends: b.yaml\n")
    try files.folder.write("b.yaml", "extends: a.yaml\n")
    #expect(
      files.mistakes("extends: a.yaml\n").first?.hasSuffix("circle_of_scenarios extends") == true)
  }
}
