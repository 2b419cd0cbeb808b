import Impact
import ImpactModel
import TabularText

/// One row of `impact.csv`.
struct ImpactRow {
  var figure: EffectFigure
  var value: Double?
  var valueWithoutSeatLimits: Double?
  var interval: Uncertainty.Interval?
}

extension RunTables {
  static func impactTables(
    _ impact: RunResult.Impact, _ result: RunResult
  ) -> [TableFile] {
    [
      self.impact.file(impactRows(impact, result.uncertainty)), week.file(impact.weekdays),
      quarters(result).file(impact.quarters), siteUse.file(impact.sites),
      incomes.file(impact.incomes), distribution.file(distributionRows(impact.distribution)),
      modeShares.file(modeShareRows(impact)),
    ]
  }

  static func impactRows(
    _ impact: RunResult.Impact, _ uncertainty: Uncertainty?
  ) -> [ImpactRow] {
    EffectFigure.all.map { figure in
      let value = figure.value(impact.effects)
      return ImpactRow(
        figure: figure, value: value,
        valueWithoutSeatLimits: impact.effectsWithoutSeatLimits.flatMap(figure.value),
        interval: value == nil ? nil : uncertainty?.intervals.first { $0.name == figure.name })
    }
  }

  private static var impact: ResultTable<ImpactRow> {
    func number(
      _ name: String, _ meaning: String, _ value: @escaping (ImpactRow) -> Double?
    ) -> Column<ImpactRow> {
      .decimal(name, "see unit", meaning, value)
    }
    return ResultTable(
      "impact.csv", "What the policy does in a year: one row for each figure, each with its unit.",
      [
        .text("key", "what the value is") { $0.figure.name },
        .text("unit", "the unit of the values of the row") { $0.figure.unit },
        number("value", "what the policy does; positive is saved, or leaves; empty where none") {
          $0.value
        },
        number(
          "value_without_seat_limits",
          "the same if every space had room for all; empty where seats limit nothing"
        ) { $0.valueWithoutSeatLimits },
        number("interval_low", "nine of ten draws lie from here; empty where it is not drawn") {
          $0.interval?.low
        },
        number("interval_median", "half of the draws lie below; empty where it is not drawn") {
          $0.interval?.median
        },
        number("interval_high", "nine of ten draws lie up to here; empty where it is not drawn") {
          $0.interval?.high
        },
        .text("meaning", "the value in words") { $0.figure.meaning },
      ])
  }

  private static var week: ResultTable<RunResult.WeekdayUse> {
    ResultTable(
      "week.csv", "Where people work: one row for each day of the week.",
      [
        .text("weekday", "mon to sun") { $0.weekday },
        .personDays("base_office_days", per: "week", "in offices, before") { $0.baseOfficeDays },
        .personDays("office_days", per: "week", "in offices, by the policy") { $0.officeDays },
        .personDays("site_days", per: "week", "in spaces, by the policy") { $0.siteDays },
        .personDays("base_home_days", per: "week", "at home, before") { $0.baseHomeDays },
        .personDays("home_days", per: "week", "at home, by the policy") { $0.homeDays },
        .personDays(
          "unseated_days", per: "week", "wished for in spaces and without a seat; worked elsewhere"
        ) { $0.unseatedDays },
      ])
  }

  private static var siteUse: ResultTable<RunResult.SiteUse> {
    ResultTable(
      "site_use.csv", "How the week of the policy fills the sites: one row for each site.",
      [
        .text("site_id", "the site, as the site list names it") { $0.id },
        .decimal(
          "seats_per_day", "seats", "on an open weekday; empty where they are not limited",
          decimals: 1
        ) { $0.seatsPerDay },
        .personDays("days_per_week", per: "week", "worked here") { $0.daysPerWeek },
        .share(
          "occupancy", "of the seats of its open weekdays; empty where they are not limited"
        ) { $0.occupancy },
        .hours(
          "hours_per_year_of_one_more_seat", per: "year",
          "that one more seat on every open day would save"
        ) { $0.hoursPerYearOfOneMoreSeat },
      ])
  }
}
