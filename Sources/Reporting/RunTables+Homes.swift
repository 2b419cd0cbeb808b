import Geography
import Impact
import TabularText

/// A home and an office.
struct OriginRow {
  var origin: RunResult.OriginResult
  var usesStraightLine: Bool?
}

extension RunTables {
  static func originRows(_ result: RunResult) -> [OriginRow] {
    result.origins.enumerated().map { position, origin in
      OriginRow(
        origin: origin, usesStraightLine: result.usesStraightLine(origin: position))
    }
  }

  static var homes: ResultTable<RunResult.HomeResult> {
    ResultTable(
      "homes.csv", "One row for each home, all offices together.",
      geometry: .point { $0.coordinate },
      [
        .text("home_id", "the home, as the demand names it") { $0.id },
        .text("name", "name of the home's place") { $0.name },
        .text("municipality_nis", "NIS code; empty where unknown") { $0.municipality },
        .text("municipality", "name of the municipality") { $0.municipalityName },
        .latitude { $0.coordinate.latitude },
        .longitude { $0.coordinate.longitude },
        placeBasis { $0.placeBasis },
        .people("people", "people who live here") { $0.people },
        .people("people_gaining", "people whose best site is nearer in time") { $0.peopleGaining },
        .people("people_losing", "people whose best site is farther in time") { $0.peopleLosing },
        .people("people_not_compared", "people whose office or best site is unreachable") {
          $0.peopleNotCompared
        },
      ],
      Column.commute("central", "mean commute to the offices of those compared") { $0.central },
      [
        .text(
          "best_site_id", "site with the shortest commute; empty where none, or not one for all"
        ) { $0.bestSite }
      ], Column.commute("best", "commute to the best site of those compared") { $0.best },
      [
        .minutes(
          "saved_one_way_minutes",
          "central minus best, mean of those compared, negative is lost; empty where nobody is"
        ) { $0.savedSecondsOneWay },
        .hours("hours_saved_per_day", per: "day", "saved by those who gain, both ways") {
          $0.hoursSavedPerDay
        },
        .hours("hours_saved_per_year", per: "year", "the same with days, weeks and participation") {
          $0.hoursSavedPerYear
        },
        straightLine { $0.usesStraightLine },
      ])
  }

  static var origins: ResultTable<OriginRow> {
    ResultTable(
      "origins.csv", "One row for each home and office.",
      geometry: .point { $0.origin.coordinate },
      [
        .text("origin_id", "the home, as the demand names it") { $0.origin.id },
        .text("name", "name of the home's place") { $0.origin.name },
        .text("municipality_nis", "NIS code; empty where unknown") { $0.origin.municipality },
        .text("municipality", "name of the municipality") { $0.origin.municipalityName },
        .latitude { $0.origin.coordinate.latitude },
        .longitude { $0.origin.coordinate.longitude },
        .people("people", "people who live here and work in this office") { $0.origin.people },
        .text("office_id", "the central office") { $0.origin.office },
      ], Column.commute("central", "commute to the central office") { $0.origin.central },
      [
        .text("best_site_id", "site with the shortest commute; empty where none") {
          $0.origin.bestSite
        }
      ], Column.commute("best", "commute to the best site") { $0.origin.best },
      [
        .minutes(
          "saved_one_way_minutes",
          "central minus best, negative is lost; empty where either is unreachable"
        ) { $0.origin.savedSecondsOneWay },
        .text(
          "outcome",
          "gains, loses, unchanged, only_site_reachable, only_office_reachable or "
            + "nothing_reachable"
        ) { $0.origin.outcome.snakeCase },
        placeBasis { $0.origin.placeBasis },
        straightLine { $0.usesStraightLine },
      ])
  }

  static var offices: ResultTable<RunResult.OfficeUse> {
    ResultTable(
      "offices.csv", "One row for each central office.", geometry: .point { $0.coordinate },
      [
        .text("office_id", "the office, as the scenario names it") { $0.id },
        .text("name", "name of the office") { $0.name },
        .latitude { $0.coordinate.latitude },
        .longitude { $0.coordinate.longitude },
        .share("share_of_people", "of the people who work here") { $0.share },
      ])
  }

  static var borders: ResultTable<RunResult.Boundary> {
    ResultTable(
      "borders.csv", "Borders that the run draws, simplified to about 10 m.",
      geometry: .area { MultiPolygon($0.polygons) },
      [
        .text("border_id", "region: the Region in which the offices are") { $0.id },
        .decimal("area_km2", "km²", "of the area as it is drawn", decimals: 1) {
          MultiPolygon($0.polygons).squareMeters / 1e6
        },
      ])
  }

  private static func placeBasis<Row>(_ value: @escaping (Row) -> String?) -> Column<Row> {
    .text(
      "place_basis",
      "what the place is taken from: given, or postcode or municipality, whose one place stands for "
        + "all its homes; empty where the result does not say", value)
  }

  private static func straightLine<Row>(_ value: @escaping (Row) -> Bool?) -> Column<Row> {
    .yesOrNo(
      "uses_straight_line",
      "yes where a way to an office or to the best site is the straight line, for want of a street; "
        + "else no; empty where the result does not say", value)
  }
}
