/// Candidates by several criteria at once: the weighed mean of what each is on a scale from the worst
/// to the best of the list.
///
/// The scale hangs on the list: another candidate can move all scores. So ranks are given with how far
/// they hold: ``sensitivity`` and ``rankRanges(draws:seed:)``.
public struct CriteriaScores: Sendable, Equatable {
  public let criteria: [Criterion]
  /// From 0 to 1, of each candidate.
  public let scores: [Double]
  /// 1 is the best; of equal scores the first in the list.
  public let ranks: [Int]
  /// How many criteria with a weight are not known of each candidate.
  public let unknown: [Int]
  /// Of criterion and candidate, 0 the worst to 1 the best.
  let normalized: [[Double]]

  /// - Throws: every mistake of the criteria at once.
  public init(_ criteria: [Criterion]) throws(CriteriaMistakes) {
    let mistakes = CriteriaMistakes(criteria)
    guard mistakes.list.isEmpty else { throw mistakes }
    self.criteria = criteria
    normalized = criteria.map { $0.normalized() }
    scores = Self.scores(normalized, weights: criteria.map(\.weight))
    ranks = Self.ranks(scores)
    unknown = scores.indices.map { candidate in
      criteria.count { $0.weight > 0 && $0.values[candidate] == nil }
    }
  }

  /// Weights need not add up to 1, but not to 0 either.
  static func scores(_ normalized: [[Double]], weights: [Double]) -> [Double] {
    // Shares of the greatest one, so that no sum overflows.
    let greatest = weights.max() ?? 1
    let shares = weights.map { $0 / greatest }
    let total = shares.reduce(0, +)
    return (normalized.first ?? []).indices.map { candidate in
      var sum = 0.0
      for (criterion, share) in shares.enumerated() where share > 0 {
        sum += share * normalized[criterion][candidate]
      }
      return sum / total
    }
  }

  static func ranks(_ scores: [Double]) -> [Int] {
    var ranks = scores.map { _ in 0 }
    let best = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    for (rank, candidate) in best.enumerated() { ranks[candidate] = rank + 1 }
    return ranks
  }
}
