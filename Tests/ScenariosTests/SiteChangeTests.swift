import Findings
import Geography
import Testing

@testable import Scenarios

/// Sites that a scenario adds, moves and closes.
@Suite struct SiteChangeTests {
  private let files: ScenarioFolder

  init() throws { files = try ScenarioFolder() }

  /// The minimal scenario ends with `sites` and its file, at line 10.
  private func text(_ changes: String) -> String { ScenarioFolder.minimal + changes }

  @Test("sites are closed, moved and added, and all else stays")
  func sitesChange() throws {
    let scenario = try files.resolve(
      text(
        """
          close: [b]
          move:
            - {id: a, lat: 50.91, lon: 4.40, zone: periphery}
          add:
            - {id: new, name: New space, lat: 50.7, lon: 4.2, status: existing, operator: Op}

        """))
    #expect(scenario.sites.map(\.id) == ["a", "c", "new"])
    #expect(scenario.sites[0].coordinate == Coordinate(latitude: 50.91, longitude: 4.40))
    #expect(scenario.sites[0].zone == "periphery")
    #expect(scenario.sites[0].status == .existing)
    #expect(scenario.sites[1] == (try files.resolve(ScenarioFolder.minimal).sites[2]))
    #expect(scenario.sites[2].name == "New space")
    #expect(scenario.sites[2].operatorName == "Op")
    // 0.01° of latitude are 1112 m on a sphere of 6371 km: 6,371,000 × π / 180 / 100.
    #expect(
      scenario.siteChanges.sentence
        == "sites: 1 added (new); 1 moved (a by 1112 m); 1 closed (b)")
  }

  @Test("without changes nothing is said")
  func nothingChanges() throws {
    #expect(try files.resolve(ScenarioFolder.minimal).siteChanges.sentence == nil)
  }

  @Test("sites that are not there, or are there already, are named at their lines")
  func mistakesAreNamed() {
    #expect(
      files.mistakes(
        text(
          """
            status: [existing, candidate]
            close: [z, b]
            move:
              - {id: aa, lat: 50.9, lon: 4.4}
              - {id: a, lat: 50.9}
            add:
              - {id: b, lat: 50.9, lon: 4.4}
              - {id: new, lat: 50.9, lon: 4.4, statu: existing}

          """)) == [
          "scenario.yaml:12 unknown_site sites.close[0]",
          "scenario.yaml:12 unknown_site sites.close[1]",
          "scenario.yaml:14 unknown_site sites.move[0].id",
          "scenario.yaml:15 missing_key sites.move[1].lon",
          "scenario.yaml:17 duplicated_site sites.add[0].id",
          "scenario.yaml:18 unknown_key sites.add[1].statu",
        ])
  }

  @Test("a scenario cannot close its last site")
  func theLastSiteStays() {
    #expect(files.mistakes(text("  close: [a, b, c]\n")) == ["scenario.yaml:10 no_site sites"])
  }
}
