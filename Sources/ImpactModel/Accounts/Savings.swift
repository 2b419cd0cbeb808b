/// What a week of the policy saves against the base, by where the days went.
///
/// Benefits of days in spaces are those of the commute alone: what working elsewhere does to the work
/// itself is not in them.
public struct Savings: Sendable, Equatable {
  /// Hours of commuting, both ways, by days in spaces and by days at home.
  public var hoursBySpaces = 0.0
  public var hoursByHome = 0.0
  /// The whole difference of generalized cost of days in spaces.
  public var costEuroBySpaces = 0.0
  public var costEuroByHome = 0.0
  /// Half of the difference for each day that moves to a space: the first who goes gains nearly all of
  /// it, the last one nearly nothing (rule of half; Williams 1977, Journal of Transport Economics and
  /// Policy 11(3)).
  public var ruleOfHalfEuro = 0.0
  /// The difference of the expected least costs, where modes or spaces are chosen by a logit
  /// (Small & Rosen 1981, Econometrica 49(1)); `nil` where nothing is. Seats are not in it.
  public var logsumEuro: Double?

  public var hours: Double { hoursBySpaces + hoursByHome }
}

extension WeekModel {
  /// - Parameter choosesModesByLogit: whether the mixes come from a logit.
  public func savings(_ days: PlaceDays, choosesModesByLogit: Bool) -> Savings {
    var savings = Savings()
    var modeGain = 0.0
    var choiceGain = 0.0
    for (index, group) in groups.enumerated() {
      guard let office = officeMix(group) else { continue }
      var moved = 0.0
      for (site, there) in days.policy[index].sites {
        guard let mix = siteMix(group, site) else { continue }
        let count = there.sum
        moved += count
        savings.hoursBySpaces += count * 2 * (office.seconds - mix.seconds) / 3600
        savings.costEuroBySpaces += count * 2 * (office.costEuro - mix.costEuro)
        modeGain += count * 2 * (office.inclusiveCostEuro - mix.inclusiveCostEuro)
      }
      if case .logit(let scale) = rules.siteRule, moved > 0 {
        choiceGain += moved * logsumGain(group, scale)
      }
      let home =
        days.policy[index].home.sum - days.base[index].home.sum
      savings.hoursByHome += home * 2 * office.seconds / 3600
      savings.costEuroByHome += home * 2 * office.costEuro
    }
    savings.ruleOfHalfEuro = savings.costEuroBySpaces / 2
    switch rules.siteRule {
    case .logit: savings.logsumEuro = choiceGain
    case .leastTime: savings.logsumEuro = choosesModesByLogit ? modeGain : nil
    }
    return savings
  }
}
