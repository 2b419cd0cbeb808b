/// How people choose among the modes of a comparison.
public enum ModeChoice: Sendable, Equatable {
  /// By this mode, an index into `SkimTable.modes`, as the data say.
  ///
  /// Where it is out of reach, of the other modes that the person can take the one with the least
  /// generalized cost, so that nobody vanishes and nobody pays for a car or a ticket unseen. It is
  /// not the fastest, which is nearly always the car. `ChoiceTally` counts these people: they are
  /// few, or the data do not fit the modes.
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
    let ways = ways.map { $0.available(hasCar: hasCar) }
    switch self {
    case .given(let mode):
      guard let mode = ways[mode] != nil ? mode : Self.cheapest(of: ways, prices) else {
        return nil
      }
      return TravelMix(of: ways, only: mode, prices)
    case .fastest:
      guard let mode = Self.least(of: ways, by: \.seconds) else { return nil }
      return TravelMix(of: ways, only: mode, prices)
    case .logit(let logit):
      let choice = logit.choice(of: ways, prices: prices)
      guard choice.cost < .infinity else { return nil }
      return TravelMix(
        of: ways, shares: choice.shares, inclusiveCostEuro: choice.cost, prices)
    }
  }

  static func cheapest(of ways: [Skim?], _ prices: Prices) -> Int? {
    least(of: ways) { prices.costEuro($0) }
  }

  private static func least(of ways: [Skim?], by size: (Skim) -> Double) -> Int? {
    let reached = ways.enumerated().compactMap { mode, way in way.map { (mode, size($0)) } }
    return reached.min { $0.1 < $1.1 }?.0
  }
}

extension Skim? {
  /// The way, if a person with or without a car can take it.
  func available(hasCar: Bool) -> Skim? {
    flatMap { hasCar || $0.load.carKilometers == 0 ? $0 : nil }
  }
}

extension Prices {
  /// Generalized cost one way: weighed time × value of time + money.
  public func costEuro(_ skim: Skim) -> Double { timeEuro(skim) + moneyEuro(skim) }
}

extension TravelMix {
  fileprivate init(of ways: [Skim?], only mode: Int, _ prices: Prices) {
    let shares = ways.indices.map { $0 == mode ? 1.0 : 0.0 }
    self.init(of: ways, shares: shares, inclusiveCostEuro: nil, prices)
  }

  /// - Parameter inclusiveCostEuro: `nil` if it is the mean cost, as without a choice.
  fileprivate init(
    of ways: [Skim?], shares: [Double], inclusiveCostEuro: Double?, _ prices: Prices
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
