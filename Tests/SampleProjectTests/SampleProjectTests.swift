import FeedArchive
import Findings
import Foundation
import GTFSStore
import Impact
import Routing
import SampleProject
import Scenarios
import TestSupport
import Testing
import TransitRouting

/// The sample as `antenne demo` runs it.
@Suite struct SampleProjectTests {
  private static func made() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try SampleProject.write(to: folder.path)
    let source = TextSource(name: "model timetable", files: try SampleProject.feed())
    _ = try NetworkImport.run(
      [FeedToImport(name: SampleProject.feedName, source: source, isModel: true)],
      into: folder.file(SampleProject.networkName))
    return folder
  }

  @Test func theFolderHoldsTheScenarioAndEverythingItNamesButTheNetwork() throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.path
    try SampleProject.write(to: folder)
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: folder)) == [
        "scenario.yaml", "spaces.csv", "municipalities.csv", "commuters.csv",
      ])
    let error = try #require(throws: Failure.self) {
      try ScenarioFile.resolve(folder + "/" + SampleProject.scenarioName)
    }
    guard case .unusableData(let findings) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(findings.map(\.field) == ["network"])
  }

  @Test func theWholeMainJobRunsOnIt() async throws {
    let folder = try Self.made()
    let scenario = try ScenarioFile.resolve(folder.file(SampleProject.scenarioName))
    #expect(scenario.demand.people == 393_790)
    #expect(abs(scenario.offices.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    #expect(scenario.sites.count >= 10)
    let database = try NetworkDatabase(scenario.network)
    let date = try #require(scenario.date)
    let service = try #require(try database.service(on: date)[SampleProject.feedName])
    #expect(service.trips > 1000 && service.calls > service.trips)

    let loaded = try database.loadTimetable(on: date)
    #expect(loaded.feeds.map(\.isModel) == [true])
    #expect(loaded.notes.contains { $0.code == "model_timetable" })
    let comparison = try await CommuteComparison.computed(scenario, loaded.timetable, threads: 2)
    let result = comparison.result(
      version: "test", date: date,
      feeds: loaded.feeds.map {
        .init(
          name: $0.name, source: $0.source, operators: $0.operators,
          firstServiceDate: $0.firstServiceDate, lastServiceDate: $0.lastServiceDate,
          isModel: $0.isModel)
      }, notes: loaded.notes)
    #expect(result.feeds.map(\.isModel) == [true])
    try check(result)
  }

  /// Loose bounds that a broken network or a lost unit would leave.
  private func check(_ result: RunResult) throws {
    let totals = result.totals
    #expect(totals.people == 393_790)
    #expect(abs(totals.peopleByOutcome.values.reduce(0, +) - 393_790) < 1e-6)
    let towns = result.municipalities.reduce(0) { $0 + $1.hoursSavedPerDay }
    #expect(abs(towns - totals.hoursSavedPerDay) < 1e-6)
    let sites = result.sites.reduce(0) { $0 + $1.hoursSavedPerDay }
    #expect(abs(sites - totals.hoursSavedPerDay) < 1e-6)
    // Of all people most can be compared, and nobody commutes more than the limit of 3 hours.
    let compared = result.origins.filter { $0.savedSecondsOneWay != nil }
    #expect(compared.reduce(0) { $0 + $1.people } > 300_000)
    #expect(compared.allSatisfy { ($0.central.oneWay ?? .infinity) <= 3 * 3600 })
    let mean = try #require(totals.centralSecondsOneWay) / 60
    #expect((45...120).contains(mean))
    #expect(totals.hoursSavedPerDay > 0)
    // One day a week in 44 weeks, all take part.
    #expect(abs(totals.hoursSavedPerYear - 44 * totals.hoursSavedPerDay) < 1e-3)
    #expect(result.itineraries.count == 9)
    // A site may be within a walk; the office of those who gain most is not.
    for example in result.itineraries {
      #expect(!example.itinerary.legs.isEmpty, "\(example.title)")
    }
    #expect(result.itineraries.contains { $0.itinerary.rideCount >= 1 })
  }
}
