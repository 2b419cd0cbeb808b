/// Candidates for spaces, each looked at as if it were the only one.
///
/// What the ways to the offices are is computed once.
public struct LoneSpaces: Sendable {
  public let inputs: ModelInputs
  /// By traveller, as `MixTable` has them.
  private let officeMixes: [[TravelMix?]]
  private let people: (counted: Double, notCounted: Double)

  /// - Parameter inputs: with the ways to the offices and to no space.
  public init(_ inputs: ModelInputs) {
    self.inputs = inputs
    let places = inputs.offices.indices.map { inputs.mixes(at: $0, of: inputs.skims) }
    officeMixes = inputs.travellers.indices.map { traveller in places.flatMap { $0[traveller] } }
    let mixes = officeMixes
    let counted = inputs.groups.reduce(0) { sum, group in
      let way = mixes[group.traveller][group.office * inputs.skims.homeCount + group.home]
      return sum + (way == nil ? 0 : group.people)
    }
    people = (counted, inputs.groups.reduce(0) { $0 + $1.people } - counted)
  }

  /// - Parameters:
  ///   - skims: with the ways from every home to the space.
  ///   - workplace: the space's position in them.
  ///   - mayUse: whether a group, by its position, may use the space.
  public func evaluate(
    _ space: ModelInputs.Space, _ skims: SkimTable, _ workplace: Int,
    mayUse: (Int) -> Bool = { _ in true }
  ) -> LoneSpace {
    let model = model(space, skims, workplace, mayUse)
    var result = LoneSpace(
      effects: Effects(), peopleGaining: 0, hoursPerDayOfAll: 0,
      peopleWithin: LoneSpace.minutes.map { _ in 0 }, gains: [])
    var isGaining = [Bool](repeating: false, count: model.groups.count)
    for (index, group) in model.groups.enumerated() {
      guard let mix = model.siteMix(group, 0) else { continue }
      for (bound, minutes) in LoneSpace.minutes.enumerated()
      where mix.seconds <= Double(minutes * 60) {
        result.peopleWithin[bound] += group.people
      }
      guard let office = model.officeMix(group), !model.options(group).isEmpty else { continue }
      let hours = 2 * (office.seconds - mix.seconds) / 3600
      result.peopleGaining += group.people
      result.hoursPerDayOfAll += group.people * hours
      let days = model.plans[group.plan].policy.space * inputs.participation
      guard days > 0 else { continue }
      isGaining[index] = true
      result.gains.append(
        LoneSpace.Gain(
          group: index, hoursPerDay: hours, minutesOneWay: mix.seconds / 60,
          daysPerWeek: group.people * days))
    }
    result.effects = effects(model, isGaining)
    (result.effects.people, result.effects.peopleNotCounted) = people
    return result
  }

  private func model(
    _ space: ModelInputs.Space, _ skims: SkimTable, _ workplace: Int, _ mayUse: (Int) -> Bool
  ) -> WeekModel {
    var rules = inputs.rules
    rules.siteRule = inputs.siteRule
    var groups = inputs.groups
    for index in groups.indices { groups[index].sites = mayUse(index) ? nil : [] }
    let siteMixes = inputs.mixes(at: workplace, of: skims)
    return WeekModel(
      offices: inputs.offices, sites: [inputs.site(space)], groups: groups, plans: inputs.plans,
      mixes: MixTable(
        homeCount: skims.homeCount, workplaceCount: inputs.offices.count + 1,
        mixes: zip(officeMixes, siteMixes).map { $0 + $1 }), rules: rules)
  }

  private func effects(_ model: WeekModel, _ isGaining: [Bool]) -> Effects {
    var model = model
    // Those who gain nothing spend their week as without the space, unless a cap ties all together.
    if model.rules.officeCap == nil {
      model.groups = zip(model.groups, isGaining).filter(\.1).map(\.0)
    }
    model.groups = WeekModel.split(model.groups, participation: inputs.participation)
    var without = model
    for index in without.groups.indices { without.groups[index].sites = [] }
    let days = model.placeDays()
    var effects = model.effects(
      without.account(without.placeDays().policy), model.account(days.policy),
      model.savings(days, choosesModesByLogit: inputs.choosesModesByLogit), inputs.rates)
    effects.unseatedDaysPerYear = days.unseated.reduce(0, +) * inputs.weeksPerYear
    return effects
  }
}
