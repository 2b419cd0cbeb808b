/// What becomes of the ranking when one weight is another.
public struct WeightChange: Sendable, Equatable {
  public var criterion: String
  /// By which its weight is multiplied.
  public var factor: Double
  /// The new rank of the candidate that was the first.
  public var rankOfFirst: Int
  /// How many of the first ten (or of all, of fewer) are still among them.
  public var topTenKept: Int
  /// Spearman's rank correlation with the ranking as it was: 1 is the same, −1 turned round; 1 of a
  /// single candidate.
  public var rankCorrelation: Double
}

/// The ranks of a candidate over random weights.
public struct RankRange: Sendable, Equatable {
  public var best: Int
  public var worst: Int
  /// Share of the draws in which it is the first.
  public var shareFirst: Double
}

extension CriteriaScores {
  /// Each weight at nothing, at half and at twice. A weight of 0 does not change and is left out, as
  /// is the only one at nothing.
  public var sensitivity: [WeightChange] {
    var changes: [WeightChange] = []
    for (index, criterion) in criteria.enumerated() where criterion.weight > 0 {
      for factor in [0, 0.5, 2] {
        var weights = criteria.map(\.weight)
        weights[index] *= factor
        guard weights[index].isFinite, weights.contains(where: { $0 > 0 }) else { continue }
        let other = Self.ranks(Self.scores(normalized, weights: weights))
        changes.append(
          WeightChange(
            criterion: criterion.name, factor: factor,
            rankOfFirst: ranks.firstIndex(of: 1).map { other[$0] } ?? 1,
            topTenKept: zip(ranks, other).count { $0 <= 10 && $1 <= 10 },
            rankCorrelation: Self.correlation(ranks, other)))
      }
    }
    return changes
  }

  /// 1 − 6 Σ d² / (n (n² − 1)), for ranks without ties (Spearman 1904).
  static func correlation(_ a: [Int], _ b: [Int]) -> Double {
    let count = Double(a.count)
    guard count > 1 else { return 1 }
    let squares = zip(a, b).reduce(0.0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }
    return 1 - 6 * squares / (count * (count * count - 1))
  }

  /// Ranks when nothing is known of the weights but which criteria have one: every division of 1 among
  /// those is as likely as any other.
  ///
  /// - Parameter draws: at least 1.
  /// - Returns: one range for each candidate; the same seed gives the same.
  public func rankRanges(draws: Int, seed: UInt64) -> [RankRange] {
    precondition(draws > 0, "at least one draw")
    var random = SplitMix64(state: seed)
    let weighed = criteria.indices.filter { criteria[$0].weight > 0 }
    var ranges = ranks.map { _ in RankRange(best: .max, worst: 0, shareFirst: 0) }
    for _ in 0..<draws {
      var weights = criteria.map { _ in 0.0 }
      for (index, weight) in zip(weighed, random.division(into: weighed.count)) {
        weights[index] = weight
      }
      let drawn = Self.ranks(Self.scores(normalized, weights: weights))
      for (candidate, rank) in drawn.enumerated() {
        ranges[candidate].best = min(ranges[candidate].best, rank)
        ranges[candidate].worst = max(ranges[candidate].worst, rank)
        if rank == 1 { ranges[candidate].shareFirst += 1 }
      }
    }
    for candidate in ranges.indices { ranges[candidate].shareFirst /= Double(draws) }
    return ranges
  }
}
