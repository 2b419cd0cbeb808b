import Geography
public import Impact
import TabularText

/// Candidates by what each would save alone, most first.
public struct SiteRanking: Sendable {
  public struct Row: Encodable, Sendable {
    public var rank: Int
    public var site: RunResult.SiteResult
  }

  public let rows: [Row]

  public init(_ sites: [RunResult.SiteResult]) {
    rows = sites.enumerated().map { Row(rank: $0 + 1, site: $1) }
  }

  public var csv: String {
    var writer = CSVWriter(header: [
      "rank", "site_id", "name", "operator", "zone", "municipality", "lon", "lat",
      "hours_saved_per_year", "hours_saved_per_day", "people_gaining", "people_within_15_min",
      "people_within_30_min", "people_within_45_min", "mean_morning_p50_minutes",
      "mean_evening_p50_minutes",
    ])
    for row in rows {
      let site = row.site
      writer.append([
        .integer(row.rank), .text(site.id), .text(site.name), .text(site.operatorName),
        .text(site.zone), .text(site.municipality), .decimal(site.coordinate.longitude, 5),
        .decimal(site.coordinate.latitude, 5), .decimal(site.hoursSavedPerYearAlone, 1),
        .decimal(site.hoursSavedPerDayAlone, 1), .decimal(site.peopleGainingAlone, 1),
        .decimal(site.peopleWithin15, 1), .decimal(site.peopleWithin30, 1),
        .decimal(site.peopleWithin45, 1), .decimal(site.commute.morning.p50.map { $0 / 60 }, 1),
        .decimal(site.commute.evening.p50.map { $0 / 60 }, 1),
      ])
    }
    return writer.text
  }
}
