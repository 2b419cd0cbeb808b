import ImpactModel

/// What one candidate would do as the only space, in a year unless it says otherwise.
///
/// All figures are against the same policy without any space: days at home are in none of them.
public struct CandidateResult: Codable, Sendable, Equatable {
  public var hoursSavedPerYear: Double
  /// On a day on which all who gain are there.
  public var hoursSavedPerDay: Double
  public var peopleGaining: Double
  /// Within the minutes of `LoneSpace.minutes`, by the modes that people would take.
  public var peopleWithin: [Double]
  public var carKilometersSavedPerYear: Double
  public var tonnesSavedPerYear: Double
  public var officeDaysLeavingPerYear: Double
  public var spendingLeavingEuroPerYear: Double
  public var siteDaysPerYear: Double
  /// Wished for and without a seat; 0 where no seats are known.
  public var unseatedDaysPerYear: Double
  /// By the first mode of the scenario, over the people who reach the candidate by it; `nil` where
  /// nobody does.
  public var morningSeconds: Double?
  public var eveningSeconds: Double?
  /// Of these people the share whose way is somewhere the straight line, for want of a street.
  public var straightLineShare: Double?

  init(_ space: LoneSpace, _ commute: MeanCommute) {
    let effects = space.effects
    hoursSavedPerYear = effects.hoursPerYear
    hoursSavedPerDay = space.hoursPerDayOfAll
    peopleGaining = space.peopleGaining
    peopleWithin = space.peopleWithin
    carKilometersSavedPerYear = effects.carKilometersPerYear
    tonnesSavedPerYear = effects.tonnesPerYear
    officeDaysLeavingPerYear = effects.officeDaysLeavingPerYear
    spendingLeavingEuroPerYear = effects.spendingLeavingEuroPerYear
    siteDaysPerYear = effects.siteDaysPerYear
    unseatedDaysPerYear = effects.unseatedDaysPerYear
    morningSeconds = commute.morningSeconds
    eveningSeconds = commute.eveningSeconds
    straightLineShare = commute.straightLineShare
  }
}

/// Means over the people who reach a place both ways.
struct MeanCommute {
  var morningSeconds: Double?
  var eveningSeconds: Double?
  var straightLineShare: Double?

  init(_ groups: [CommuteComparison.Group], pair: (Int) -> CommuteTimes.Pair) {
    var (people, morning, evening, onLine) = (0.0, 0.0, 0.0, 0.0)
    for group in groups {
      let pair = pair(group.origin)
      guard pair.bothWays != nil else { continue }
      people += group.people
      morning += group.people * Double(pair.morning[1])
      evening += group.people * Double(pair.evening[1])
      if pair.usesStraightLine { onLine += group.people }
    }
    guard people > 0 else { return }
    (morningSeconds, eveningSeconds) = (morning / people, evening / people)
    straightLineShare = onLine / people
  }
}
