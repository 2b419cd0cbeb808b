import Impact
import ImpactModel

extension ReportModel {
  private static let listedPlaces = 15

  /// Quarters, seats and the ranking of sites.
  func impactPlaces(_ impact: RunResult.Impact) -> Values {
    [
      "quarters": listed(impact.quarters, "does_quarters", quarterTable),
      "seats": listed(
        impact.sites.sorted { ($1.daysPerWeek, $0.id) < ($0.daysPerWeek, $1.id) }, "does_seats",
        seatTable), "ranks": listed(result.uncertainty?.ranks ?? [], "does_ranks", rankTable),
    ]
  }

  /// The first rows, and behind a summary all, where there are more; nothing of none.
  private func listed<Row>(
    _ rows: [Row], _ key: String, _ table: ([Row], _ caption: String) -> TableModel
  ) -> [Values] {
    guard !rows.isEmpty else { return [] }
    let top = table(Array(rows.prefix(Self.listedPlaces)), text["\(key)_caption"])
    let summary = text("\(key)_all", ["count": numbers.text(Double(rows.count))])
    let all = rows.count > Self.listedPlaces ? [table(rows, summary)] : []
    return [
      [
        "top": [top.values], "more": all.map { ["summary": summary, "all": [$0.values]] },
      ]
    ]
  }

  private func quarterTable(_ quarters: [QuarterDays], caption: String) -> TableModel {
    let spending = QuarterSpending(result)
    let weeks = result.parameter("policy.working_weeks_per_year")
    func year(_ week: Double?) -> String {
      guard let week, let weeks else { return NumberStyle.none }
      return numbers.amount(week * weeks)
    }
    return TableModel(
      caption: caption,
      columns: [
        (text["does_quarter"], .name), (text["does_base_office"], .number),
        (text["does_leaving"], .number), (text["does_arriving"], .number),
        (text["does_net_year"], .number),
        (text["does_spending_leaving"], .number), (text["does_spending_arriving"], .number),
      ],
      rows: quarters.map { quarter in
        [
          name(quarter.quarter), numbers.amount(quarter.baseOfficeDays),
          numbers.amount(quarter.officeDaysLeaving), numbers.amount(quarter.siteDays),
          year(quarter.leaving),
          year(spending?.leaving(quarter)), year(spending?.arriving(quarter)),
        ]
      })
  }

  private func seatTable(_ sites: [RunResult.SiteUse], caption: String) -> TableModel {
    TableModel(
      caption: caption,
      columns: [
        (text["site"], .name), (text["does_seats_day"], .number),
        (text["does_days_week"], .number), (text["does_occupancy"], .number),
        (text["does_seat_value"], .number),
      ],
      rows: sites.map { site in
        [
          siteName(site.id),
          site.seatsPerDay.map(numbers.amount) ?? text["does_unlimited"],
          numbers.amount(site.daysPerWeek), numbers.percent(site.occupancy),
          numbers.amount(site.hoursPerYearOfOneMoreSeat),
        ]
      })
  }

  private func rankTable(_ ranks: [Uncertainty.SiteRank], caption: String) -> TableModel {
    TableModel(
      caption: caption,
      columns: [
        (text["rank"], .number), (text["site"], .name), (text["hours_year_alone"], .number),
        (text["does_first"], .number), (text["does_top_three"], .number),
        (text["does_rank_range"], .number),
      ],
      rows: ranks.map { rank in
        [
          numbers.text(Double(rank.rank)), siteName(rank.id),
          numbers.amount(rank.hoursAlonePerYear), numbers.percent(rank.shareFirst),
          numbers.percent(rank.shareInTopThree),
          numbers.text(Double(rank.lowRank)) + " – " + numbers.text(Double(rank.highRank)),
        ]
      }, headColumn: 1)
  }

  private func siteName(_ id: String) -> String {
    result.sites.first { $0.id == id }?.name ?? id
  }
}
