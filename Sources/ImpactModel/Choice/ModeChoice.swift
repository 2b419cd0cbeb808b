/// How people choose among the modes of a comparison.
public enum ModeChoice: Sendable, Equatable {
  /// By this mode, an index into `SkimTable.modes`, and by no other: a place that it does not reach
  /// is out of reach. Who drives to work because no train goes there would else also be taken to
  /// drive to a space, and the change of mode would pass for an effect of the space.
  case given(mode: Int)
  /// By the mode that takes least seconds, waits and all; of equal ones the first.
  case fastest
  case logit(NestedLogit)

  /// What the ways of a pair are in the mean over the modes that people take.
  ///
  /// Everybody can walk, cycle and ride; who has no car cannot take a way on which one is driven,
  /// so neither car nor park and ride.
  /// - Parameters:
  ///   - ways: by each mode, as `SkimTable.ways(home:workplace:)` gives them.
  ///   - hasCar: whether they have a car for the way to work.
  /// - Returns: `nil` where no mode reaches.
  public func mix(of ways: ArraySlice<Skim?>, prices: Prices, hasCar: Bool) -> TravelMix? {
    switch self {
    case .given(let mode):
      let way = ways[ways.startIndex + mode]
      guard way?.isAvailable(hasCar: hasCar) == true else { return nil }
      return TravelMix(of: ways, only: mode, prices)
    case .fastest:
      return Self.quickest(ways, hasCar)
        .map { TravelMix(of: ways, only: $0, prices) }
    case .logit(let logit):
      let choice = logit.choice(
        of: ways.map { NestedLogit.Way($0, prices: prices, hasCar: hasCar) })
      guard choice.costEuro < .infinity else { return nil }
      return TravelMix(
        of: ways, shares: choice.shares, inclusiveCostEuro: choice.costEuro, prices)
    }
  }

  /// Position of the quickest within reach, the first of equal ones.
  private static func quickest(_ ways: ArraySlice<Skim?>, _ hasCar: Bool) -> Int? {
    var least: (mode: Int, seconds: Double)?
    for (mode, way) in ways.enumerated() {
      guard let way, way.isAvailable(hasCar: hasCar) else { continue }
      if way.seconds < least?.seconds ?? .infinity { least = (mode, way.seconds) }
    }
    return least?.mode
  }
}

extension Skim {
  /// Whether a person with or without a car can take this way.
  public func isAvailable(hasCar: Bool) -> Bool { hasCar || load.carKilometers == 0 }
}

extension Prices {
  /// Generalized cost one way: weighed time × value of time + money.
  public func costEuro(_ skim: Skim) -> Double { timeEuro(skim) + moneyEuro(skim) }
}

extension TravelMix {
  fileprivate init(of ways: ArraySlice<Skim?>, only mode: Int, _ prices: Prices) {
    var shares = Array(repeating: 0.0, count: ways.count)
    shares[mode] = 1
    self.init(of: ways, shares: shares, inclusiveCostEuro: nil, prices)
  }

  /// - Parameter inclusiveCostEuro: `nil` if it is the mean cost, as without a choice.
  fileprivate init(
    of ways: ArraySlice<Skim?>, shares: [Double], inclusiveCostEuro: Double?, _ prices: Prices
  ) {
    self.init(
      shares: shares, seconds: 0, costEuro: 0, inclusiveCostEuro: 0, moneyEuro: 0,
      load: TripLoad())
    for case (let way?, let share) in zip(ways, shares) where share > 0 {
      seconds += share * way.seconds
      costEuro += share * prices.costEuro(way)
      moneyEuro += share * prices.moneyEuro(way)
      load += way.load * share
    }
    self.inclusiveCostEuro = inclusiveCostEuro ?? costEuro
  }
}
