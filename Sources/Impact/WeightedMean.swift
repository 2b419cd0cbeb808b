/// Means over people.
enum WeightedMean {
  /// The mean over those for whom there is a value; `nil` without any.
  static func of(
    _ origins: [RunResult.OriginResult], _ value: (RunResult.OriginResult) -> Double?
  ) -> Double? {
    mean(origins.compactMap { origin in value(origin).map { (origin.people, $0) } })
  }

  /// Each part of a commute by itself; a percentile that some cannot reach is the mean of those
  /// who can.
  static func commute(
    _ commutes: [(weight: Double, commute: RunResult.Commute)]
  ) -> RunResult.Commute {
    func part(_ value: (RunResult.Commute) -> Double?) -> Double? {
      mean(commutes.compactMap { entry in value(entry.commute).map { (entry.weight, $0) } })
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
