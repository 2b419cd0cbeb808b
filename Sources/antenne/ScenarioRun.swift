import Findings
import GTFSStore
import Impact
import InputHashes
import Routing
import Scenarios
import TransitRouting

/// The version that results and `--version` name.
let antenneVersion = "0.1.0"

/// What `run` and `demo` share: resolve, load, route.
struct ScenarioRun {
  let comparison: CommuteComparison
  /// What the timetable stands on.
  let notes: [Finding]
  /// The bytes that were read.
  let inputs: [InputHash]
  private let loaded: LoadedTimetable
  private let progress: Progress.Style

  init(scenario path: String, threads: Int, progress: Progress.Style = .terminal) async throws {
    self.progress = progress
    let scenario = try ScenarioFile.resolve(path)
    // The quicker first: a damaged street file is told before the timetable is read.
    let streets = try StreetLoader.streets(of: scenario)
    inputs = try scenario.inputFiles.map { file throws(Failure) in
      try InputHash(path: file.path, name: file.name)
    }
    let database = try NetworkDatabase(scenario.network)
    let date = try scenario.date ?? database.ordinaryDate()
    loaded = try Self.timetable(of: scenario, database, date)
    notes = loaded.notes(draws: scenario.draws.count, seed: scenario.draws.seed)
    let bar = Progress("route", style: progress)
    comparison = try await CommuteComparison.computed(
      scenario, loaded.timetable, draws: loaded.draws, streets: streets, threads: threads,
      done: { bar.update($1, of: $2, unit: "workplaces by \($0.rawValue)") })
  }

  /// As much of a day's timetable as a scenario's windows need.
  static func timetable(
    of scenario: Scenario, _ database: NetworkDatabase, _ date: ServiceDate
  ) throws(Failure) -> LoadedTimetable {
    let longest = Int(scenario.access.maximumMinutes.value) * 60
    return try database.loadTimetable(
      on: date, fromSeconds: scenario.arrivalWindow.lowerBound - longest,
      untilSeconds: scenario.departureWindow.upperBound + longest)
  }

  /// The comparison with what the week of the policy does.
  func result(threads: Int) async -> RunResult {
    let bar = Progress("impact", style: progress)
    let impact = await comparison.impact(threads: threads) { bar.update($1, of: $2, unit: $0) }
    return comparison.result(
      version: antenneVersion, date: loaded.date,
      feeds: loaded.feeds.map {
        .init(
          name: $0.name, source: $0.source, operators: $0.operators,
          firstServiceDate: $0.firstServiceDate, lastServiceDate: $0.lastServiceDate,
          isModel: $0.isModel)
      }, notes: notes, impact: impact)
  }
}
