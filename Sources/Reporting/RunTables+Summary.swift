import Findings
import Impact
import TabularText

extension RunTables {
  static var parameters: ResultTable<RunResult.Parameter> {
    ResultTable(
      "parameters.csv", "Every number that the results depend on: one row for each parameter.",
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
      "summary.csv", "The run in short: one row for each value.",
      [
        .text("key", "what the value is") { $0.key },
        .text("value", "a number or a text; empty where there is none") { $0.value },
        .text("unit", "the unit of the value") { $0.unit },
      ])
  }
}

extension RunTables {
  static var notes: ResultTable<Finding> {
    ResultTable(
      "notes.csv",
      "Fallbacks, models and doubts that stand behind the numbers: one row for each.",
      [
        .text("code", "a name for scripts") { $0.code },
        .text("severity", "info, warning or error") { $0.severity.rawValue },
        .text("file", "what the note is on") { $0.file },
        .integer("line", "number", "in the file; empty where it is on the whole file") { $0.line },
        .text("message", "the note") { $0.message },
        .text("remedy", "what can be done about it; empty where nothing need be") { $0.remedy },
        .integer("count", "places", "how many there are") { $0.count },
      ])
  }
}

/// One value of `summary.csv`.
struct SummaryRow {
  var key: String
  var value: String?
  var unit: String
}

extension RunTables {
  static func summaryRows(_ result: RunResult) -> [SummaryRow] {
    let (scenario, totals) = (result.scenario, result.totals)
    func text(_ key: String, _ value: String) -> SummaryRow {
      SummaryRow(key: key, value: value, unit: "")
    }
    func number(_ key: String, _ value: Double?, _ unit: String) -> SummaryRow {
      SummaryRow(key: key, value: value.map { CSVWriter.fixed($0, 1) }, unit: unit)
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
        value: result.feeds.filter(\.isModel).map(\.name).joined(separator: ";"), unit: ""),
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
