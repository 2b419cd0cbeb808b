/// Values of people, of whom each entry stands for some: commute minutes, minutes saved, costs.
public struct WeightedDistribution: Sendable, Equatable {
  /// In rising order, all of them people above 0.
  let entries: [Entry]
  public let people: Double

  struct Entry: Sendable, Equatable {
    var value: Double
    var people: Double
  }

  /// Entries of no people are left out; equal values keep their order, so that sums do not depend
  /// on anything but the input.
  /// - Precondition: values are finite, people are finite and not negative.
  public init(_ values: [(value: Double, people: Double)]) {
    entries =
      values.compactMap { value, people in
        precondition(value.isFinite && people.isFinite && people >= 0, "a value without a number")
        return people > 0 ? Entry(value: value, people: people) : nil
      }
      .enumerated()
      .sorted { ($0.element.value, $0.offset) < ($1.element.value, $1.offset) }
      .map(\.element)
    people = entries.reduce(0) { $0 + $1.people }
  }

  /// `nil` of nobody.
  public var mean: Double? { people > 0 ? total / people : nil }

  /// The sum of value × people.
  var total: Double { entries.reduce(0) { $0 + $1.value * $1.people } }

  /// Nearest rank: the least value that at least `share` of the people do not exceed, for ten equal
  /// people and 0.9 the ninth. `nil` of nobody.
  /// - Precondition: 0 ≤ share ≤ 1.
  public func quantile(_ share: Double) -> Double? {
    precondition(0...1 ~= share, "a share is between 0 and 1")
    // Sums of fractional people are off by rounding; without slack 0.1 + 0.2 would miss 0.3.
    let rank = share * people - 1e-12 * people
    var cumulated = 0.0
    for entry in entries {
      cumulated += entry.people
      if cumulated >= rank { return entry.value }
    }
    return entries.last?.value
  }

  /// People whose value is above `threshold`.
  public func people(above threshold: Double) -> Double {
    entries.reduce(0) { $0 + ($1.value > threshold ? $1.people : 0) }
  }

  /// People whose value is below `threshold`.
  public func people(below threshold: Double) -> Double {
    entries.reduce(0) { $0 + ($1.value < threshold ? $1.people : 0) }
  }
}
