/// Constants of a logit with which the base has the shares that a survey found, or the reason why
/// there are none.
public struct CalibrationFit: Sendable, Equatable {
  public enum Outcome: Sendable, Equatable {
    case met
    /// Within the largest number of iterations the shares did not come near enough.
    case notConverged
    /// No constants give these shares; those of the fit are 0.
    case impossible([UnreachableTarget])
  }

  public let outcome: Outcome
  /// In euro a way; 0 of at least one main mode.
  public let constantsEuro: ByMainMode<Double>
  /// With these constants, among the people who can get to work; fractions of 1.
  public let shares: ByMainMode<Double>
  /// Share minus target in percentage points; `nil` without a target.
  public let residualPoints: ByMainMode<Double?>
  public let iterations: Int
  /// Whose shares these are.
  public let people: Double
  /// Whom no mode takes to work; not in the shares.
  public let peopleOutOfReach: Double
}

/// A target that no constants reach, because too few people can take these modes or too many can
/// take no other.
public struct UnreachableTarget: Sendable, Equatable, CustomStringConvertible {
  public let modes: [MainMode]
  /// What they should have together, as a fraction of 1.
  public let target: Double
  /// Share of people who can take no other main mode.
  public let least: Double
  /// Share of people who can take any of these.
  public let most: Double

  public var description: String {
    let names = modes.map(\.rawValue).joined(separator: ", ")
    return "\(names): \(percent(target)) asked, possible is more than \(percent(least))"
      + " and less than \(percent(most))"
  }

  private func percent(_ share: Double) -> String {
    "\((share * 1000).rounded() / 10) %"
  }
}
