/// How far the rank of one of many holds over random draws.
public struct RankStability: Sendable, Equatable, Codable {
  /// Without any draw; 1 is the best.
  public var rank: Int
  /// Nine of ten draws lie between these ranks; `rank` without draws.
  public var lowRank: Int
  public var highRank: Int
  /// Of each draw.
  var drawn: [Int]

  /// The share of draws in which it is among the best so many; 0 without draws.
  public func share(inTop count: Int) -> Double {
    drawn.isEmpty ? 0 : Double(drawn.count { $0 <= count }) / Double(drawn.count)
  }

  /// - Parameters:
  ///   - scores: without any draw; more is better, and of equal ones the first is.
  ///   - draws: of each draw the scores of all.
  /// - Returns: in the order of the scores.
  /// - Precondition: every draw has as many scores.
  public static func all(_ scores: [Double], draws: [[Double]]) -> [RankStability] {
    precondition(draws.allSatisfy { $0.count == scores.count }, "a draw has scores of all")
    let places = draws.map(order)
    return order(scores).enumerated().map { index, rank in
      let drawn = places.map { $0[index] }
      let values = WeightedDistribution(drawn.map { (Double($0), people: 1) })
      return RankStability(
        rank: rank, lowRank: Int(values.quantile(0.05) ?? Double(rank)),
        highRank: Int(values.quantile(0.95) ?? Double(rank)), drawn: drawn)
    }
  }

  private static func order(_ scores: [Double]) -> [Int] {
    var ranks = scores.map { _ in 0 }
    let sorted = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    for (rank, index) in sorted.enumerated() { ranks[index] = rank + 1 }
    return ranks
  }
}
