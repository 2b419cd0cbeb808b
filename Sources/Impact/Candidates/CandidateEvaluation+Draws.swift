public import ImpactModel
import Parallelism
public import Scenarios

extension CandidateEvaluation {
  /// How sure the ranking of some candidates is, by the hours that each would save alone with room
  /// for all: over the draws of the scenario's `uncertainty`.
  ///
  /// - Parameters:
  ///   - candidates: those of a ranking that are best, best first.
  ///   - done: called with how many draws are ready, and of how many.
  /// - Returns: in the order of the candidates; ranks are among these.
  public func stability(
    of candidates: [Site], threads: Int,
    done: @Sendable @escaping (Int, Int) -> Void = { _, _ in }
  ) async -> [RankStability] {
    let inputs = await inputs(with: candidates, threads: threads)
    let rules = drawRules
    let central = inputs.hoursAlonePerWeek()
    let draws = await concurrentMap(
      count: rules.count, threads: threads, makeWorker: {}, done: { done($0, rules.count) }
    ) { _, index in inputs.drawn(index, rules).hoursAlonePerWeek() }
    return RankStability.all(central, draws: draws)
  }
}
