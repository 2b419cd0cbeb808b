/// Shares of the main modes that a survey found, for some or all of them.
public struct CalibrationTargets: Sendable, Equatable {
  /// Fractions of 1; `nil` where the survey does not say.
  public let shares: ByMainMode<Double?>

  /// What is wrong with targets, all of it.
  public struct Invalid: Error, Equatable, CustomStringConvertible {
    public let problems: [String]
    public var description: String { problems.joined(separator: "\n") }
  }

  /// Targets for all main modes may miss 1 by rounding, half a point, and are scaled to it.
  /// - Throws: `Invalid` for a share that is not between 0 and 1 or for a sum that leaves nothing to
  ///   the others, or too much.
  public init(_ shares: ByMainMode<Double?>) throws(Invalid) {
    var problems = MainMode.allCases.compactMap { mode -> String? in
      guard let share = shares[mode], !(share > 0 && share < 1) else { return nil }
      return "the share of \(mode.rawValue) is \(share), not between 0 and 1 (without 0 and 1)"
    }
    let given = MainMode.allCases.compactMap { shares[$0] }
    let sum = given.reduce(0, +)
    let isComplete = given.count == MainMode.allCases.count
    if given.isEmpty {
      problems.append("no main mode has a share")
    } else if problems.isEmpty, isComplete ? abs(sum - 1) > 0.005 : sum >= 1 {
      let wanted = isComplete ? "not to 1" : "and leave nothing to the others"
      problems.append("the shares add up to \(sum), \(wanted)")
    }
    guard problems.isEmpty else { throw Invalid(problems: problems) }
    self.shares = isComplete ? shares.map { $0.map { $0 / sum } } : shares
  }

  /// Those whose constants are looked for. One main mode without a target, or walking and cycling if
  /// all have one, stays at 0, because only differences matter.
  var fitted: [MainMode] {
    let given = MainMode.allCases.filter { shares[$0] != nil }
    return given.count == MainMode.allCases.count ? given.filter { $0 != .active } : given
  }
}
