/// What the policy does in a year against the base: both sides of it. Positive is saved, or leaves.
public struct Effects: Sendable, Equatable, Codable {
  public var people = 0.0
  /// People whose office is out of reach, in no other figure.
  public var peopleNotCounted = 0.0
  public var hoursPerYear = 0.0
  /// Of these by days in spaces; the others by days at home.
  public var hoursBySpacesPerYear = 0.0
  /// Less what comes back as other trips.
  public var netHoursPerYear = 0.0
  /// Kilometers of cars, not of people.
  public var carKilometersPerYear = 0.0
  public var motorwayKilometersPerYear = 0.0
  public var mainRoadKilometersPerYear = 0.0
  public var minorRoadKilometersPerYear = 0.0
  public var netCarKilometersPerYear = 0.0
  /// On the ring road by cars, on the way to work of a mean weekday.
  public var ringKilometersPerMorning = 0.0
  /// Cars over the Region's border, on the way to work of a mean weekday.
  public var borderCrossingsPerMorning = 0.0
  /// People on trains into the junction, on the way to work of a mean weekday.
  public var junctionPassengersPerMorning = 0.0
  public var trainKilometersPerYear = 0.0
  public var tonnesPerYear = 0.0
  public var moneyEuroPerYear = 0.0
  public var ruleOfHalfEuroPerYear = 0.0
  /// `nil` where nothing is chosen by a logit.
  public var logsumEuroPerYear: Double?
  public var siteDaysPerYear = 0.0
  /// More days at home than before.
  public var homeDaysPerYear = 0.0
  /// Person-days that leave the offices, and what they spend there.
  public var officeDaysLeavingPerYear = 0.0
  public var spendingLeavingEuroPerYear = 0.0
  /// What of it arrives near spaces and homes.
  public var spendingArrivingEuroPerYear = 0.0
  /// Wished for in spaces and not found.
  public var unseatedDaysPerYear = 0.0
  public var sitePricesEuroPerYear = 0.0
  /// In no other figure; `nil` where the scenario has no visits to clients.
  public var clientDays: ClientDayEffect?

  public init() {}

  /// 0 without visits.
  public var minutesSavedPerClientVisit: Double { clientDays?.minutesSavedPerVisit ?? 0 }

  /// The figures by which runs, draws and settings are compared.
  public static let headlines: [Headline] = [
    Headline("hours_saved", "hours a year", \.hoursPerYear),
    Headline("net_hours_saved", "hours a year", \.netHoursPerYear),
    Headline("car_km_saved", "vehicle-km a year", \.carKilometersPerYear),
    Headline("net_car_km_saved", "vehicle-km a year", \.netCarKilometersPerYear),
    Headline("ring_km_saved", "vehicle-km a morning", \.ringKilometersPerMorning),
    Headline("border_crossings_saved", "cars a morning", \.borderCrossingsPerMorning),
    Headline("junction_passengers_saved", "people a morning", \.junctionPassengersPerMorning),
    Headline("co2_saved", "tonnes a year", \.tonnesPerYear),
    Headline("benefit_rule_of_half", "euro a year", \.ruleOfHalfEuroPerYear),
    Headline("office_days_leaving", "person-days a year", \.officeDaysLeavingPerYear),
    Headline("spending_leaving", "euro a year", \.spendingLeavingEuroPerYear),
    Headline("site_days", "person-days a year", \.siteDaysPerYear),
    Headline("client_visit_saved", "minutes a visit", \.minutesSavedPerClientVisit),
  ]

  public struct Headline: Sendable {
    public var name: String
    public var unit: String
    public var value: any KeyPath<Effects, Double> & Sendable

    init(_ name: String, _ unit: String, _ value: any KeyPath<Effects, Double> & Sendable) {
      self.name = name
      self.unit = unit
      self.value = value
    }
  }
}

