/// People who live and work in the same places.
public struct CommuterGroup: Sendable, Equatable {
  /// Indices into a `SkimTable`.
  public var home: Int
  public var workplace: Int
  public var people: Double
  public var hasCar: Bool

  public init(home: Int, workplace: Int, people: Double, hasCar: Bool) {
    self.home = home
    self.workplace = workplace
    self.people = people
    self.hasCar = hasCar
  }
}

/// Finds the constants of a logit with which groups of people have the shares of a survey.
///
/// The mean inclusive cost over people is a concave function of the constants, and its derivative by
/// a constant is that main mode's share. So the constants that meet the targets are where
/// mean inclusive cost − Σ target × constant is largest. Newton's method with a line search finds
/// this place from anywhere in a few steps; the usual update of a constant by ln(target / share)
/// (Berry 1994; Train 2009, section 2.8) needs more than a hundred where many have little choice.
public struct Calibration: Sendable {
  let logit: NestedLogit
  let commuters: [Commuter]
  public let people: Double
  public let peopleOutOfReach: Double

  /// What a group's choice between main modes depends on.
  struct Commuter {
    /// Fraction of all the people who can get to work.
    var weight: Double
    /// Expected least cost of each main mode; infinite where it is out of reach.
    var costs: ByMainMode<Double>
  }

  /// - Parameter logit: scale and nest parameter; its constants do not matter.
  public init(
    _ groups: [CommuterGroup], in table: SkimTable, prices: Prices, logit: NestedLogit
  ) {
    var logit = logit
    logit.constantsEuro = ByMainMode(repeating: 0)
    self.logit = logit
    var commuters: [Commuter] = []
    var out = 0.0
    for group in groups where group.people > 0 {
      let ways = table.ways(home: group.home, workplace: group.workplace)
      let costs = logit.costsOfMainModes(
        of: ways.map { NestedLogit.Way($0, prices: prices, hasCar: group.hasCar) })
      if MainMode.allCases.contains(where: { costs[$0] < .infinity }) {
        commuters.append(Commuter(weight: group.people, costs: costs))
      } else {
        out += group.people
      }
    }
    let people = commuters.reduce(0) { $0 + $1.weight }
    self.commuters = commuters.map { Commuter(weight: $0.weight / people, costs: $0.costs) }
    self.people = people
    peopleOutOfReach = out
  }

  /// - Parameters:
  ///   - tolerancePoints: how near each share must come to its target, in percentage points.
  ///   - maximalIterations: each is a pass or a few over all groups.
  public func fit(
    _ targets: CalibrationTargets, tolerancePoints: Double = 0.001, maximalIterations: Int = 100
  ) -> CalibrationFit {
    let unreachable = unreachable(targets)
    guard unreachable.isEmpty else {
      return fit(
        targets, .impossible(unreachable), state(at: logit.constantsEuro, targets), iterations: 0)
    }
    var current = state(at: logit.constantsEuro, targets)
    for iteration in 0...maximalIterations {
      if current.gradient.allSatisfy({ abs($0) * 100 <= tolerancePoints }) {
        return fit(targets, .met, current, iterations: iteration)
      }
      if iteration < maximalIterations { current = next(after: current, targets) }
    }
    return fit(targets, .notConverged, current, iterations: maximalIterations)
  }

  private func fit(
    _ targets: CalibrationTargets, _ outcome: CalibrationFit.Outcome, _ state: State,
    iterations: Int
  ) -> CalibrationFit {
    var residuals = ByMainMode<Double?>(repeating: nil)
    for mode in MainMode.allCases {
      residuals[mode] = targets.shares[mode].map { (state.shares[mode] - $0) * 100 }
    }
    return CalibrationFit(
      outcome: outcome, constantsEuro: state.constantsEuro, shares: state.shares,
      residualPoints: residuals, iterations: iterations, people: people,
      peopleOutOfReach: peopleOutOfReach)
  }
}
