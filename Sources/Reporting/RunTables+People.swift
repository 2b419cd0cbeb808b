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
      "incomes.csv",
      [
        Column("fifth", "", "of the people by the mean income of their municipality; 1 is lowest") {
          .integer($0.fifth)
        },
        .people("people", "in it") { $0.people },
        Column("mean_income_eur", "euro per year", "of their municipalities") {
          .decimal($0.meanIncomeEuro, 0)
        },
        .hours("hours_saved_per_year", per: "year", "by all of them") { $0.hoursSavedPerYear },
        Column("saved_minutes_per_week", "minutes per week", "by one person, in the mean") {
          .decimal($0.savedMinutesPerWeek, 2)
        },
        Column("base_minutes_per_week", "minutes per week", "of commuting of one, before") {
          .decimal($0.baseMinutesPerWeek, 2)
        },
      ])
  }

  static var distribution: ResultTable<DistributionRow> {
    ResultTable(
      "distribution.csv",
      [
        .text("key", "what the values are, of minutes of commuting in a week over people") {
          $0.key
        },
        .text("unit", "the unit of the values") { $0.unit },
        Column("base", "", "before; empty where there is no such value") { .decimal($0.base, 4) },
        Column("policy", "", "by the policy; empty where there is no such value") {
          .decimal($0.policy, 4)
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
      Column(name, "person-days per week", meaning + "; empty for main modes") {
        .decimal($0.days.map(value), 4)
      }
    }
    return ResultTable(
      "mode_shares.csv",
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
        Column("residual_points", "percentage points", "share reached minus target") {
          .decimal($0.calibrated?.residualPoints, 4)
        },
        Column("constant_eur", "euro", "what calibration adds to the cost of a trip by it") {
          .decimal($0.calibrated?.constantEuro, 4)
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
