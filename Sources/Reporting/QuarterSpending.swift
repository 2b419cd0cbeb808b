import Impact
import ImpactModel

/// What the person-days of a quarter spend, by the parameters that the run was made with.
struct QuarterSpending {
  var weeksPerYear: Double
  var euroPerDay: Double
  /// Of what is not spent around the office, the part that is spent where people work instead.
  var shareThatMoves: Double

  /// `nil` where the result does not say what a day spends.
  init?(_ result: RunResult) {
    guard let weeks = result.parameter("policy.working_weeks_per_year"),
      let euro = result.parameter("parameters.spending_eur_per_office_day"),
      let share = result.parameter("parameters.spending_share_that_moves")
    else { return nil }
    weeksPerYear = weeks
    euroPerDay = euro
    shareThatMoves = share
  }

  /// Around the offices, a week.
  func leaving(_ quarter: QuarterDays) -> Double { quarter.officeDaysLeaving * euroPerDay }

  /// Around the spaces, a week; that around homes is in no quarter.
  func arriving(_ quarter: QuarterDays) -> Double {
    quarter.siteDays * euroPerDay * shareThatMoves
  }
}

extension QuarterDays {
  /// From offices only, whatever arrives in spaces of the same quarter.
  var officeDaysLeaving: Double { baseOfficeDays - officeDays }
}

extension RunResult {
  /// The number of a parameter; `nil` where the result has none of this name.
  func parameter(_ name: String) -> Double? {
    scenario.parameters.first { $0.name == name }.flatMap { Double($0.value) }
  }
}
