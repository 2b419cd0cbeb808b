/// Means over people.
enum WeightedMean {
  /// The mean over those for whom there is a value; `nil` without any.
  static func of(
    _ origins: [RunResult.OriginResult], _ value: (RunResult.OriginResult) -> Double?
  ) -> Double? {
    mean(origins.compactMap { origin in value(origin).map { (origin.people, $0) } })
  }

  /// Each part of a commute by itself. A percentile that is unreachable for some is unreachable in
  /// the mean: over those who are left it could be shorter than the median of all.
  static func commute(
    _ commutes: [(weight: Double, commute: RunResult.Commute)]
  ) -> RunResult.Commute {
    func part(_ value: (RunResult.Commute) -> Double?) -> Double? {
      let values = commutes.compactMap { entry in value(entry.commute).map { (entry.weight, $0) } }
      return values.count == commutes.count ? mean(values) : nil
    }
    return RunResult.Commute(
      morning: .init(
        p10: part { $0.morning.p10 }, p50: part { $0.morning.p50 }, p90: part { $0.morning.p90 }),
      evening: .init(
        p10: part { $0.evening.p10 }, p50: part { $0.evening.p50 }, p90: part { $0.evening.p90 }),
      oneWay: part(\.oneWay))
  }

  private static func mean(_ values: [(weight: Double, value: Double)]) -> Double? {
    let weight = values.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return nil }
    return values.reduce(0) { $0 + $1.weight * $1.value } / weight
  }
}
