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
  /// Whether people switch more easily between the two than to others.
  func isInNest(of other: MainMode) -> Bool {
    self == other || (isPublicTransport && other.isPublicTransport)
  }

  private var isPublicTransport: Bool { self == .train || self == .urban }
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
    let train = costs.train + constantsEuro.train
    let urban = costs.urban + constantsEuro.urban
    let car = costs.car + constantsEuro.car
    let active = costs.active + constantsEuro.active
    let publicTransport = ExpectedLeastCost(train, urban, scale: nestScale)
    let all = ExpectedLeastCost(publicTransport.cost, car, active, scale: scalePerEuro)
    let inNest = ByMainMode(
      train: publicTransport.share(of: train), urban: publicTransport.share(of: urban),
      car: 1, active: 1)
    let ofNest = all.share(of: publicTransport.cost)
    return MainModeShares(
      cost: all.cost,
      shares: ByMainMode(
        train: ofNest * inNest.train, urban: ofNest * inNest.urban, car: all.share(of: car),
        active: all.share(of: active)),
      sharesInNest: inNest)
  }

  /// Inclusive cost in euro, infinite where no way is within reach, and the share of each way.
  func choice(of ways: [Way?]) -> (costEuro: Double, shares: [Double]) {
    let kinds = mainModes(ways)
    let main = mainModes(costs: kinds.map(\.cost))
    let shares = ways.map { way in
      way.map { main.shares[$0.kind] * kinds[$0.kind].share(of: $0.costEuro) } ?? 0
    }
    return (main.cost, shares)
  }

  /// Cost of each main mode without its constant.
  func costsOfMainModes(of ways: [Way?]) -> ByMainMode<Double> { mainModes(ways).map(\.cost) }

  /// Modes of one kind have the same constant and, being in one nest, the same scale: they can be
  /// taken together before the nest.
  private func mainModes(_ ways: [Way?]) -> ByMainMode<ExpectedLeastCost> {
    var kinds = ByMainMode(repeating: ExpectedLeastCost(scale: nestScale))
    for case let way? in ways { kinds[way.kind].consider(way.costEuro) }
    for case let way? in ways { kinds[way.kind].add(way.costEuro) }
    return kinds
  }

  /// What of a way matters to the choice.
  struct Way {
    var costEuro: Double
    var kind: MainMode

    /// `nil` if the way is out of reach of a person with or without a car.
    init?(_ skim: Skim?, prices: Prices, hasCar: Bool) {
      guard let skim, skim.isAvailable(hasCar: hasCar) else { return nil }
      costEuro = prices.costEuro(skim)
      kind = skim.kind
    }
  }
}
