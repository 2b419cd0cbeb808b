import Impact
import TabularText
import Testing

@testable import Reporting

@Suite struct RunTablesTests {
  private func files(_ result: RunResult) -> [String: [[String]]] {
    Dictionary(
      uniqueKeysWithValues: RunTables.files(result).map { name, text in
        (name, text.split(separator: "\n").map { cells(String($0)) })
      })
  }

  /// Cells of a line; the samples have no line breaks inside cells.
  private func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  private func column(_ name: String, of table: [[String]]?) throws -> [String] {
    let table = try #require(table)
    let index = try #require(table.first?.firstIndex(of: name))
    return table.dropFirst().map { $0[index] }
  }

  @Test func writesTheFilesOfARun() throws {
    let files = try files(SampleResult.make())
    #expect(
      Set(files.keys) == [
        "origins.csv", "sites.csv", "municipalities.csv", "summary.csv", "parameters.csv",
        "columns.csv", "homes.csv", "offices.csv", "notes.csv", "borders.csv",
      ])
    for (name, rows) in files {
      #expect(rows.allSatisfy { $0.count == rows.first?.count }, "\(name)")
      #expect(
        rows.first?.allSatisfy { $0.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" } }
          == true, "\(name)")
    }
  }

  @Test func writesMinutesWithOneDecimalAndPeopleWithFourSoThatSharesAddUp() throws {
    let origins = try files(SampleResult.make())["origins.csv"]
    #expect(try column("central_morning_p50_minutes", of: origins) == ["60.0", "60.0", ""])
    #expect(try column("saved_one_way_minutes", of: origins) == ["27.5", "-10.0", ""])
    #expect(try column("people", of: origins) == ["1200.5000", "300.0000", "10.0000"])
    #expect(try column("outcome", of: origins) == ["gains", "loses", "nothing_reachable"])
  }

  @Test func leavesUnreachableCellsEmpty() throws {
    let files = try files(SampleResult.make())
    let origins = try #require(files["origins.csv"])
    for name in try #require(origins.first) where name.hasPrefix("best_") {
      #expect(try column(name, of: origins).last == "", "\(name)")
    }
    #expect(try column("site_one_way_minutes", of: files["sites.csv"]) == ["", ""])
    #expect(
      try column("saved_by_gainers_one_way_minutes", of: files["municipalities.csv"])
        == ["", "", ""])
  }

  @Test func disarmsFormulas() throws {
    let hostile = "=HYPERLINK(\"x\")"
    var result = try SampleResult.make(name: "@SUM(1)", siteName: hostile)
    result.municipalities[0].name = "+1+cmd|' /C calc'!A0"
    result.origins[0].name = "-2+3"
    result.scenario.parameters[0].source = "\t=1"
    for (name, rows) in files(result) {
      for cell in rows.joined() where "=+@\t".contains(cell.first ?? " ") {
        Issue.record("\(name): \(cell)")
      }
    }
    #expect(try column("name", of: files(result)["sites.csv"]).first?.hasPrefix("'=") == true)
    #expect(try column("name", of: files(result)["origins.csv"]).first == "'-2+3")
  }

  @Test func explainsEveryColumn() throws {
    let files = try files(SampleResult.make())
    let entries = try #require(files["columns.csv"]).dropFirst()
    for (name, rows) in files {
      #expect(entries.filter { $0[0] == name }.map { $0[1] } == rows.first, "\(name)")
    }
    #expect(entries.allSatisfy { !$0[3].isEmpty })
    #expect(
      entries.allSatisfy { !$0[1].hasSuffix("_minutes") || $0[2] == "minutes" || $0[2] == "people" }
    )
  }

  @Test func summarisesWithUnits() throws {
    let rows = try #require(try files(SampleResult.make())["summary.csv"])
    #expect(rows.contains(["hours_saved_per_year", "48417.6", "hours per year"]))
    #expect(rows.contains(["people_only_office_reachable", "0.0", "people"]))
    #expect(rows.contains(["model_feeds", "feed-1", ""]))
  }

  @Test func rendersEmptyRuns() throws {
    #expect(try files(SampleResult.empty())["origins.csv"]?.count == 1)
  }
}
