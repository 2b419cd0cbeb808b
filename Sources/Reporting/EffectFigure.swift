import Impact
import ImpactModel

/// A figure of what the week does, as tables and reports name it.
struct EffectFigure: Sendable {
  /// That of the headline of runs and draws, where it is one.
  var name: String
  var unit: String
  var meaning: String
  var value: @Sendable (Effects) -> Double?

  init(
    _ name: String, _ unit: String, _ meaning: String,
    _ value: @escaping @Sendable (Effects) -> Double?
  ) {
    self.name = name
    self.unit = unit
    self.meaning = meaning
    self.value = value
  }

  /// Every field of `Effects`.
  static let all: [EffectFigure] =
    people + time + kilometers + mornings + money + days + clients

  private static let clients = [
    EffectFigure(
      "client_day_people", "people", "on days with a visit to a client; empty without such visits"
    ) { $0.clientDays?.people },
    EffectFigure(
      "client_visit_saved", "minutes a visit",
      "by working near the client first; in no other figure"
    ) { $0.clientDays?.minutesSavedPerVisit },
    EffectFigure("client_visits_shorter", "share", "of the visits that become shorter") {
      $0.clientDays?.shareShorter
    },
    EffectFigure("client_hours_saved", "hours a year", "by all visits; in no other figure") {
      $0.clientDays?.hoursPerYear
    },
  ]

  private static let people = [
    EffectFigure("people", "people", "in the figures below") { $0.people },
    EffectFigure(
      "people_not_counted", "people", "whose office is out of reach, in no figure below"
    ) { $0.peopleNotCounted },
  ]

  private static let time = [
    EffectFigure("hours_saved", "hours a year", "of commuting, both ways") { $0.hoursPerYear },
    EffectFigure(
      "hours_saved_by_spaces", "hours a year",
      "of these by days in spaces; the others by days at home"
    ) { $0.hoursBySpacesPerYear },
    EffectFigure("net_hours_saved", "hours a year", "less rebound, what comes back as other trips")
    {
      $0.netHoursPerYear
    },
  ]

  private static let kilometers = [
    EffectFigure("car_km_saved", "vehicle-km a year", "of cars, not of people") {
      $0.carKilometersPerYear
    },
    EffectFigure("motorway_km_saved", "vehicle-km a year", "of these on motorways") {
      $0.motorwayKilometersPerYear
    },
    EffectFigure("main_road_km_saved", "vehicle-km a year", "of these on main roads") {
      $0.mainRoadKilometersPerYear
    },
    EffectFigure("minor_road_km_saved", "vehicle-km a year", "of these on other roads") {
      $0.minorRoadKilometersPerYear
    },
    EffectFigure("net_car_km_saved", "vehicle-km a year", "of cars, less rebound") {
      $0.netCarKilometersPerYear
    },
    EffectFigure("train_km_saved", "passenger-km a year", "of people on trains") {
      $0.trainKilometersPerYear
    },
    EffectFigure("co2_saved", "tonnes a year", "CO2 of what people travel, without rebound") {
      $0.tonnesPerYear
    },
  ]

  private static let mornings = [
    EffectFigure(
      "ring_km_saved", "vehicle-km a morning", "on the ring road, to work, mean of Monday to Friday"
    ) { $0.ringKilometersPerMorning },
    EffectFigure(
      "border_crossings_saved", "cars a morning",
      "over the Region's border, to work, mean of Monday to Friday"
    ) { $0.borderCrossingsPerMorning },
    EffectFigure(
      "junction_passengers_saved", "people a morning",
      "on trains into the junction, to work, mean of Monday to Friday"
    ) { $0.junctionPassengersPerMorning },
  ]

  private static let money = [
    EffectFigure("money_saved", "euro a year", "out of the pockets of those who commute") {
      $0.moneyEuroPerYear
    },
    EffectFigure(
      "benefit_rule_of_half", "euro a year",
      "of days in spaces: half of what time and money they save are worth"
    ) { $0.ruleOfHalfEuroPerYear },
    EffectFigure(
      "benefit_logsum", "euro a year",
      "of days in spaces: difference of expected least costs; empty where nothing is chosen by a logit"
    ) { $0.logsumEuroPerYear },
  ]

  private static let days = [
    EffectFigure("site_days", "person-days a year", "in spaces") { $0.siteDaysPerYear },
    EffectFigure("home_days", "person-days a year", "at home, more than before") {
      $0.homeDaysPerYear
    },
    EffectFigure("office_days_leaving", "person-days a year", "that leave the offices") {
      $0.officeDaysLeavingPerYear
    },
    EffectFigure("spending_leaving", "euro a year", "no longer spent around the offices") {
      $0.spendingLeavingEuroPerYear
    },
    EffectFigure("spending_arriving", "euro a year", "of it spent around spaces and homes") {
      $0.spendingArrivingEuroPerYear
    },
    EffectFigure("unseated_days", "person-days a year", "wished for in spaces and without a seat") {
      $0.unseatedDaysPerYear
    },
    EffectFigure("site_prices", "euro a year", "prices of days in spaces, whoever pays them") {
      $0.sitePricesEuroPerYear
    },
  ]
}
