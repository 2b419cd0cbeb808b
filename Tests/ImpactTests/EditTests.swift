import Findings
import Testing
import TransitRouting

@testable import Impact
@testable import Scenarios

/// Edits of the timetable in a run.
@Suite struct EditTests {
  private func scenario(_ edits: Scenario.Edit...) -> Scenario {
    var scenario = Scenario.tiny(
      homes: [("A", 100), ("B", 50)], offices: [("O", 1)], sites: ["S", "T"])
    scenario.edits = edits
    return scenario
  }

  private func speed(_ scale: Double, _ routes: [String]) -> Scenario.Edit {
    Scenario.Edit(
      .adjustSpeed(AdjustSpeed(.init(.routes, routes), scale: scale)), type: "adjust-speed")
  }

  @Test("a faster line saves its minutes")
  func aFasterLineSavesItsMinutes() async throws {
    // At twice the speed A to S takes 10 minutes instead of 20, so 14 one way where the office
    // takes 44: 30 minutes saved instead of 20.
    let timetable = try TinyNetwork.example().build()
    let edited = try await result(scenario(speed(2, ["AS", "SA"])), timetable)
    let base = try await result(scenario(), timetable)
    #expect(base.origins.map(\.savedSecondsOneWay).first == 20 * 60)
    #expect(edited.origins.map(\.savedSecondsOneWay).first == 30 * 60)
    #expect(edited.notes.first?.code == "timetable_edit")
    // From 5:00 to 21:00 every ten minutes, at 5 past: 5:05 to 20:55 are 96 trips each way.
    #expect(edited.notes.first?.message == "192 trips changed")
    #expect(!base.notes.contains { $0.code == "timetable_edit" })
  }

  @Test("an edit without effect gives exactly the base")
  func noEffectIsExactlyTheBase() async throws {
    let timetable = try TinyNetwork.example().build()
    let edited = try await result(scenario(speed(1, ["AS", "SA", "BO"])), timetable)
    let base = try await result(scenario(), timetable)
    #expect(edited.totals == base.totals)
    #expect(edited.origins == base.origins)
    #expect(edited.sites == base.sites)
  }

  @Test("a wrong edit stops the run")
  func aWrongEditStopsTheRun() async throws {
    let timetable = try TinyNetwork.example().build()
    let error = await #expect(throws: Failure.self) {
      try await result(scenario(speed(2, ["AX"])), timetable)
    }
    #expect(error?.exitCode == 65)
  }
}
