import Impact
import ImpactModel
import TabularText

/// One row of `tornado.csv`: a parameter at both ends of its range, and one headline.
struct TornadoRow {
  var bar: Uncertainty.Bar
  var headline: Uncertainty.Interval
}

/// One row of `draws.csv`.
struct DrawRow {
  var draw: Int
  var headline: Uncertainty.Interval
  var value: Double
}

extension RunTables {
  static func uncertaintyTables(_ uncertainty: Uncertainty) -> [TableFile] {
    let rows = uncertainty.tornado.flatMap { bar in
      uncertainty.intervals.map { TornadoRow(bar: bar, headline: $0) }
    }
    let draws = uncertainty.intervals.flatMap { headline in
      headline.drawn.enumerated().map { DrawRow(draw: $0, headline: headline, value: $1) }
    }
    return [tornado.file(rows), drawn.file(draws), siteRanks.file(uncertainty.ranks)]
  }

  private static var drawn: ResultTable<DrawRow> {
    ResultTable(
      "draws.csv",
      "The figures in every draw of the uncertain parameters: one row for each draw and figure.",
      [
        .integer("draw", "number", "its number; of one seed the same parameters in every run") {
          $0.draw
        },
        .text("key", "the figure, as in impact.csv") { $0.headline.name },
        .text("unit", "the unit of the figure") { $0.headline.unit },
        .decimal("value", "see unit", "the figure in this draw") { $0.value },
      ])
  }

  private static var tornado: ResultTable<TornadoRow> {
    func number(
      _ name: String, _ meaning: String, unit: String = "see unit",
      _ value: @escaping (TornadoRow) -> Double?
    ) -> Column<TornadoRow> {
      .decimal(name, unit, meaning, value)
    }
    return ResultTable(
      "tornado.csv",
      "One parameter at either end of its range: one row for each parameter and figure.",
      [
        .text("parameter", "what is varied, all others as they are") { $0.bar.parameter },
        .text("parameter_unit", "the unit of low and high") { $0.bar.unit },
        number("low", "lower end of the parameter's range", unit: "see parameter_unit") {
          $0.bar.low
        },
        number("high", "upper end of the parameter's range", unit: "see parameter_unit") {
          $0.bar.high
        },
        .text("key", "the figure, as in impact.csv") { $0.headline.name },
        .text("unit", "the unit of the figure") { $0.headline.unit },
        number("value", "the figure with all parameters as they are") { $0.headline.value },
        number("value_at_low", "the figure with the parameter at its lower end") {
          $0.bar.atLow[$0.headline.name]
        },
        number("value_at_high", "the figure with the parameter at its upper end") {
          $0.bar.atHigh[$0.headline.name]
        },
        .text("source", "where the range comes from, or `assumption`") { $0.bar.source },
      ])
  }

  private static var siteRanks: ResultTable<Uncertainty.SiteRank> {
    ResultTable(
      "site_ranks.csv", "How sure the order of the sites is: one row for each site.",
      [
        .text("site_id", "the site, as the site list names it") { $0.id },
        .integer("rank", "rank", "by the hours it would save as the only site; 1 is best") {
          $0.rank
        },
        .hours("hours_alone_per_year", per: "year", "as the only site, with room for all") {
          $0.hoursAlonePerYear
        },
        .share("share_first", "of the draws in which it is first") { $0.shareFirst },
        .share("share_in_top_three", "of the draws in which it is among the first three") {
          $0.shareInTopThree
        },
        .integer("low_rank", "rank", "nine of ten draws have it from this rank") { $0.lowRank },
        .integer("high_rank", "rank", "nine of ten draws have it up to this rank") { $0.highRank },
      ])
  }
}
