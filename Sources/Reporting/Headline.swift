public import Impact

/// What a person wants to read first.
public enum Headline {
  public static func text(_ result: RunResult) -> String {
    let totals = result.totals
    func people(_ outcomes: RunResult.Outcome...) -> String {
      grouped(outcomes.reduce(0) { $0 + (totals.peopleByOutcome[$1.rawValue] ?? 0) })
    }
    func minutes(_ seconds: Double?) -> String {
      seconds.map { String(Int(($0 / 60).rounded())) + " min" } ?? "–"
    }
    var lines = [
      "\(result.scenario.name): \(result.scenario.date), \(grouped(totals.people)) people",
      "  gain by their best space      \(people(.gains))  (mean \(minutes(totals.savedSecondsOneWay)) one way; "
        + "\(grouped(totals.peopleSavingOver15Minutes)) more than 15, "
        + "\(grouped(totals.peopleSavingOver30Minutes)) more than 30)",
      "  would lose or see no change   \(people(.loses, .unchanged))",
      "  not compared                  \(people(.onlySiteReachable, .onlyOfficeReachable, .nothingReachable))"
        + "  (office or space out of reach)",
      "  one way to office and space   \(minutes(totals.centralSecondsOneWay)) and \(minutes(totals.bestSecondsOneWay))",
      "  hours saved a day             \(grouped(totals.hoursSavedPerDay)), if all who gain go there",
      "  hours saved a year            \(grouped(totals.hoursSavedPerYear)), by the scenario's policy",
    ]
    lines += impactLines(result) + modeLines(result)
    if result.feeds.contains(where: \.isModel) {
      lines.append("  The timetable is a model, not a published one: the figures show the method.")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The modes side by side, where there are several.
  private static func modeLines(_ result: RunResult) -> [String] {
    guard let modes = result.modes, modes.count > 1 else { return [] }
    func minutes(_ seconds: Double?) -> String {
      seconds.map { String(Int(($0 / 60).rounded())) } ?? "–"
    }
    let header = [
      "mode", "reach office", "office min", "space min", "gain", "hours/day", "hours/year",
      "fastest", "straight line",
    ]
    let rows = modes.map { mode in
      [
        mode.mode, grouped(mode.peopleReachingOffice), minutes(mode.totals.centralSecondsOneWay),
        minutes(mode.totals.bestSecondsOneWay), grouped(mode.peopleGaining),
        grouped(mode.totals.hoursSavedPerDay), grouped(mode.totals.hoursSavedPerYear),
        grouped(mode.peopleFastestToOffice), "\(mode.pairsOnStraightLine)/\(mode.pairs)",
      ]
    }
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].count }.max() ?? 0
    }
    let lines = ([header] + rows).map { row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + padding : padding + cell.0
      }
      return "    " + cells.joined(separator: "  ")
    }
    return ["  By mode; all figures above are by \(result.mainMode):"] + lines
  }

  /// Whole numbers with thousands apart.
  static func grouped(_ value: Double) -> String {
    var digits = String(Int(value.rounded().magnitude))
    let sign = value.rounded() < 0 ? "-" : ""
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return sign + ([digits] + groups).joined(separator: ",")
  }
}
