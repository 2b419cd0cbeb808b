import Geography
import Impact
import TabularText

extension RunTables {
  static var origins: ResultTable<RunResult.OriginResult> {
    ResultTable(
      "origins.csv",
      [
        .text("origin_id", "the home, as the demand names it") { $0.id },
        .text("name", "name of the home's place") { $0.name },
        .text("municipality_nis", "NIS code; empty where unknown") { $0.municipality },
        .text("municipality", "name of the municipality") { $0.municipalityName },
        .latitude { $0.coordinate.latitude },
        .longitude { $0.coordinate.longitude },
        .people("people", "people who live here and work in this office") { $0.people },
        .text("office_id", "the central office") { $0.office },
      ], Column.commute("central", "commute to the central office") { $0.central },
      [.text("best_site_id", "site with the shortest commute; empty where none") { $0.bestSite }],
      Column.commute("best", "commute to the best site") { $0.best },
      [
        .minutes(
          "saved_one_way_minutes",
          "central minus best, negative is lost; empty where either is unreachable"
        ) { $0.savedSecondsOneWay },
        .text(
          "outcome",
          "gains, loses, unchanged, only_site_reachable, only_office_reachable or "
            + "nothing_reachable"
        ) { $0.outcome.snakeCase },
      ])
  }

  static var sites: ResultTable<RunResult.SiteResult> {
    ResultTable(
      "sites.csv",
      [
        .text("site_id", "the site, as the site list names it") { $0.id },
        .text("name", "name of the site") { $0.name },
        .text("operator", "who runs the site") { $0.operatorName },
        .text("status", "existing, in preparation or candidate") { $0.status },
        .text("zone", "zone, as the site list names it") { $0.zone },
        .text("municipality", "municipality, as the site list names it") { $0.municipality },
        .latitude { $0.coordinate.latitude },
        .longitude { $0.coordinate.longitude },
        Column("coordinate_precision_meters", "meters", "how exact the place is; empty if unknown")
        {
          .decimal($0.coordinatePrecisionMeters, 0)
        },
        .people("people_choosing", "people who gain and for whom this is the best of all sites") {
          $0.peopleChoosing
        },
        .hours("hours_saved_per_day", per: "day", "saved by them, both ways, if all work here") {
          $0.hoursSavedPerDay
        },
        .hours("hours_saved_per_year", per: "year", "the same with days, weeks and participation") {
          $0.hoursSavedPerYear
        },
        .people("people_gaining_alone", "people who would gain if this were the only site") {
          $0.peopleGainingAlone
        },
        .hours("hours_saved_per_day_alone", per: "day", "saved if this were the only site") {
          $0.hoursSavedPerDayAlone
        },
        .hours("hours_saved_per_year_alone", per: "year", "saved if this were the only site") {
          $0.hoursSavedPerYearAlone
        },
        .people("people_within_15_minutes", "people at most 15 minutes away, one way") {
          $0.peopleWithin15
        },
        .people("people_within_30_minutes", "people at most 30 minutes away, one way") {
          $0.peopleWithin30
        },
        .people("people_within_45_minutes", "people at most 45 minutes away, one way") {
          $0.peopleWithin45
        },
      ], Column.commute("site", "mean commute of those who can reach the site") { $0.commute })
  }

  static var municipalities: ResultTable<RunResult.MunicipalityResult> {
    ResultTable(
      "municipalities.csv",
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