/// Everything that one evaluation of a model says.
public struct Evaluation: Sendable {
  public var days: PlaceDays
  public var base: WeekAccount
  public var policy: WeekAccount
  public var savings: Savings
  public var persons: [PersonWeek]
  public var effects: Effects
}

extension WeekModel {
  /// Assigns, adds up and makes effects of it.
  public func evaluate(_ rates: EffectRates, choosesModesByLogit: Bool = false) -> Evaluation {
    let days = placeDays()
    let base = account(days.base)
    let policy = account(days.policy)
    let savings = savings(days, choosesModesByLogit: choosesModesByLogit)
    var effects = effects(base, policy, savings, rates)
    effects.unseatedDaysPerYear = days.unseated.sum * rates.weeksPerYear
    return Evaluation(
      days: days, base: base, policy: policy, savings: savings, persons: personWeeks(days),
      effects: effects)
  }

  func effects(
    _ base: WeekAccount, _ policy: WeekAccount, _ savings: Savings, _ rates: EffectRates
  ) -> Effects {
    let weeks = rates.weeksPerYear
    let saved = (base.load - policy.load) * weeks
    let morning = morningLoad(base) - morningLoad(policy)
    var effects = Effects()
    for group in groups {
      if isCounted(group) {
        effects.people += group.people
      } else {
        effects.peopleNotCounted += group.people
      }
    }
    effects.hoursPerYear = (base.hours - policy.hours) * weeks
    effects.hoursBySpacesPerYear = savings.hoursBySpaces * weeks
    effects.netHoursPerYear = effects.hoursPerYear * (1 - rates.reboundShareOfTime)
    effects.carKilometersPerYear = saved.carKilometers / rates.carOccupancy
    effects.motorwayKilometersPerYear = saved.motorwayKilometers / rates.carOccupancy
    effects.mainRoadKilometersPerYear = saved.mainRoadKilometers / rates.carOccupancy
    effects.minorRoadKilometersPerYear = saved.minorRoadKilometers / rates.carOccupancy
    effects.netCarKilometersPerYear =
      effects.carKilometersPerYear * (1 - rates.reboundShareOfKilometers)
    effects.ringKilometersPerMorning = morning.ringKilometers / rates.carOccupancy
    effects.borderCrossingsPerMorning = morning.borderCrossings / rates.carOccupancy
    effects.junctionPassengersPerMorning = morning.junctionRides
    effects.trainKilometersPerYear = saved.trainKilometers
    effects.tonnesPerYear = rates.tonnes(saved)
    effects.moneyEuroPerYear = (base.moneyEuro - policy.moneyEuro) * weeks
    effects.ruleOfHalfEuroPerYear = savings.ruleOfHalfEuro * weeks
    effects.logsumEuroPerYear = savings.logsumEuro.map { $0 * weeks }
    func days(_ places: [Weekdays]) -> Double { places.reduce(0) { $0 + $1.sum } }
    effects.siteDaysPerYear = days(policy.siteDays) * weeks
    effects.homeDaysPerYear = (days([policy.homeDays]) - days([base.homeDays])) * weeks
    effects.officeDaysLeavingPerYear = (days(base.officeDays) - days(policy.officeDays)) * weeks
    effects.spendingLeavingEuroPerYear =
      effects.officeDaysLeavingPerYear * rates.spendingEuroPerOfficeDay
    effects.spendingArrivingEuroPerYear =
      (effects.siteDaysPerYear + effects.homeDaysPerYear) * rates.spendingEuroPerOfficeDay
      * rates.spendingShareElsewhere
    effects.sitePricesEuroPerYear = policy.sitePricesEuro * weeks
    return effects
  }

  /// The mean over Monday to Friday of what goes to work in a morning.
  private func morningLoad(_ account: WeekAccount) -> TripLoad {
    var sum = TripLoad()
    for load in account.loads.prefix(5) { sum += load }
    return sum * 0.2
  }
}
