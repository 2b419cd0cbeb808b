import Geography
import Impact
import TabularText

/// A site with its use in the week of the policy, where one was counted.
struct SiteRow {
  var site: RunResult.SiteResult
  var use: RunResult.SiteUse?
}

extension RunTables {
  static func siteRows(_ result: RunResult) -> [SiteRow] {
    let uses = Dictionary(
      (result.impact?.sites ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return result.sites.map { SiteRow(site: $0, use: uses[$0.id]) }
  }

  static var sites: ResultTable<SiteRow> {
    ResultTable(
      "sites.csv", "One row for each site.", geometry: .point { $0.site.coordinate },
      [
        .text("site_id", "the site, as the site list names it") { $0.site.id },
        .text("name", "name of the site") { $0.site.name },
        .text("operator", "who runs the site") { $0.site.operatorName },
        .text("status", "existing, in preparation or candidate") { $0.site.status },
        .text("zone", "zone, as the site list names it") { $0.site.zone },
        .text("municipality", "municipality, as the site list names it") { $0.site.municipality },
        .latitude { $0.site.coordinate.latitude },
        .longitude { $0.site.coordinate.longitude },
        .decimal(
          "coordinate_precision_meters", "meters", "how exact the place is; empty if unknown",
          decimals: 0
        ) { $0.site.coordinatePrecisionMeters },
        .people("people_choosing", "people who gain and for whom this is the best of all sites") {
          $0.site.peopleChoosing
        },
        .hours("hours_saved_per_day", per: "day", "saved by them, both ways, if all work here") {
          $0.site.hoursSavedPerDay
        },
        .hours("hours_saved_per_year", per: "year", "the same with days, weeks and participation") {
          $0.site.hoursSavedPerYear
        },
        .people("people_gaining_alone", "people who would gain if this were the only site") {
          $0.site.peopleGainingAlone
        },
        .hours("hours_saved_per_day_alone", per: "day", "saved if this were the only site") {
          $0.site.hoursSavedPerDayAlone
        },
        .hours("hours_saved_per_year_alone", per: "year", "saved if this were the only site") {
          $0.site.hoursSavedPerYearAlone
        },
        .people("people_within_15_minutes", "people at most 15 minutes away, one way") {
          $0.site.peopleWithin15
        },
        .people("people_within_30_minutes", "people at most 30 minutes away, one way") {
          $0.site.peopleWithin30
        },
        .people("people_within_45_minutes", "people at most 45 minutes away, one way") {
          $0.site.peopleWithin45
        },
      ], Column.commute("site", "mean commute of those who can reach the site") { $0.site.commute },
      [
        .decimal(
          "seats_per_day", "seats",
          "on an open weekday; empty where they are not limited or no week was counted", decimals: 1
        ) { $0.use?.seatsPerDay },
        .personDays(
          "days_per_week", per: "week", "worked here, by the policy; empty without a week"
        ) { $0.use?.daysPerWeek },
        .share("occupancy", "of the seats of its open weekdays; empty where they are not limited") {
          $0.use?.occupancy
        },
      ])
  }

  /// A layer where the run knows areas.
  static func municipalities(_ result: RunResult) -> ResultTable<RunResult.MunicipalityResult> {
    let areas = Dictionary(
      result.boundaries.map { ($0.id, MultiPolygon($0.polygons)) },
      uniquingKeysWith: { first, _ in first })
    let isDrawn = result.municipalities.contains { areas[$0.nis] != nil }
    return ResultTable(
      "municipalities.csv", "One row for each municipality in which people live.",
      geometry: isDrawn ? .area { areas[$0.nis] } : nil,
      [
        .text("municipality_nis", "NIS code; empty where unknown") { $0.nis },
        .text("name", "name of the municipality") { $0.name },
        .people("people", "commuters who live here") { $0.people },
        .people("people_gaining", "people whose best site is nearer in time") { $0.peopleGaining },
        .people("people_losing", "people whose best site is farther in time") { $0.peopleLosing },
        .people("people_not_compared", "people whose office or best site is unreachable") {
          $0.peopleNotCompared
        },
      ],
      Column.commute("central", "mean commute to the central office of those compared") {
        $0.central
      }, Column.commute("best", "mean commute to the best site of those compared") { $0.best },
      [
        .minutes("saved_by_gainers_one_way_minutes", "mean of those who gain; empty where none") {
          $0.savedSecondsOneWay
        },
        .hours("hours_saved_per_day", per: "day", "saved by those who gain, both ways") {
          $0.hoursSavedPerDay
        },
        .hours("hours_saved_per_year", per: "year", "the same with days, weeks and participation") {
          $0.hoursSavedPerYear
        },
        .text("top_site_id", "site that most of those who gain choose") { $0.topSite },
      ])
  }
}
