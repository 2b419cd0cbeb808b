import Geography
public import Impact
public import ImpactModel
import TabularText

/// Candidates by what each would save alone, most hours first; of equal ones by id.
public struct SiteRanking: Sendable {
  public struct Row: Encodable, Sendable {
    public var rank: Int
    public var site: BatchRow.Candidate
    public var result: CandidateResult
    /// Among the first ones, over draws; `nil` where it was not asked for.
    public var stability: RankStability?
  }

  public private(set) var rows: [Row]

  public init(_ rows: [BatchRow]) {
    self.rows = rows.sorted {
      ($1.result.hoursSavedPerYear, $0.site.id) < ($0.result.hoursSavedPerYear, $1.site.id)
    }.enumerated().map { Row(rank: $0 + 1, site: $1.site, result: $1.result) }
  }

  /// The same with how sure the ranks of the first ones are.
  public func with(_ stability: [RankStability]) -> SiteRanking {
    var ranking = self
    for (row, found) in stability.enumerated() { ranking.rows[row].stability = found }
    return ranking
  }

  static let header = [
    "rank", "site_id", "name", "operator", "zone", "municipality", "lon", "lat",
    "hours_saved_per_year", "hours_saved_per_day", "people_gaining", "people_within_15_min",
    "people_within_30_min", "people_within_45_min", "car_km_saved_per_year",
    "co2_saved_tonnes_per_year", "office_days_leaving_per_year", "spending_leaving_eur_per_year",
    "site_days_per_year", "unseated_days_per_year", "mean_morning_p50_minutes",
    "mean_evening_p50_minutes", "straight_line_share",
    "low_rank", "high_rank", "share_in_top_three", "share_in_top_ten",
  ]

  public var csv: String {
    var writer = CSVWriter(header: Self.header)
    for row in rows { writer.append(row.cells) }
    return writer.text
  }
}

extension SiteRanking.Row {
  var cells: [CSVWriter.Cell] {
    [
      .integer(rank), .text(site.id), .text(site.name), .text(site.operatorName),
      .text(site.zone), .text(site.municipality), .decimal(site.coordinate.longitude, 5),
      .decimal(site.coordinate.latitude, 5), .decimal(result.hoursSavedPerYear, 1),
      .decimal(result.hoursSavedPerDay, 1), .decimal(result.peopleGaining, 1),
      .decimal(result.peopleWithin[0], 1), .decimal(result.peopleWithin[1], 1),
      .decimal(result.peopleWithin[2], 1), .decimal(result.carKilometersSavedPerYear, 0),
      .decimal(result.tonnesSavedPerYear, 2), .decimal(result.officeDaysLeavingPerYear, 1),
      .decimal(result.spendingLeavingEuroPerYear, 0), .decimal(result.siteDaysPerYear, 1),
      .decimal(result.unseatedDaysPerYear, 1), .decimal(result.morningSeconds.map { $0 / 60 }, 1),
      .decimal(result.eveningSeconds.map { $0 / 60 }, 1), .decimal(result.straightLineShare, 3),
      .integer(stability?.lowRank), .integer(stability?.highRank),
      .decimal(stability?.share(inTop: 3), 3), .decimal(stability?.share(inTop: 10), 3),
    ]
  }
}
