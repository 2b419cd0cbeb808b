import Foundation

/// What a logit at one level makes of a few costs.
///
/// The expected least cost is minus the logsum in the unit of the costs, −1/scale × ln Σ exp(−scale ×
/// cost): not more than the least cost, and infinite where every cost is.
struct ExpectedLeastCost {
  private var least = Double.infinity
  private var sum = 0.0
  private let scale: Double

  /// - Parameter scale: per unit of cost, above 0.
  init(scale: Double) { self.scale = scale }

  /// Of three alternatives.
  init(_ one: Double, _ two: Double, _ three: Double = .infinity, scale: Double) {
    self.init(scale: scale)
    least = min(one, two, three)
    add(one)
    add(two)
    add(three)
  }

  /// Has to be told every cost before the first is added.
  mutating func consider(_ cost: Double) { least = min(least, cost) }

  mutating func add(_ cost: Double) { sum += weight(of: cost) }

  var cost: Double { sum > 0 ? least - log(sum) / scale : .infinity }

  /// Of an alternative with this cost; 0 if it is out of reach.
  func share(of cost: Double) -> Double { sum > 0 ? weight(of: cost) / sum : 0 }

  /// From the least cost on, every exponent is 0 or less and one of them 0: the sum is between 1 and
  /// the number of alternatives, whatever the size of the costs.
  private func weight(of cost: Double) -> Double {
    cost < .infinity ? exp(-scale * (cost - least)) : 0
  }
}
