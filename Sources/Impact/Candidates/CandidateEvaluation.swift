public import Findings
public import ImpactModel
import Parallelism
import Routing
public import Scenarios
public import TransitRouting

/// Candidate sites by the thousand, each as if it were the only space.
///
/// What does not depend on a candidate is computed once: the network, the homes, the ways to the
/// offices, and the constants of the choice of modes. Then one backward and one forward search for
/// each few candidates serve all homes. Times are exact; what a way with a timetable consists of is
/// that of the journey to work in the middle of the window (`InstantJourneys`).
public struct CandidateEvaluation: Sendable {
  /// How many candidates are computed at once: enough to be neighbours, few enough for memory.
  public static let batchSize = 128

  private let scenario: Scenario
  private let comparison: CommuteComparison
  private let lone: LoneSpaces
  /// For each mode how its skims are found.
  private let skims: [CommuteSkims]
  /// The operator whose spaces a group of the model may use; `nil` is all.
  private let operators: [String?]
  /// What results stand on.
  public let notes: [Finding]

  /// A candidate's result, and what it saves each group.
  public struct Evaluated: Sendable {
    public var result: CandidateResult
    public var gains: [LoneSpace.Gain]
  }

  /// - Parameters:
  ///   - scenario: its sites are not looked at.
  ///   - done: called with what is being done, how much of it is ready, and of how many.
  /// - Throws: as `CommuteComparison.computed`.
  public static func prepared(
    _ scenario: Scenario, _ timetable: Timetable, draws: PhaseDraws? = nil,
    streets: CommuteStreets = CommuteStreets(), threads: Int,
    done: @Sendable @escaping (String, Int, Int) -> Void = { _, _, _ in }
  ) async throws(Failure) -> CandidateEvaluation {
    var scenario = scenario.withoutSites
    scenario.modes = scenario.modes.filter(scenario.takenModes.contains)
    let comparison = try await CommuteComparison.computed(
      scenario, timetable, draws: draws, streets: streets, threads: threads,
      done: { done("offices by \($0.rawValue)", $1, $2) })
    let skims = await comparison.skims(threads: threads) {
      done("ways to offices by \($0.rawValue)", $1, $2)
    }
    var (inputs, operators) = comparison.candidateInputs(skims)
    let problems = comparison.calibrated(&inputs)
    return CandidateEvaluation(
      scenario: scenario, comparison: comparison, lone: LoneSpaces(inputs),
      skims: await comparison.candidateSkims(skims, threads: threads), operators: operators,
      notes: comparison.routingNotes().filter { !tableCodes.contains($0.code) } + problems
        + comparison.candidateNotes())
  }

  /// Of tables that candidates do not have.
  private static let tableCodes = ["one_mode_for_all", "seats_not_counted"]

  /// The groups of people of which `Evaluated.gains` tells.
  public var groups: [PeopleGroup] { lone.inputs.groups }
  public var weeksPerYear: Double { lone.inputs.weeksPerYear }

  /// Person-days in spaces in a week of each group, of those who take part.
  public var groupDaysPerWeek: [Double] {
    lone.inputs.groups.map { group in
      group.people * lone.inputs.plans[group.plan].policy.space * lone.inputs.participation
    }
  }

  /// Places on a mean weekday; `nil` where none are known.
  public func seatsPerWeekday(_ site: Site) -> Double? {
    lone.inputs.seatsPerWeekday(comparison.space(site))
  }

  /// The results of some candidates, in their order.
  ///
  /// - Parameter threads: the result is the same for any number, and for any other candidates.
  public func evaluate(_ candidates: [Site], threads: Int) async -> [Evaluated] {
    let (table, main) = await ways(to: candidates, threads: threads)
    return await concurrentMap(count: candidates.count, threads: threads, makeWorker: {}) {
      _, index in
      let site = candidates[index]
      let space = lone.evaluate(comparison.space(site), table, index) {
        operators[$0] == nil || operators[$0] == site.operatorName
      }
      let commute = MeanCommute(comparison.groups) {
        main?.pair(home: $0, workplace: index) ?? CommuteTimes.Pair()
      }
      return Evaluated(
        result: CandidateResult(space, commute), gains: space.gains)
    }
  }

