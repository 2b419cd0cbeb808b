public import Findings
import Foundation
public import Impact
import ImpactModel
import Surroundings

/// The runs that answer what the document claims and asks of mobility; `nil` was not made.
public struct MobilityRuns: Sendable {
  /// One day a week in a decentralised space.
  public var oneDay: RunResult?
  /// All locations of one operator, with visits to clients.
  public var antennas: RunResult?
  /// As `oneDay` without the spaces of the periphery.
  public var peripheryFails: RunResult?
  /// One day a week in any space.
  public var allSpaces: RunResult?

  public init(
    oneDay: RunResult? = nil, antennas: RunResult? = nil, peripheryFails: RunResult? = nil,
    allSpaces: RunResult? = nil
  ) {
    self.oneDay = oneDay
    self.antennas = antennas
    self.peripheryFails = peripheryFails
    self.allSpaces = allSpaces
  }

  /// Reads the runs of a folder with `one-day`, `antennas`, `periphery-fails` and `all-spaces` in it,
  /// as far as they are there.
  /// - Throws: `missingInput` where none is, `unusableData` for one that cannot be read.
  public init(folder: String) throws(Failure) {
    func run(_ name: String) throws(Failure) -> RunResult? {
      let path = folder + "/" + name
      return FileManager.default.fileExists(atPath: path) ? try RunResult.read(folder: path) : nil
    }
    self.init(
      oneDay: try run("one-day"), antennas: try run("antennas"),
      peripheryFails: try run("periphery-fails"), allSpaces: try run("all-spaces"))
    if [oneDay, antennas, peripheryFails, allSpaces].allSatisfy({ $0 == nil }) {
      throw .missingInput(
        path: folder,
        reason: "holds none of one-day, antennas, periphery-fails and all-spaces; "
          + "make them with 'antenne run' from GTFS/scenarios/brussels-2019-*.yaml")
    }
  }
}

/// Claims A5.1 to A5.4 against runs: intervals are those of nine in ten draws.
enum MobilityFacts {
  static let topic = "mobility"

  static func facts(_ runs: MobilityRuns, _ surroundings: Surroundings) -> [Fact] {
    clients(runs.antennas) + carTraffic(runs.antennas)
      + PromisingFacts(runs.allSpaces, surroundings).facts
      + periphery(runs.oneDay, runs.peripheryFails)
  }

  static func source(_ claim: String) -> String { "\(CountFacts.document), \(claim)" }

  /// A headline of a run with its interval; `nil` where the run has none.
  private static func estimate(_ run: RunResult?, _ headline: String) -> Estimate? {
    run?.uncertainty?.intervals.first { $0.name == headline }.map {
      // Draws of a one-sided delay may all lie to one side of the figure without them.
      Estimate(lowest: min($0.low, $0.value), best: $0.value, highest: max($0.high, $0.value))
    }
  }

  static func note(_ run: RunResult?, _ missing: String) -> String {
    run.map { "scenario \($0.scenario.name), \($0.scenario.date)" }
      ?? "no run of \(missing); give a folder with --runs"
  }

  /// A5.1: who alternates between a space near a client and one near home travels less.
  private static func clients(_ run: RunResult?) -> [Fact] {
    let effect = run?.impact?.effects.clientDays
    return [
      Fact(
        topic, "A5.1 minutes saved on a day near a client", claim: Claim(.moreThan, 0),
        ours: effect == nil ? nil : estimate(run, "client_visit_saved"), unit: "min", decimals: 1,
        note: note(run, "antennas")
          + (effect.map { "; \(Fact.number(100 * $0.shareShorter)) % of the visits get shorter" }
            ?? ""),
        source: source("A5.1")),
      Fact(
        topic, "A5.1 hours saved by days in a space, at home or near it",
        claim: Claim(.moreThan, 0), ours: estimate(run, "hours_saved"), unit: "h a year",
        note: note(run, "antennas"), source: source("A5.1")),
    ]
  }

  /// A5.2: a network of antennas has a positive effect on Brussels car traffic.
  private static func carTraffic(_ run: RunResult?) -> [Fact] {
    let figures = [
      ("car_km_saved", "car kilometres saved", "km a year"),
      ("net_car_km_saved", "car kilometres saved, less rebound", "km a year"),
      ("ring_km_saved", "car kilometres saved on the ring road", "km a morning"),
      ("border_crossings_saved", "cars fewer over the Region's border", "a morning"),
    ]
    return figures.map { headline, title, unit in
      Fact(
        topic, "A5.2 \(title)", claim: Claim(.moreThan, 0), ours: estimate(run, headline),
        unit: unit, note: note(run, "antennas"), source: source("A5.2"))
    }
  }

  /// A5.4: locations in the periphery are a minority and their success is not guaranteed.
  private static func periphery(_ all: RunResult?, _ without: RunResult?) -> [Fact] {
    var ours: Estimate?
    if let before = estimate(all, "hours_saved"), let after = estimate(without, "hours_saved"),
      before.best > 0
    {
      func lost(_ before: Double, _ after: Double) -> Double? {
        before > 0 ? 100 * (1 - after / before) : nil
      }
      let best = 100 * (1 - after.best / before.best)
      let range = all?.uncertainty.flatMap { all in
        without?.uncertainty.flatMap { all.interval(with: $0, of: "hours_saved", lost) }
      }
      ours = range.map {
        Estimate(
          lowest: min($0.lowerBound, best), best: best, highest: max($0.upperBound, best))
      }
    }
    return [
      Fact(
        topic, "A5.4 share of the hours saved that goes if the periphery closes",
        claim: Claim(.moreThan, 0), ours: ours, unit: "%", decimals: 1,
        note: note(all, "one-day") + "; " + note(without, "periphery-fails"),
        source: source("A5.4"))
    ]
  }
}
