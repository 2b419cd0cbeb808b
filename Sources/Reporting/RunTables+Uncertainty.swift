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
      [
        Column("draw", "", "its number; of one seed the same parameters in every run") {
          .integer($0.draw)
        },
        .text("key", "the figure, as in impact.csv") { $0.headline.name },
        .text("unit", "the unit of the figure") { $0.headline.unit },
        Column("value", "", "the figure in this draw") { .decimal($0.value, 4) },
      ])
  }

  private static var tornado: ResultTable<TornadoRow> {
    func number(
      _ name: String, _ meaning: String, _ value: @escaping (TornadoRow) -> Double?
    ) -> Column<TornadoRow> {
      Column(name, "", meaning) { .decimal(value($0), 4) }
    }
    return ResultTable(
      "tornado.csv",
      [
        .text("parameter", "what is varied, all others as they are") { $0.bar.parameter },
        .text("parameter_unit", "the unit of low and high") { $0.bar.unit },
        number("low", "lower end of the parameter's range") { $0.bar.low },
        number("high", "upper end of the parameter's range") { $0.bar.high },
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
      "site_ranks.csv",
      [
        .text("site_id", "the site, as the site list names it") { $0.id },
        Column("rank", "", "by the hours it would save as the only site; 1 is best") {
          .integer($0.rank)
        },
        .hours("hours_alone_per_year", per: "year", "as the only site, with room for all") {
          $0.hoursAlonePerYear
        },
        .share("share_first", "of the draws in which it is first") { $0.shareFirst },
        .share("share_in_top_three", "of the draws in which it is among the first three") {
          $0.shareInTopThree
        },
        Column("low_rank", "", "nine of ten draws have it from this rank") {
          .integer($0.lowRank)
        },
        Column("high_rank", "", "nine of ten draws have it up to this rank") {
          .integer($0.highRank)
        },
      ])
  }
}
