import Impact
import TabularText

/// One row of `mode-origins.csv`.
struct ModeOriginRow {
  var mode: String
  var origin: RunResult.ModeOrigin
}

extension RunTables {
  static var modes: ResultTable<RunResult.ModeResult> {
    ResultTable(
      "modes.csv", "The same comparison mode by mode: one row for each mode.",
      [
        .text("mode", "how everyone is taken to travel; the first row is the mode of the tables") {
          $0.mode
        },
        .people("people_reaching_office", "people who can reach their office") {
          $0.peopleReachingOffice
        },
        .people("people_fastest_to_office", "people for whom no other mode is faster") {
          $0.peopleFastestToOffice
        },
        .people("people_gaining", "people whose best site is nearer in time by this mode") {
          $0.peopleGaining
        },
        .minutes("central_one_way_minutes", "mean to the office of those compared") {
          $0.totals.centralSecondsOneWay
        },
        .minutes("best_one_way_minutes", "mean to the best site of those compared") {
          $0.totals.bestSecondsOneWay
        },
        .minutes("saved_by_gainers_one_way_minutes", "mean of those who gain; empty where none") {
          $0.totals.savedSecondsOneWay
        },
        .hours("hours_saved_per_day", per: "day", "saved by those who gain, both ways") {
          $0.totals.hoursSavedPerDay
        },
        .hours("hours_saved_per_year", per: "year", "the same with days, weeks and participation") {
          $0.totals.hoursSavedPerYear
        },
        .integer("pairs", "pairs", "pairs of home and workplace that can be travelled") {
          $0.pairs
        },
        .integer(
          "pairs_on_straight_line", "pairs",
          "those that use the straight line, for want of a street"
        ) { $0.pairsOnStraightLine },
      ])
  }

  static var modeOrigins: ResultTable<ModeOriginRow> {
    ResultTable(
      "mode-origins.csv", "The modes side by side: one row for each home, office and mode.",
      [
        .text("origin_id", "the home, as the demand names it") { $0.origin.id },
        .text("office_id", "the central office") { $0.origin.office },
        .text("mode", "how everyone is taken to travel") { $0.mode },
        .minutes(
          "central_one_way_minutes",
          "to the office, mean of the medians of both directions; empty where unreachable"
        ) { $0.origin.centralSecondsOneWay },
        .text("central_station", "where the car or bicycle is left on the way to the office") {
          $0.origin.centralStation
        },
        .text("best_site_id", "site with the shortest commute by this mode; empty where none") {
          $0.origin.bestSite
        },
        .minutes(
          "best_one_way_minutes",
          "to the best site, mean of the medians of both directions; empty where unreachable"
        ) { $0.origin.bestSecondsOneWay },
        .text("best_station", "where the car or bicycle is left on the way to the best site") {
          $0.origin.bestStation
        },
        .text(
          "uses_straight_line",
          "yes where a way to the office or to the best site is the straight line, for want of a "
            + "street; else no"
        ) { $0.origin.usesStraightLine ? "yes" : "no" },
      ])
  }

  /// By home and office as in `origins.csv`, then mode as in the scenario.
  static func modeOriginRows(_ modes: [RunResult.ModeResult]) -> [ModeOriginRow] {
    let count = modes.map(\.origins.count).max() ?? 0
    return (0..<count).flatMap { position in
      modes.filter { position < $0.origins.count }.map {
        ModeOriginRow(mode: $0.mode, origin: $0.origins[position])
      }
    }
  }
}

extension RunResult.ModeResult {
  var peopleGaining: Double { people(.gains) }

  /// Whoever is compared, and those who reach the office but no site.
  var peopleReachingOffice: Double {
    people(.gains) + people(.loses) + people(.unchanged) + people(.onlyOfficeReachable)
  }

  private func people(_ outcome: RunResult.Outcome) -> Double {
    totals.peopleByOutcome[outcome.rawValue] ?? 0
  }
}
