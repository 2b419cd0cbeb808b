import Impact

extension ReportModel {
  static let listedSites = 15
  static let listedMunicipalities = 30

  var placeTables: Values {
    [
      "outcomes": [outcomes.values], "sites": Self.section(sites),
      "municipalities": Self.section(municipalities),
    ]
  }

  private var outcomes: TableModel {
    let total = result.totals.people
    var rows = RunResult.Outcome.allCases.map { outcome in
      let count = people(outcome)
      return [
        text["outcome_\(outcome.rawValue)"], numbers.people(count),
        numbers.percent(count, of: total),
      ]
    }
    rows.append([text["total"], numbers.people(total), numbers.percent(total, of: total)])
    return TableModel(
      caption: text["outcomes_caption"],
      columns: [
        (text["outcome"], .text), (text["people"], .number), (text["share"], .number),
      ], rows: rows)
  }

  private var sites: Values? {
    guard !result.sites.isEmpty else { return nil }
    let ranked = Array(zip(1..., result.sites))
    let top = Array(ranked.prefix(Self.listedSites))
    let all = text("sites_all", ["count": numbers.text(Double(ranked.count))])
    return [
      "chart": Self.drawing(siteChart),
      "top": [
        siteTable(
          top, caption: text("sites_caption", ["count": numbers.text(Double(top.count))]),
          isFull: false
        ).values
      ],
      "summary": all, "all": [siteTable(ranked, caption: all, isFull: true).values],
    ]
  }

  private typealias SiteColumn = (
    title: String, style: TableModel.Style, isTop: Bool,
    cell: (Int, RunResult.SiteResult) -> String
  )

  private func siteTable(
    _ sites: [(Int, RunResult.SiteResult)], caption: String, isFull: Bool
  ) -> TableModel {
    // Numbers before names, for a phone shows the first columns.
    let columns: [SiteColumn] = [
      ("rank", .number, true, { rank, _ in numbers.text(Double(rank)) }),
      ("site", .name, true, { $1.name }),
      ("choosing", .number, true, { numbers.people($1.peopleChoosing) }),
      ("hours_day", .number, true, { numbers.amount($1.hoursSavedPerDay) }),
      ("hours_year", .number, true, { numbers.amount($1.hoursSavedPerYear) }),
      ("gaining_alone", .number, false, { numbers.people($1.peopleGainingAlone) }),
      ("hours_year_alone", .number, true, { numbers.amount($1.hoursSavedPerYearAlone) }),
      ("within_15", .number, false, { numbers.people($1.peopleWithin15) }),
      ("within_30", .number, true, { numbers.people($1.peopleWithin30) }),
      ("within_45", .number, false, { numbers.people($1.peopleWithin45) }),
      ("site_commute", .number, false, { numbers.minutes(fromSeconds: $1.commute.oneWay) }),
      ("status", .text, true, { status($1.status) }),
      ("operator", .text, true, { $1.operatorName }),
      ("municipality", .text, true, { $1.municipality }),
      ("zone", .text, false, { name($1.zone) }),
      ("precision", .number, false, { numbers.text($1.coordinatePrecisionMeters) }),
    ]
    let shown = columns.filter { isFull || $0.isTop }
    return TableModel(
      caption: caption, columns: shown.map { (text[$0.title], $0.style) },
      rows: sites.map { rank, site in shown.map { $0.cell(rank, site) } }, headColumn: 1,
      isCaptionHidden: isFull)
  }

  private var municipalities: Values? {
    let all = result.municipalities
    guard !all.isEmpty else { return nil }
    let top = Array(all.prefix(Self.listedMunicipalities))
    let names = Dictionary(
      result.sites.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let topTable = municipalityTable(
      top, names,
      caption: text("municipalities_caption", ["count": numbers.text(Double(top.count))]))
    var more = [Values]()
    if all.count > top.count {
      let summary = text("municipalities_all", ["count": numbers.text(Double(all.count))])
      more = [
        ["summary": summary, "all": [municipalityTable(all, names, caption: summary).values]]
      ]
    }
    return ["top": [topTable.values], "more": more]
  }

  private func municipalityTable(
    _ municipalities: [RunResult.MunicipalityResult], _ siteNames: [String: String], caption: String
  ) -> TableModel {
    TableModel(
      caption: caption,
      columns: [
        (text["municipality"], .name), (text["people"], .number), (text["gain"], .number),
        (text["lose"], .number), (text["not_compared"], .number),
        (text["central_minutes"], .number), (text["best_minutes"], .number),
        (text["saved_minutes"], .number), (text["hours_day"], .number),
        (text["hours_year"], .number), (text["top_site"], .name),
      ],
      rows: municipalities.map { place in
        [
          place.name, numbers.people(place.people), numbers.people(place.peopleGaining),
          numbers.people(place.peopleLosing), numbers.people(place.peopleNotCompared),
          numbers.minutes(fromSeconds: place.central.oneWay),
          numbers.minutes(fromSeconds: place.best.oneWay),
          numbers.minutes(fromSeconds: place.savedSecondsOneWay),
          numbers.amount(place.hoursSavedPerDay), numbers.amount(place.hoursSavedPerYear),
          place.topSite.map { siteNames[$0] ?? $0 } ?? NumberStyle.none,
        ]
      })
  }
}