  /// The ways from every home to some candidates, and their times by the first mode.
  private func ways(
    to candidates: [Site], threads: Int
  ) async -> (table: SkimTable, main: CommuteTimes?) {
    let places = candidates.map(\.coordinate)
    let network = comparison.network
    var table = SkimTable(
      homeCount: network.homes.count, workplaceCount: candidates.count,
      modes: scenario.modes.map(\.rawValue))
    var main: CommuteTimes?
    for (mode, times) in comparison.timesByMode.enumerated() {
      var skims = skims[mode]
      skims.times = await times.to(places, network, threads: threads, done: { _, _ in })
      skims.workplaces = places
      for (workplace, column) in await skims.columns(threads: threads, done: { _ in }).enumerated()
      {
        for (home, skim) in column.enumerated() { table[home, workplace, mode] = skim }
      }
      main = main ?? skims.times
    }
    return (table, main)
  }

  /// The model's inputs with some candidates as its spaces, all at once.
  func inputs(with candidates: [Site], threads: Int) async -> ModelInputs {
    let (ways, _) = await ways(to: candidates, threads: threads)
    var inputs = lone.inputs
    inputs.spaces = candidates.map(comparison.space)
    inputs.skims.append(ways)
    for (index, name) in operators.enumerated() {
      inputs.groups[index].sites = name.map { name in
        candidates.indices.filter { candidates[$0].operatorName == name }
      }
    }
    return inputs
  }

  var drawRules: ImpactModel.DrawRules { scenario.uncertainty }
}

extension CommuteComparison {
  /// The model's inputs without spaces, and the operator to which each of its groups is bound.
  fileprivate func candidateInputs(_ skims: SkimTable) -> (ModelInputs, [String?]) {
    let inputs = modelInputs(skims)
    return (inputs, inputs.groups.map { scenario.demand.origins[$0.home].habits.operatorName })
  }

  fileprivate func candidateSkims(
    _ toOffices: SkimTable, threads: Int
  ) async -> [CommuteSkims] {
    let loads = roadLoads()
    let instant = [false, true].map {
      InstantJourneys(network.doors, network.arrivals, walksAlongStreets: $0)
    }
    var all: [CommuteSkims] = []
    for (mode, times) in timesByMode.enumerated() {
      var skims = CommuteSkims(
        network: network, times: times, workplaces: [], junction: junction, loads: loads)
      skims.instantJourneys = instant
      skims.worthSeconds = worthSeconds(times)
      skims.usualWays = network.homes.indices.map { home in
        scenario.offices.indices.lazy.compactMap { toOffices[home, $0, mode] }.first
      }
      if times.parkAndRide != nil { skims.knownFeeders = await skims.allFeeders(threads: threads) }
      all.append(skims)
    }
    return all
  }

  /// Of each home the longest way to an office by a mode, and not less than what is counted of people
  /// near a candidate.
  private func worthSeconds(_ times: CommuteTimes) -> [Double] {
    network.homes.indices.map { home in
      scenario.offices.indices.reduce(Double(60 * (LoneSpace.minutes.max() ?? 0))) { most, office in
        max(most, times.pair(home: home, workplace: office).bothWays.map { Double($0) / 2 } ?? 0)
      }
    }
  }

  fileprivate func candidateNotes() -> [Finding] {
    var notes = [
      Finding(
        "candidates_alone", .info, file: scenario.file,
        message: "each candidate is looked at as if it were the only space; times are those of the "
          + "whole windows both ways, and kilometres by public transport those of one journey to work "
          + "in the middle of the window, or those of the way to the office in proportion to the time "
          + "where that is longer")
    ]
    if !timesByMode.contains(where: { $0.mode.usesCar }) {
      notes.append(
        Finding(
          "nobody_drives", .warning, file: scenario.file,
          message: "everyone is taken to travel by \(mode.rawValue), so that no candidate saves "
            + "car kilometres",
          remedy: "name car among modes and set choice.modes to fastest or logit"))
    }
    return notes
  }
}

extension Scenario {
  /// The modes that anybody may take.
  var takenModes: Set<CommuteMode> {
    guard choice.modes == .given else { return Set(modes) }
    return Set(demand.origins.compactMap(\.habits.mode) + [modes[0]])
  }
}
