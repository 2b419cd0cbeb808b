import Foundation

/// What a logit at one level makes of the costs of its alternatives.
struct ExpectedLeastCost {
  /// Minus the logsum, in the unit of the costs: −1/scale × ln Σ exp(−scale × cost). Not more than
  /// the least cost. Infinite where every cost is.
  var cost: Double
  /// Of each alternative; they add up to 1, or to 0 where every cost is infinite.
  var shares: [Double]

  init(cost: Double, shares: [Double]) {
    self.cost = cost
    self.shares = shares
  }

  /// - Parameters:
  ///   - costs: of the alternatives; infinite of those out of reach.
  ///   - scale: per unit of cost, above 0.
  init(of costs: [Double], scale: Double) {
    guard let least = costs.min(), least < .infinity else {
      self.init(cost: .infinity, shares: costs.map { _ in 0 })
      return
    }
    // From the least cost on, every exponent is 0 or less and one of them 0: the sum is between 1
    // and the number of alternatives, whatever the size of the costs.
    let weights = costs.map { $0 < .infinity ? exp(-scale * ($0 - least)) : 0 }
    let sum = weights.reduce(0, +)
    self.init(cost: least - log(sum) / scale, shares: weights.map { $0 / sum })
  }
}
