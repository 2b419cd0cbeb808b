import Impact
import ImpactModel
import TabularText

extension RunTables {
  /// Days leave where the offices are and arrive where the spaces are; a quarter can have both.
  static func quarters(_ result: RunResult) -> ResultTable<QuarterDays> {
    let weeks = result.parameter("policy.working_weeks_per_year")
    let spending = QuarterSpending(result)
    return ResultTable(
      "quarters.csv", "Person-days and spending that leave and arrive: one row for each quarter.",
      [
        .text("quarter", "of the offices by their name, of the spaces by quarter or zone") {
          $0.quarter
        },
        .personDays("base_office_days_per_week", per: "week", "in its offices, before") {
          $0.baseOfficeDays
        },
        .personDays("office_days_per_week", per: "week", "in its offices, by the policy") {
          $0.officeDays
        },
      ],
      days("office_days_leaving", "that leave its offices", weeks) { $0.officeDaysLeaving },
      days("site_days_arriving", "that arrive in its spaces", weeks) { $0.siteDays },
      days("net_days_leaving", "that leave its offices less those that arrive", weeks) {
        $0.leaving
      },
      euro("spending_leaving", "no longer spent around its offices", weeks) {
        spending?.leaving($0)
      },
      euro("spending_arriving", "spent around its spaces instead", weeks) {
        spending?.arriving($0)
      })
  }

  /// A week and a year.
  private static func days(
    _ name: String, _ meaning: String, _ weeks: Double?, _ value: @escaping (QuarterDays) -> Double
  ) -> [Column<QuarterDays>] {
    [
      .personDays("\(name)_per_week", per: "week", meaning, value),
      .decimal("\(name)_per_year", "person-days per year", meaning, decimals: 2) { quarter in
        weeks.map { value(quarter) * $0 }
      },
    ]
  }

  private static func euro(
    _ name: String, _ meaning: String, _ weeks: Double?,
    _ value: @escaping (QuarterDays) -> Double?
  ) -> [Column<QuarterDays>] {
    let meaning = meaning + "; empty where the result does not say what a day spends"
    return [
      .decimal("\(name)_eur_per_week", "euro per week", meaning, decimals: 2, value),
      .decimal("\(name)_eur_per_year", "euro per year", meaning, decimals: 2) { quarter in
        weeks.flatMap { weeks in value(quarter).map { $0 * weeks } }
      },
    ]
  }
}
