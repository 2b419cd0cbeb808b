public import Findings
import Geography
import Routing
public import Scenarios
public import TransitRouting

/// The main job: central office against the best site, for every home, by each mode.
public struct CommuteComparison: Sendable {
  let scenario: Scenario
  let network: CommuteNetwork
  /// Of the mode that the tables by home and site are of.
  let times: CommuteTimes
  /// Of every mode of the scenario, in its order.
  let timesByMode: [CommuteTimes]
  let groups: [Group]
  /// What the scenario's edits have changed in the timetable.
  let editNotes: [Finding]
  let junction: JunctionStops

  var mode: CommuteMode { times.mode }
  /// Offices, then sites.
  var workplaces: [Coordinate] { Self.workplaces(scenario) }

  /// People of one home who work in one office.
  struct Group: Sendable {
    /// Position in the demand's origins.
    var origin: Int
    /// Position in the scenario's offices.
    var office: Int
    var people: Double
  }

  /// Applies the scenario's edits to the timetable and routes every home to every office and site.
  ///
  /// - Parameters:
  ///   - draws: of the timetable, where trips run at a headway and at no stated times; as many are
  ///     taken as the scenario says.
  ///   - streets: with the roads of the modes that drive.
  ///   - threads: the result is the same for any number.
  ///   - done: called with the mode, how many workplaces are ready, and of how many.
  /// - Throws: `unusableData` with all that is wrong with the edits, and where a stop of the junction
  ///   is unknown.
  public static func computed(
    _ scenario: Scenario, _ timetable: Timetable, draws: PhaseDraws? = nil,
    streets: CommuteStreets = CommuteStreets(), threads: Int,
    done: @Sendable @escaping (CommuteMode, Int, Int) -> Void = { _, _, _ in }
  ) async throws(Failure) -> CommuteComparison {
    let base = try scenario.edited(timetable, draws: draws)
    let junction = try JunctionStops(scenario, base.timetable)
    let network = await CommuteNetwork(
      scenario, base.timetable, base.draws, streets, threads: threads)
    var all: [CommuteTimes] = []
    for mode in scenario.modes {
      all.append(
        await CommuteTimes.computed(
          network, mode, workplaces: workplaces(scenario), threads: threads,
          done: { done(mode, $0, $1) }))
    }
    return CommuteComparison(
      scenario: scenario, network: network, times: all[0], timesByMode: all,
      groups: groups(scenario), editNotes: base.notes, junction: junction)
  }

  private static func workplaces(_ scenario: Scenario) -> [Coordinate] {
    scenario.offices.map(\.coordinate) + scenario.sites.map(\.coordinate)
  }

  /// The same with another mode as the main one.
  func by(_ times: CommuteTimes) -> CommuteComparison {
    CommuteComparison(
      scenario: scenario, network: network, times: times,
      timesByMode: timesByMode, groups: groups, editNotes: editNotes, junction: junction)
  }

  private static func groups(_ scenario: Scenario) -> [Group] {
    var groups: [Group] = []
    for (origin, home) in scenario.demand.origins.enumerated() {
      for (office, place) in scenario.offices.enumerated() {
        if let named = home.officeID {
          if named == place.id {
            groups.append(Group(origin: origin, office: office, people: home.people))
          }
        } else {
          groups.append(Group(origin: origin, office: office, people: home.people * place.share))
        }
      }
    }
    return groups
  }

  func centralPair(_ group: Group) -> CommuteTimes.Pair {
    times.pair(home: group.origin, workplace: group.office)
  }

  func sitePair(_ group: Group, _ site: Int) -> CommuteTimes.Pair {
    times.pair(home: group.origin, workplace: scenario.offices.count + site)
  }

  /// The site with the shortest commute, the first in the list on a tie.
  func bestSite(_ origin: Int) -> Int? {
    var best: (site: Int, seconds: Int)?
    for site in scenario.sites.indices {
      let pair = times.pair(home: origin, workplace: scenario.offices.count + site)
      guard let seconds = pair.bothWays else { continue }
      if seconds < best?.seconds ?? .max { best = (site, seconds) }
    }
    return best?.site
  }

  /// Hours in a year of what is saved in one day on which all take part.
  func perYear(_ hoursPerDay: Double) -> Double {
    let policy = scenario.policy
    return hoursPerDay * policy.siteDaysPerWeek.value * policy.workingWeeksPerYear.value
      * policy.participation.value
  }
}

extension CommuteTimes.Pair {
  /// As results store it.
  var commute: RunResult.Commute {
    RunResult.Commute(
      morning: Self.percentile(morning), evening: Self.percentile(evening),
      oneWay: bothWays.map { Double($0) / 2 })
  }

  private static func percentile(_ seconds: CommuteTimes.Seconds) -> RunResult.Percentile {
    func value(_ rank: Int) -> Double? {
      seconds[rank] == WindowScan.unreachable ? nil : Double(seconds[rank])
    }
    return RunResult.Percentile(p10: value(0), p50: value(1), p90: value(2))
  }
}
