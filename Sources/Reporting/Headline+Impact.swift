import Impact
import ImpactModel

extension Headline {
  /// What the week does in a year; nothing for results without a model of it.
  static func impactLines(_ result: RunResult) -> [String] {
    guard let impact = result.impact else { return [] }
    let effects = impact.effects
    func figure(_ name: String, _ value: Double) -> String {
      guard let interval = result.uncertainty?.intervals.first(where: { $0.name == name }) else {
        return grouped(value)
      }
      return "\(grouped(value)) (\(grouped(interval.low)) to \(grouped(interval.high)))"
    }
    let draws = result.uncertainty.map {
      ", seats and choices counted; in brackets nine of ten of \($0.draws) draws"
    }
    return [
      "  The week of the scenario, a year" + (draws ?? ", seats and choices counted"),
      "  hours of commuting saved      \(figure("hours_saved", effects.hoursPerYear)); "
        + "\(grouped(effects.netHoursPerYear)) after rebound",
      impact.hasDrivers
        ? "  car-km and tonnes of CO2      "
          + figure("car_km_saved", effects.carKilometersPerYear) + " and "
          + figure("co2_saved", effects.tonnesPerYear)
        : "  tonnes of CO2                 \(figure("co2_saved", effects.tonnesPerYear)); nobody drives "
          + "by the modes of the week",
      "  person-days leaving offices   "
        + figure("office_days_leaving", effects.officeDaysLeavingPerYear)
        + "; they spent \(grouped(effects.spendingLeavingEuroPerYear)) € there",
    ]
  }
}
