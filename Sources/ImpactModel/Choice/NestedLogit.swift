/// A two-level logit between modes, on generalized cost in euro.
///
/// Modes of public transport (main mode train or urban) are in one nest, those with the car as main
/// mode in a second, walking and cycling in a third: within a nest people switch more easily. Park
/// and ride is in the nest of what is ridden from the station.
///
/// With scale μ per euro, nest parameter λ and Cᵢ = time × value of time + money + constant:
/// - nest: Nₘ = −λ/μ × ln Σᵢ exp(−μ/λ × Cᵢ) over its modes
/// - inclusive cost: −1/μ × ln Σₘ exp(−μ × Nₘ)
/// - share: exp(−μ × Nₘ) / Σ exp(−μ × N) × exp(−μ/λ × Cᵢ) / Σ exp(−μ/λ × C)
///
/// (Train, *Discrete Choice Methods with Simulation*, 2nd edition, 2009, section 4.2; the form that
/// follows from utility maximisation, McFadden 1978.) λ = 1 is the multinomial logit.
public struct NestedLogit: Sendable, Equatable {
  /// How much a euro matters: the difference in cost that makes one mode *e* times as likely is
  /// 1/scale. Above 0.
  public let scalePerEuro: Double
  /// Above 0 and at most 1; the lower, the more alike are the modes of a nest.
  public let nestParameter: Double
  /// What each main mode costs beyond time and money, in euro a way; only their differences matter.
  public var constantsEuro: ByMainMode<Double>

  /// - Precondition: 0 < scale < ∞ and 0 < nest parameter ≤ 1; who reads them from a file checks.
  public init(
    scalePerEuro: Double, nestParameter: Double,
    constantsEuro: ByMainMode<Double> = ByMainMode(repeating: 0)
  ) {
    precondition(scalePerEuro > 0 && scalePerEuro < .infinity, "a scale is above 0")
    precondition(nestParameter > 0 && nestParameter <= 1, "a nest parameter is in 0...1, not 0")
    self.scalePerEuro = scalePerEuro
    self.nestParameter = nestParameter
    self.constantsEuro = constantsEuro
  }

  /// Scale between the modes of a nest.
  var nestScale: Double { scalePerEuro / nestParameter }
}

extension MainMode {
  /// Main modes between which people switch more easily than to others.
  static let nests: [[MainMode]] = [[.train, .urban], [.car], [.active]]
}

extension NestedLogit {
  /// Shares of the main modes, with what their derivatives need.
  struct MainModeShares {
    var cost: Double
    var shares: ByMainMode<Double>
    /// Share of each main mode among those of its nest.
    var sharesInNest: ByMainMode<Double>
  }

  /// - Parameter costs: the expected least cost of each main mode without its constant; infinite
  ///   where it is out of reach.
  func mainModes(costs: ByMainMode<Double>) -> MainModeShares {
    let nests = MainMode.nests.map { nest in
      ExpectedLeastCost(of: nest.map { costs[$0] + constantsEuro[$0] }, scale: nestScale)
    }
    let all = ExpectedLeastCost(of: nests.map(\.cost), scale: scalePerEuro)
    let nothing = ByMainMode(repeating: 0.0)
    var result = MainModeShares(cost: all.cost, shares: nothing, sharesInNest: nothing)
    for (nest, modes) in MainMode.nests.enumerated() {
      for (position, mode) in modes.enumerated() {
        result.sharesInNest[mode] = nests[nest].shares[position]
        result.shares[mode] = all.shares[nest] * nests[nest].shares[position]
      }
    }
    return result
  }

  /// Inclusive cost in euro and the share of each way.
  /// - Parameter ways: `nil` is out of reach.
  func choice(of ways: [Skim?], prices: Prices) -> ExpectedLeastCost {
    let kinds = mainModes(ways, prices: prices)
    let main = mainModes(costs: kinds.map(\.cost))
    let shares = ways.enumerated().map { position, way in
      way.map { main.shares[$0.kind] * kinds[$0.kind].shares[position] } ?? 0
    }
    return ExpectedLeastCost(cost: main.cost, shares: shares)
  }

  /// Cost of each main mode without its constant.
  func costsOfMainModes(
    _ ways: ArraySlice<Skim?>, prices: Prices, hasCar: Bool
  ) -> ByMainMode<Double> {
    mainModes(ways.map { $0.available(hasCar: hasCar) }, prices: prices).map(\.cost)
  }

  /// Modes of one kind have the same constant and, being in one nest, the same scale: they can be
  /// taken together before the nest.
  private func mainModes(_ ways: [Skim?], prices: Prices) -> ByMainMode<ExpectedLeastCost> {
    var costs = ByMainMode(repeating: Array(repeating: Double.infinity, count: ways.count))
    for case (let position, let way?) in ways.enumerated() {
      costs[way.kind][position] = prices.costEuro(way)
    }
    return costs.map { ExpectedLeastCost(of: $0, scale: nestScale) }
  }
}
