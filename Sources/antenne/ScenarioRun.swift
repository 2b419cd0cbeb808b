import Findings
import GTFSStore
import Impact
import Routing
import Scenarios
import TransitRouting

/// The version that results and `--version` name.
let antenneVersion = "0.1.0"

/// What `run`, `sites` and `demo` share: resolve, load, route.
struct ScenarioRun {
  let comparison: CommuteComparison
  let loaded: LoadedTimetable

  init(scenario path: String, candidates: String? = nil, threads: Int) async throws {
    let scenario = try ScenarioFile.resolve(path, candidates: candidates)
    let database = try NetworkDatabase(scenario.network)
    let date = try scenario.date ?? database.ordinaryDate()
    let latest =
      scenario.departureWindow.upperBound + Int(scenario.access.maximumMinutes.value) * 60
    loaded = try database.loadTimetable(on: date, untilSeconds: latest)
    let bar = Progress("route")
    comparison = await CommuteComparison.computed(
      scenario, loaded.timetable, threads: threads,
      done: { bar.update($0, of: $1, unit: "workplaces") })
  }

  var result: RunResult {
    comparison.result(
      version: antenneVersion, date: loaded.date,
      feeds: loaded.feeds.map {
        .init(
          name: $0.name, source: $0.source, operators: $0.operators,
          firstServiceDate: $0.firstServiceDate, lastServiceDate: $0.lastServiceDate,
          isModel: $0.isModel)
      }, notes: loaded.notes)
  }
}

/// What a person wants to read first.
enum Headline {
  static func text(_ result: RunResult) -> String {
    let totals = result.totals
    func people(_ outcomes: RunResult.Outcome...) -> String {
      grouped(outcomes.reduce(0) { $0 + (totals.peopleByOutcome[$1.rawValue] ?? 0) })
    }
    func minutes(_ seconds: Double?) -> String {
      seconds.map { String(Int(($0 / 60).rounded())) + " min" } ?? "–"
    }
    var lines = [
      "\(result.scenario.name): \(result.scenario.date), \(grouped(totals.people)) people",
      "  gain by their best space      \(people(.gains))  (mean \(minutes(totals.savedSecondsOneWay)) one way; "
        + "\(grouped(totals.peopleSavingOver15Minutes)) more than 15, "
        + "\(grouped(totals.peopleSavingOver30Minutes)) more than 30)",
      "  would lose or see no change   \(people(.loses, .unchanged))",
      "  not compared                  \(people(.onlySiteReachable, .onlyOfficeReachable, .nothingReachable))"
        + "  (office or space out of reach)",
      "  one way to office and space   \(minutes(totals.centralSecondsOneWay)) and \(minutes(totals.bestSecondsOneWay))",
      "  hours saved a day             \(grouped(totals.hoursSavedPerDay)), if all who gain go there",
      "  hours saved a year            \(grouped(totals.hoursSavedPerYear)), by the scenario's policy",
    ]
    if result.feeds.contains(where: \.isModel) {
      lines.append("  The timetable is a model, not a published one: the figures show the method.")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whole numbers with thousands apart.
  private static func grouped(_ value: Double) -> String {
    var digits = String(Int(value.rounded()))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }
}
