import Impact

extension RunResult {
  /// The mode of the tables by home and site; results that name none know only public transport.
  var mainMode: String { modes?.first?.mode ?? "transit" }
}

extension ReportModel {
  /// The modes side by side, where there are several.
  var modes: Values {
    guard let modes = result.modes, modes.count > 1 else { return ["modes": [Values]()] }
    return [
      "modes": [
        [
          "text": text("modes_text", ["mode": mode(result.mainMode)]),
          "chart": Self.drawing(chart(modes)), "table": [table(modes).values],
        ] as Values
      ]
    ]
  }

  /// A mode as the language calls it; as the scenario writes it where it has no word.
  func mode(_ mode: String) -> String {
    let key = "mode_" + mode.map { $0 == "-" ? "_" : String($0) }.joined()
    return text.strings[key] ?? mode
  }

  private func chart(_ modes: [RunResult.ModeResult]) -> SVG? {
    BarChart.svg(
      modes.map { BarChart.Bar(label: mode($0.mode), value: $0.peopleFastestToOffice) },
      BarChart.Labels(
        title: text["modes_chart"], description: text["modes_note"], axis: text["modes_axis"],
        solid: "", hollow: "", numbers: numbers, hasRanks: false))
  }

  private func table(_ modes: [RunResult.ModeResult]) -> TableModel {
    TableModel(
      caption: text["modes_caption"],
      columns: [
        (text["mode"], .name), (text["reaching_office"], .number),
        (text["central_minutes"], .number), (text["best_minutes"], .number),
        (text["gain"], .number), (text["hours_day"], .number), (text["hours_year"], .number),
        (text["fastest_to_office"], .number), (text["straight_line_pairs"], .number),
      ],
      rows: modes.map { result in
        [
          mode(result.mode), numbers.people(result.peopleReachingOffice),
          numbers.minutes(fromSeconds: result.totals.centralSecondsOneWay),
          numbers.minutes(fromSeconds: result.totals.bestSecondsOneWay),
          numbers.people(result.peopleGaining), numbers.amount(result.totals.hoursSavedPerDay),
          numbers.amount(result.totals.hoursSavedPerYear),
          numbers.people(result.peopleFastestToOffice),
          text(
            "straight_line_of",
            [
              "count": numbers.text(Double(result.pairsOnStraightLine)),
              "all": numbers.text(Double(result.pairs)),
            ]),
        ]
      }, isCaptionHidden: true)
  }
}
