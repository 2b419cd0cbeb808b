public import Impact
import TabularText

/// The tables of a run, for spreadsheets and scripts.
public enum RunTables {
  /// Name and text of each file; `columns.csv` says what every column means.
  public static func files(_ result: RunResult) -> [(name: String, text: String)] {
    let files = tables(result)
    return files.map { ($0.name, $0.text) } + [("columns.csv", TableFile.dictionary(files))]
  }

  private static func tables(_ result: RunResult) -> [TableFile] {
    var files = [
      origins.file(result.origins), sites.file(result.sites),
      municipalities.file(result.municipalities), summary.file(summaryRows(result)),
      parameters.file(result.scenario.parameters),
    ]
    if let modes = result.modes {
      files += [self.modes.file(modes), modeOrigins.file(modeOriginRows(modes))]
    }
    if let impact = result.impact { files += impactTables(impact, result) }
    if let uncertainty = result.uncertainty { files += uncertaintyTables(uncertainty) }
    return files
  }

  static var parameters: ResultTable<RunResult.Parameter> {
    ResultTable(
      "parameters.csv",
      [
        .text("name", "the parameter, as the scenario file writes it") { $0.name },
        .text("value", "the value used") { $0.value },
        .text("unit", "the unit of the value") { $0.unit },
        .text("low", "the least that the value may be in draws; empty where it is not varied") {
          $0.low
        },
        .text("high", "the most that the value may be in draws; empty where it is not varied") {
          $0.high
        },
        .text("source", "where the value comes from, or `assumption`") { $0.source },
      ])
  }

  static var summary: ResultTable<SummaryRow> {
    ResultTable(
      "summary.csv",
      [
        .text("key", "what the value is") { $0.key },
        Column("value", "", "a number or a text; empty where there is none") { $0.value },
        .text("unit", "the unit of the value") { $0.unit },
      ])
  }
}

/// One value of `summary.csv`.
struct SummaryRow {
  var key: String
  var value: CSVWriter.Cell
  var unit: String
}

extension RunTables {
  static func summaryRows(_ result: RunResult) -> [SummaryRow] {
    let (scenario, totals) = (result.scenario, result.totals)
    func text(_ key: String, _ value: String) -> SummaryRow {
      SummaryRow(key: key, value: .text(value), unit: "")
    }
    func number(_ key: String, _ value: Double?, _ unit: String) -> SummaryRow {
      SummaryRow(key: key, value: .decimal(value, 1), unit: unit)
    }
    let texts = [
      text("antenne_version", result.version), text("scenario_name", scenario.name),
      text("scenario_file", scenario.file), text("date", scenario.date),
      text("arrival_window", scenario.arrivalWindow),
      text("departure_window", scenario.departureWindow), text("demand", scenario.demand),
      text("mode", result.mainMode),
    ]
    let outcomes = RunResult.Outcome.allCases.map {
      number("people_" + $0.snakeCase, totals.peopleByOutcome[$0.rawValue] ?? 0, "people")
    }
    return texts + [number("people", totals.people, "people")] + outcomes + [
      number("people_saving_over_15_minutes_one_way", totals.peopleSavingOver15Minutes, "people"),
      number("people_saving_over_30_minutes_one_way", totals.peopleSavingOver30Minutes, "people"),
      number("hours_saved_per_day", totals.hoursSavedPerDay, "hours per day"),
      number("hours_saved_per_year", totals.hoursSavedPerYear, "hours per year"),
      number("hours_lost_per_day", totals.hoursLostPerDay, "hours per day"),
      number("central_one_way_minutes", totals.centralSecondsOneWay.map { $0 / 60 }, "minutes"),
      number("best_one_way_minutes", totals.bestSecondsOneWay.map { $0 / 60 }, "minutes"),
      number(
        "saved_by_gainers_one_way_minutes", totals.savedSecondsOneWay.map { $0 / 60 }, "minutes"),
      SummaryRow(
        key: "model_feeds",
        value: .text(result.feeds.filter(\.isModel).map(\.name).joined(separator: ";")), unit: ""),
    ]
  }
}

extension RunResult.Outcome {
  /// The name in tables: `only_site_reachable`.
  var snakeCase: String {
    rawValue.reduce(into: "") { name, character in
      name += character.isUppercase ? "_" + character.lowercased() : String(character)
    }
  }
}
