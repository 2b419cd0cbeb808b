import Impact
import TabularText

/// One row of `distribution.csv`.
struct DistributionRow {
  var key: String
  var unit: String
  var base: Double?
  var policy: Double?
}

/// One row of `mode_shares.csv`: a mode of the scenario, or a main mode as a survey names it.
struct ModeShareRow {
  var kind: String
  var mode: String
  var days: RunResult.ModeDays?
  var baseShare: Double?
  var calibrated: RunResult.CalibrationResult.Mode?
}

extension RunTables {
  static var incomes: ResultTable<RunResult.IncomeClass> {
    ResultTable(
      "incomes.csv", "Who saves, by income: one row for each fifth of the people.",
      [
        .integer(
          "fifth", "number", "of the people by the mean income of their municipality; 1 is lowest"
        ) { $0.fifth },
        .people("people", "in it") { $0.people },
        .decimal("mean_income_eur", "euro per year", "of their municipalities", decimals: 0) {
          $0.meanIncomeEuro
        },
        .hours("hours_saved_per_year", per: "year", "by all of them") { $0.hoursSavedPerYear },
        .decimal(
          "saved_minutes_per_week", "minutes per week", "by one person, in the mean", decimals: 2
        ) { $0.savedMinutesPerWeek },
        .decimal(
          "base_minutes_per_week", "minutes per week", "of commuting of one, before", decimals: 2
        ) { $0.baseMinutesPerWeek },
      ])
  }

  static var distribution: ResultTable<DistributionRow> {
    ResultTable(
      "distribution.csv",
      "How savings are spread over people: one row for each measure, with its unit.",
      [
        .text("key", "what the values are, of minutes of commuting in a week over people") {
          $0.key
        },
        .text("unit", "the unit of the values") { $0.unit },
        .decimal("base", "see unit", "before; empty where there is no such value") { $0.base },
        .decimal("policy", "see unit", "by the policy; empty where there is no such value") {
          $0.policy
        },
      ])
  }

  static func distributionRows(_ distribution: RunResult.Distribution) -> [DistributionRow] {
    let percentiles = zip([10, 25, 50, 75, 90], distribution.savedMinutesPercentiles).map {
      DistributionRow(key: "saved_p\($0)", unit: "minutes per week", policy: $1)
    }
    func people(_ key: String, _ value: Double) -> DistributionRow {
      DistributionRow(key: key, unit: "people", policy: value)
    }
    return [
      DistributionRow(
        key: "gini", unit: "number", base: distribution.baseGini, policy: distribution.gini),
      DistributionRow(
        key: "palma", unit: "number", base: distribution.basePalma, policy: distribution.palma),
    ] + percentiles + [
      people("saving_over_0_minutes", distribution.winnersOver0),
      people("saving_over_30_minutes", distribution.winnersOver30),
      people("saving_over_60_minutes", distribution.winnersOver60),
      people("losing", distribution.losersOver0),
    ]
  }

  static var modeShares: ResultTable<ModeShareRow> {
    func days(
      _ name: String, _ meaning: String, _ value: @escaping (RunResult.ModeDays) -> Double
    ) -> Column<ModeShareRow> {
      .decimal(name, "person-days per week", meaning + "; empty for main modes") {
        $0.days.map(value)
      }
    }
    return ResultTable(
      "mode_shares.csv",
      "How people travel in the week: one row for each mode and for each main mode.",
      [
        .text("kind", "mode of the scenario, or main mode as a survey names trips") { $0.kind },
        .text("mode", "the mode") { $0.mode },
        days("base_days_per_week", "days with a commute by it, before") { $0.baseDaysPerWeek },
        days("days_per_week", "days with a commute by it, by the policy") { $0.daysPerWeek },
        .share("base_share", "of the commutes to offices, before; empty for modes") {
          $0.baseShare
        },
        .share("target_share", "that the base is calibrated to; empty where none") {
          $0.calibrated?.target
        },
        .share("calibrated_share", "that the calibration reached; empty where there is none") {
          $0.calibrated?.share
        },
        .decimal("residual_points", "percentage points", "share reached minus target") {
          $0.calibrated?.residualPoints
        },
        .decimal("constant_eur", "euro", "what calibration adds to the cost of a trip by it") {
          $0.calibrated?.constantEuro
        },
      ])
  }

  static func modeShareRows(_ impact: RunResult.Impact) -> [ModeShareRow] {
    let modes = impact.modes.map { ModeShareRow(kind: "mode", mode: $0.mode, days: $0) }
    let mainModes = impact.mainModes.map { main in
      ModeShareRow(
        kind: "main mode", mode: main.name, baseShare: main.baseShare,
        calibrated: impact.calibration?.modes.first { $0.name == main.name })
    }
    return modes + mainModes
  }
}
