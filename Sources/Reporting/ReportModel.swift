import Findings
import Impact

/// What the template shows, all of it text in the language of the report.
struct ReportModel {
  typealias Values = [String: Any]

  let result: RunResult
  let text: ReportText
  let numbers: NumberStyle
  let book: Phrasebook

  var values: Values {
    var values: Values = ["t": text.strings]
    for part in [heading, headline, impact, notes, charts, modes, placeTables, appendix] {
      values.merge(part) { $1 }
    }
    return values
  }

  /// A part of the page that is there once or not at all.
  static func section(_ values: Values?) -> [Values] { values.map { [$0] } ?? [] }

  /// A drawing and the table that says the same.
  static func drawing(_ svg: SVG?, _ numbers: TableModel? = nil) -> [Values] {
    section(svg.map { ["svg": $0.markup, "numbers": section(numbers?.values)] })
  }

  private var heading: Values {
    let scenario = result.scenario
    let meta = [
      ("meta_date", text.date(scenario.date, hasWeekday: true)),
      ("meta_arrival", window(scenario.arrivalWindow)),
      ("meta_departure", window(scenario.departureWindow)), ("meta_mode", mode(result.mainMode)),
      ("meta_demand", name(scenario.demand)), ("meta_scenario", scenario.file),
    ]
    let title = scenario.name.isEmpty ? scenario.file : scenario.name
    let models = result.feeds.filter(\.isModel).map(\.name)
    return [
      "name": name(title),
      "description": scenario.description.isEmpty ? [] : [["text": name(scenario.description)]],
      "meta": meta.filter { !$0.1.isEmpty }.map { ["label": text[$0.0], "text": $0.1] },
      "modelFeeds": models.isEmpty
        ? [] : [["text": text("model_feeds", ["feeds": models.joined(separator: ", ")])]],
      "command": "antenne run \(Self.shellWord(scenario.file)) --out DIR",
      "madeBy": text("made_by", ["version": result.version]),
    ]
  }

  /// Something that the data or the program name, in the language of the report where the book has it.
  func name(_ name: String) -> String { book.find(name) ?? name }

  private func window(_ window: String) -> String {
    window.split(separator: "-").joined(separator: " – ")
  }

  /// Quoted where a shell would read more than a name.
  private static func shellWord(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "._-/".contains($0) }
    guard !isPlain || word.isEmpty || word.hasPrefix("-") else { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  func people(_ outcomes: RunResult.Outcome...) -> Double {
    outcomes.reduce(0) { $0 + (result.totals.peopleByOutcome[$1.rawValue] ?? 0) }
  }

  var notCompared: Double { people(.onlySiteReachable, .onlyOfficeReachable, .nothingReachable) }

  private var headline: Values {
    let totals = result.totals
    let gain = people(.gains)
    let everybody = numbers.people(totals.people)
    let headline =
      if result.sites.isEmpty {
        text("headline_no_sites", ["people": everybody])
      } else if gain <= 0 {
        text("headline_none", ["people": everybody])
      } else {
        text(
          "headline",
          [
            "gain": numbers.people(gain), "people": everybody,
            "day": numbers.amount(totals.hoursSavedPerDay),
            "year": numbers.amount(totals.hoursSavedPerYear),
          ])
      }
    let subline = text(
      "subline",
      [
        "lose": numbers.people(people(.loses)), "unchanged": numbers.people(people(.unchanged)),
        "not_compared": numbers.people(notCompared),
      ])
    return [
      "weekHeadline": impactHeadline, "headline": headline,
      "headlineStyle": result.impact == nil ? "headline" : "lead", "subline": subline,
      "tiles": tiles(gain),
      "limits": text[result.impact == nil ? "limits_without_week" : "limits"],
    ]
  }

  private func tiles(_ gain: Double) -> [Values] {
    let totals = result.totals
    func minutes(_ seconds: Double?) -> String { numbers.minutes(fromSeconds: seconds) }
    let tiles = [
      (
        numbers.people(gain),
        text("tile_gain", ["share": numbers.percent(gain, of: totals.people)])
      ),
      (numbers.amount(totals.hoursSavedPerDay), text["tile_day"]),
      (numbers.amount(totals.hoursSavedPerYear), text["tile_year"]),
      (minutes(totals.savedSecondsOneWay), text["tile_saved"]),
      (
        minutes(totals.centralSecondsOneWay) + " → " + minutes(totals.bestSecondsOneWay),
        text["tile_means"]
      ),
      (
        numbers.people(totals.peopleSavingOver15Minutes) + " / "
          + numbers.people(totals.peopleSavingOver30Minutes), text["tile_over"]
      ),
      (
        numbers.people(people(.loses)),
        text("tile_lose", ["hours": numbers.amount(totals.hoursLostPerDay)])
      ),
      (
        numbers.people(notCompared),
        text("tile_not_compared", ["share": numbers.percent(notCompared, of: totals.people)])
      ),
    ]
    return tiles.map { ["value": $0.0, "label": $0.1] }
  }
}

extension ReportModel {
  /// How many notes stand beside the headline.
  private static let topNoteCount = 5

  private var notes: Values {
    // Heaviest first, and what walking stands on before all of the same weight.
    let sorted = result.notes.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if first.severity != second.severity { return first.severity > second.severity }
      let basis = (first.code == "walking_basis", second.code == "walking_basis")
      return basis.0 != basis.1 ? basis.0 : a.offset < b.offset
    }.map(\.element)
    let top = sorted.prefix(Self.topNoteCount)
    return [
      "topNotes": top.map { ["severity": severity($0)].merging(message($0)) { $1 } },
      "hasMoreNotes": sorted.count > top.count,
      "hasNotes": !sorted.isEmpty,
      "notes": sorted.map { note in
        ["severity": severity(note), "code": note.code, "more": circumstances(note)]
          .merging(message(note)) { $1 }
      },
    ]
  }

  private func severity(_ note: Finding) -> String { text["severity_\(note.severity.rawValue)"] }

  /// In the language of the report, or else in English and marked so.
  private func message(_ note: Finding) -> [String: String] {
    let found = book.find(note.message)
    return ["text": found ?? note.message, "lang": found == nil ? "en" : text["language_tag"]]
  }

  /// The field, how often, what to do, and the file; folders are those of the machine that made the run.
  private func circumstances(_ note: Finding) -> String {
    var place = note.file.split(separator: "/").last.map(String.init) ?? ""
    if let line = note.line { place += ":\(line)" }
    var sentence = ""
    if let field = note.field {
      sentence += " [\(field)" + (note.value.map { " = \($0)" } ?? "") + "]"
    }
    if note.count > 1 {
      sentence += " (" + text("note_places", ["count": numbers.text(Double(note.count))]) + ")"
    }
    if let remedy = note.remedy { sentence += text["note_remedy"] + name(remedy) }
    return place.isEmpty ? sentence : sentence + " – " + place
  }
}
