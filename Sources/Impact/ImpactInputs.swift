import ImpactModel
import Scenarios

extension CommuteComparison {
  /// What the scenario says, and what travel takes, as the model wants it.
  func modelInputs(_ skims: SkimTable) -> ModelInputs {
    var builder = GroupBuilder(scenario)
    for group in groups { builder.add(group) }
    var inputs = ModelInputs(
      offices: scenario.offices.map { ModelOffice(id: $0.id, quarter: $0.quarter ?? $0.name) },
      spaces: spaces(), groups: builder.groups, plans: builder.plans,
      travellers: builder.travellers, skims: skims)
    inputs.choice = scenario.choice.modes == .logit ? .logit : .fastest
    inputs.choosesSitesByLogit = scenario.choice.sites == .logit
    inputs.rules.employeeShareOfSitePrice = scenario.choice.employeeShareOfSitePrice.value
    inputs.rules.withoutSeat = scenario.week.withoutSeat
    inputs.rules.officeCap = scenario.week.officeCap?.value
    inputs.rules.movesDaysOverCap = scenario.week.movesDaysOverCap
    inputs.participation = scenario.policy.participation.value
    inputs.weeksPerYear = scenario.policy.workingWeeksPerYear.value
    inputs.parameters = scenario.parameters
    return inputs
  }

  /// The sites; those with neither seats nor a floor area have the floor area that is in the middle of
  /// the others, if there are any.
  private func spaces() -> [ModelInputs.Space] {
    var spaces = scenario.sites.map(space)
    let areas = spaces.compactMap { space in
      space.seatsPerDay.map { $0 * scenario.parameters.squareMetersPerSeat.value }
        ?? space.floorAreaSquareMeters
    }.sorted()
    guard !areas.isEmpty else { return spaces }
    for index in spaces.indices
    where spaces[index].seatsPerDay == nil && spaces[index].floorAreaSquareMeters == nil {
      spaces[index].floorAreaSquareMeters = areas[areas.count / 2]
    }
    return spaces
  }

  func space(_ site: Site) -> ModelInputs.Space {
    let names = [site.quarter, site.zone, site.municipality]
    return ModelInputs.Space(
      id: site.id, quarter: names.first { !$0.isEmpty } ?? site.name,
      seatsPerDay: site.seatsPerDay, floorAreaSquareMeters: site.floorAreaSquareMeters,
      isOpen: (0..<7).map {
        site.openingHours.holdsWorkday(
          $0, arrivalsEnd: scenario.arrivalWindow.upperBound,
          departuresBegin: scenario.departureWindow.lowerBound)
      }, priceEuroPerDay: site.priceEuroPerDay ?? 0)
  }
}

/// Makes the model's groups of homes and offices: one for each week, and with or without a car.
private struct GroupBuilder {
  private let scenario: Scenario
  private(set) var groups: [PeopleGroup] = []
  private(set) var plans: [WeekPlan] = []
  private(set) var travellers: [ModelInputs.Traveller] = []
  private var planPositions: [PlanKey: Int] = [:]
  private var travellerPositions: [ModelInputs.Traveller: Int] = [:]
  private var sitesByOperator: [String: [Int]] = [:]

  private struct PlanKey: Hashable {
    var group: Int
    var officeDays: Double?
  }

  init(_ scenario: Scenario) {
    self.scenario = scenario
    sitesByOperator = Dictionary(grouping: scenario.sites.indices) {
      scenario.sites[$0].operatorName
    }
  }

  mutating func add(_ group: CommuteComparison.Group) {
    let habits = scenario.demand.origins[group.origin].habits
    for (plan, planShare) in weeks(habits) {
      for (traveller, share) in kinds(habits) {
        groups.append(
          PeopleGroup(
            home: group.origin, office: group.office, people: group.people * planShare * share,
            traveller: traveller, plan: plan,
            sites: habits.operatorName.map { sitesByOperator[$0] ?? [] }))
      }
    }
  }

  private mutating func weeks(_ habits: Demand.Habits) -> [(plan: Int, share: Double)] {
    let named = habits.weekGroup.flatMap { name in
      scenario.week.groups.firstIndex { $0.name == name }
    }
    let shares =
      named.map { [($0, 1.0)] }
      ?? scenario.week.groups.enumerated().map { ($0, $1.share.value) }
    return shares.filter { $0.1 > 0 }.map { group, share in
      let key = PlanKey(group: group, officeDays: habits.officeDays)
      if let known = planPositions[key] { return (known, share) }
      plans.append(scenario.week.plan(group, officeDays: habits.officeDays))
      planPositions[key] = plans.count - 1
      return (plans.count - 1, share)
    }
  }

  private mutating func kinds(
    _ habits: Demand.Habits
  ) -> [(traveller: Int, share: Double)] {
    let given =
      habits.mode.flatMap { scenario.modes.firstIndex(of: $0) }
      ?? (scenario.choice.modes == .given ? 0 : nil)
    // By a given mode they go, whether or not anybody knows of a car.
    let cars: [(Bool, Double)] =
      if given != nil {
        [(true, 1)]
      } else if let hasCar = habits.hasCar {
        [(hasCar, 1)]
      } else {
        [(true, scenario.choice.carShare.value), (false, 1 - scenario.choice.carShare.value)]
      }
    return cars.filter { $0.1 > 0 }.map { hasCar, share in
      let traveller = ModelInputs.Traveller(mode: given, hasCar: hasCar)
      if let known = travellerPositions[traveller] { return (known, share) }
      travellers.append(traveller)
      travellerPositions[traveller] = travellers.count - 1
      return (travellers.count - 1, share)
    }
  }
}
