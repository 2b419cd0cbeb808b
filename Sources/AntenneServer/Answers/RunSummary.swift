import Findings
import Foundation
import Impact
import ImpactModel

/// A run without its rows.
struct RunSummary: Encodable, Sendable {
  var id: String
  var version: String
  var scenario: RunResult.ScenarioSummary
  /// The scenario's file in the data folder, where it is known.
  var scenarioID: String?
  var feeds: [RunResult.FeedUse]
  var notes: [Finding]
  var totals: RunResult.Totals
  /// The mode of the tables.
  var mode: String
  var savings: [RunResult.HistogramBin]
  var modes: [Mode]
  /// Empty in a run without a model of the week.
  var effects: [Effect]
  /// Whether anybody drives in the week; else the figures of cars are not results but absent.
  var hasDrivers: Bool

  /// Everyone by one mode.
  struct Mode: Encodable, Sendable {
    var mode: String
    var totals: RunResult.Totals
    var peopleFastestToOffice: Double
  }

  /// What the week does in a year.
  struct Effect: Encodable, Sendable {
    var name: String
    var unit: String
    var value: Double
    /// Nine of ten draws lie between these.
    var low: Double?
    var high: Double?

    init(_ headline: Effects.Headline, of result: RunResult, _ effects: Effects) {
      name = headline.name
      unit = headline.unit
      value = effects[keyPath: headline.value]
      let interval = result.uncertainty?.intervals.first { $0.name == headline.name }
      (low, high) = (interval?.low, interval?.high)
    }
  }

  init(_ result: RunResult, id: String, scenarioID: String?) {
    self.id = id
    version = result.version
    scenario = result.scenario
    self.scenarioID = scenarioID
    feeds = result.feeds
    notes = result.notes
    totals = result.totals
    mode = result.modes?.first?.mode ?? "transit"
    savings = result.savings
    modes = (result.modes ?? []).map {
      Mode(mode: $0.mode, totals: $0.totals, peopleFastestToOffice: $0.peopleFastestToOffice)
    }
    hasDrivers = result.impact?.hasDrivers == true
    effects =
      result.impact.map { impact in Effects.headlines.map { Effect($0, of: result, impact.effects) }
      } ?? []
  }
}

/// Which scenario of the data folder a run was made from.
enum ScenarioMatch {
  /// A result names the file without its folder; of several of the name the nearest is meant.
  static func find(_ run: String, _ result: RunResult, _ scenarios: [String]) -> String? {
    let name = (result.scenario.file as NSString).lastPathComponent
    let parts = run.split(separator: "/")
    func shared(_ id: String) -> Int {
      zip(id.split(separator: "/").dropLast(), parts).prefix { $0 == $1 }.count
    }
    let named = scenarios.filter { ($0 as NSString).lastPathComponent == name }
    guard let best = named.map(shared).max() else { return nil }
    let nearest = named.filter { shared($0) == best }
    return nearest.count == 1 ? nearest[0] : nearest.min { $0.count < $1.count }
  }
}

/// Two runs side by side.
struct ComparisonAnswer: Encodable, Sendable {
  var comparison: RunComparison
}
