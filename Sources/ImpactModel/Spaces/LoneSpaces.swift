/// Candidates for spaces, each looked at as if it were the only one.
///
/// What is without any space is computed once: the ways to the offices, and where everybody is.
public struct LoneSpaces: Sendable {
  public let inputs: ModelInputs
  private let officeMixes: MixTable
  private let people: (counted: Double, notCounted: Double)
  /// Those whose days a space may change, as `WeekModel.groups`, and where they are without one.
  private let weeks: [PeopleGroup]
  private let without: [PlaceDays.Days]

  /// - Parameter inputs: with the ways to the offices and to no space.
  public init(_ inputs: ModelInputs) {
    self.inputs = inputs
    let mixes = MixTable(
      homeCount: inputs.skims.homeCount,
      mixes: inputs.offices.indices.map { inputs.mixes(at: $0, of: inputs.skims) })
    let counted = inputs.groups.reduce(0) { sum, group in
      sum + (mixes[group.traveller, group.home, group.office] == nil ? 0 : group.people)
    }
    officeMixes = mixes
    people = (counted, inputs.groups.reduce(0) { $0 + $1.people } - counted)
    weeks =
      inputs.rules.officeCap == nil
      ? inputs.groups.map { $0.part(inputs.participation) }
      // A cap ties all together, those who use no space too.
      : WeekModel.split(inputs.groups, participation: inputs.participation)
    without =
      WeekModel(
        offices: inputs.offices, sites: [], groups: weeks.map { $0.bound(to: []) },
        plans: inputs.plans, mixes: mixes, rules: inputs.rules
      ).placeDays().policy
  }

  /// - Parameters:
  ///   - skims: with the ways from every home to the space.
  ///   - workplace: the space's position in them.
  ///   - mayUse: whether a group, by its position, may use the space.
  public func evaluate(
    _ space: ModelInputs.Space, _ skims: SkimTable, _ workplace: Int,
    mayUse: (Int) -> Bool = { _ in true }
  ) -> LoneSpace {
    var model = model(space, skims, workplace)
    var result = LoneSpace(
      effects: Effects(), peopleGaining: 0, hoursPerDayOfAll: 0,
      peopleWithin: LoneSpace.minutes.map { _ in 0 }, gains: [])
    var isGaining = [Bool](repeating: false, count: inputs.groups.count)
    for (index, group) in inputs.groups.enumerated() {
      guard let mix = model.siteMix(group, 0) else { continue }
      for (bound, minutes) in LoneSpace.minutes.enumerated()
      where mix.seconds <= Double(minutes * 60) {
        result.peopleWithin[bound] += group.people
      }
      guard mayUse(index), let office = model.officeMix(group),
        !model.options(group.bound(to: nil)).isEmpty
      else { continue }
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
    result.effects = effects(&model, isGaining)
    (result.effects.people, result.effects.peopleNotCounted) = people
    return result
  }

  private func model(
    _ space: ModelInputs.Space, _ skims: SkimTable, _ workplace: Int
  ) -> WeekModel {
    var rules = inputs.rules
    rules.siteRule = inputs.siteRule
    var mixes = officeMixes
    mixes.mixes.append(inputs.mixes(at: workplace, of: skims))
    return WeekModel(
      offices: inputs.offices, sites: [inputs.site(space)], groups: [], plans: inputs.plans,
      mixes: mixes, rules: rules)
  }

  /// - Parameter isGaining: of each group of the inputs. The others spend their week as without the
  ///   space, unless a cap ties all together.
  private func effects(_ model: inout WeekModel, _ isGaining: [Bool]) -> Effects {
    let before: [PlaceDays.Days]
    if model.rules.officeCap == nil {
      let taking = isGaining.indices.filter { isGaining[$0] }
      model.groups = taking.map { weeks[$0].bound(to: nil) }
      before = taking.map { without[$0] }
    } else {
      // Of the parts of a group the first takes part.
      let parts = weeks.count / max(1, isGaining.count)
      model.groups = weeks.enumerated().map { index, week in
        week.bound(to: index % parts == 0 && isGaining[index / parts] ? nil : [])
      }
      before = without
    }
    let days = model.placeDays()
    var effects = model.effects(
      model.account(before), model.account(days.policy),
      model.savings(days, choosesModesByLogit: inputs.choosesModesByLogit), inputs.rates)
    effects.unseatedDaysPerYear = days.unseated.sum * inputs.weeksPerYear
    return effects
  }
}

extension PeopleGroup {
  fileprivate func part(_ share: Double) -> PeopleGroup {
    var part = self
    part.people *= share
    return part
  }

  fileprivate func bound(to sites: [Int]?) -> PeopleGroup {
    var group = self
    group.sites = sites
    return group
  }
}
