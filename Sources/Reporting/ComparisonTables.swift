public import Impact
import TabularText

/// The tables of a comparison of two runs, for spreadsheets and scripts.
public enum ComparisonTables {
  /// Name and text of each file; `columns.csv` says what every column means.
  public static func files(_ comparison: RunComparison) -> [(name: String, text: String)] {
    let files = [
      totals.file(comparison.totals), origins.file(comparison.origins),
      sites.file(comparison.sites),
    ]
    return (files + [TableFile.dictionary(files)]).map { ($0.name, $0.text) }
  }

  /// Three columns: both runs, and the second minus the first.
  private static func columns<Row>(
    _ name: String, _ unit: String, _ meaning: String, scale: Double = 1,
    _ figure: @escaping (Row) -> RunComparison.Figure
  ) -> [Column<Row>] {
    let parts: [(String, String, (RunComparison.Figure) -> Double?)] = [
      ("first", "in the first run", { $0.first }), ("second", "in the second run", { $0.second }),
      ("difference", "second minus first; empty unless both have one", { $0.difference }),
    ]
    return parts.map { part, which, get in
      .decimal("\(name)_\(part)", unit, "\(meaning), \(which)") { row in
        get(figure(row)).map { $0 * scale }
      }
    }
  }

  private static var totals: ResultTable<RunComparison.Figure> {
    ResultTable(
      "totals.csv", "The headlines of both runs: one row for each figure, with its unit.",
      [
        .text(
          "key",
          "what the value is, as in summary.csv of a run, or after `impact.` as in impact.csv"
        ) { $0.name },
        .text("unit", "the unit of the value") { $0.unit },
      ],
      columns("value", "see unit", "the value") { $0 } + [
        .decimal("difference_low", "see unit", "nine of ten draws have a difference from this one")
        { $0.low },
        .decimal(
          "difference_high", "see unit",
          "up to this one; both empty unless the runs have equally many draws of one seed"
        ) { $0.high },
      ])
  }

  private static var origins: ResultTable<RunComparison.Origin> {
    ResultTable(
      "origins.csv", "Both runs, home by home: one row for each home and office.",
      [
        .text("id", "the home") { $0.id }, .text("name", "its name") { $0.name },
        .text("office", "the office") { $0.office },
        .decimal("people_first", "people", "in the first run; empty where it has no such home") {
          $0.peopleFirst
        },
        .decimal("people_second", "people", "in the second run; empty where it has no such home") {
          $0.peopleSecond
        },
        .text("best_site_first", "the best site in the first run") { $0.bestSiteFirst },
        .text("best_site_second", "the best site in the second run") { $0.bestSiteSecond },
      ],
      columns("central_one_way_minutes", "minutes", "to the office", scale: 1.0 / 60) {
        $0.central
      },
      columns("best_one_way_minutes", "minutes", "to the best site", scale: 1.0 / 60) { $0.best },
      columns("saved_one_way_minutes", "minutes", "saved by the best site", scale: 1.0 / 60) {
        $0.saved
      })
  }

  private static var sites: ResultTable<RunComparison.SiteChange> {
    ResultTable(
      "sites.csv", "Both runs, site by site: one row for each site.",
      [.text("id", "the site") { $0.id }, .text("name", "its name") { $0.name }],
      columns("people_choosing", "people", "people whose best site it is and who gain") {
        $0.peopleChoosing
      },
      columns("hours_saved_per_day", "hours per day", "saved by them") { $0.hoursSavedPerDay })
  }
}
