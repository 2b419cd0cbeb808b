extension Uncertainty {
  /// Between what nine in ten draws of two runs lie, draw by draw: what both runs do not know, such as a
  /// value of time, moves both alike and is no difference between them.
  ///
  /// - Parameters:
  ///   - headline: as `Interval.name`.
  ///   - value: made of the first's and the second's figure of one draw; `nil` leaves the draw out.
  /// - Returns: `nil` unless both have the headline of equally many draws of one seed.
  public func interval(
    with other: Uncertainty, of headline: String, _ value: (Double, Double) -> Double?
  ) -> ClosedRange<Double>? {
    guard draws == other.draws, seed == other.seed,
      let first = intervals.first(where: { $0.name == headline }),
      let second = other.intervals.first(where: { $0.name == headline })
    else { return nil }
    let values = WeightedDistribution(
      zip(first.drawn, second.drawn).compactMap { value($0, $1) }.map { ($0, people: 1) })
    guard let low = values.quantile(0.05), let high = values.quantile(0.95) else { return nil }
    return low...high
  }
}
