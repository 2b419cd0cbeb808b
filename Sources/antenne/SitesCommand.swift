import ArgumentParser
import Findings
import GTFSStore
import Geography
import Impact
import TabularText

struct SitesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sites",
    abstract: "Rank candidate sites by the hours that each would save alone.",
    discussion: """
      Candidates are a CSV with the columns id (or site_id), lat, lon and, if known, name, operator,
      zone and municipality. They replace the sites of the scenario.

      Example:
        antenne sites scenario.yaml --candidates candidates.csv --out ranking.csv
      """)

  @Argument(help: ArgumentHelp("The scenario file.", valueName: "scenario.yaml"))
  var scenario: String

  @Option(help: ArgumentHelp("The candidates.", valueName: "c.csv"))
  var candidates: String

  @Option(help: ArgumentHelp("The file to write (default: stdout).", valueName: "r.csv"))
  var out: String?

  @Option(help: "Not in this version: the best network of K sites.")
  var select: Int?

  @OptionGroup var threads: ThreadOptions

  @Flag(help: "Print as JSON instead of CSV.")
  var json = false

  func validate() throws {
    guard select == nil else {
      throw ValidationError("--select is not in this version; sites are ranked each alone")
    }
  }

  func run() async throws {
    let run = try await ScenarioRun(
      scenario: scenario, candidates: candidates, threads: threads.threads)
    Console.note(run.loaded.notes + run.comparison.routingNotes())
    let ranking = SiteRanking(run.comparison.siteEffects())
    let text = json ? try JSONText.encode(ranking.rows) : ranking.csv
    if let out {
      try OutputFile.write(text, to: out)
      Console.note("\(out): \(ranking.rows.count) sites")
    } else {
      Console.write(text)
    }
  }
}

/// Candidates by what each would save alone, most first.
struct SiteRanking {
  struct Row: Encodable {
    var rank: Int
    var site: RunResult.SiteResult
  }

  let rows: [Row]

  init(_ sites: [RunResult.SiteResult]) {
    rows = sites.enumerated().map { Row(rank: $0 + 1, site: $1) }
  }

  var csv: String {
    var writer = CSVWriter(header: [
      "rank", "site_id", "name", "operator", "zone", "municipality", "lon", "lat",
      "hours_saved_per_year", "hours_saved_per_day", "people_gaining", "people_within_15_min",
      "people_within_30_min", "people_within_45_min", "mean_morning_p50_minutes",
      "mean_evening_p50_minutes",
    ])
    for row in rows {
      let site = row.site
      writer.append([
        .integer(row.rank), .text(site.id), .text(site.name), .text(site.operatorName),
        .text(site.zone), .text(site.municipality), .decimal(site.coordinate.longitude, 5),
        .decimal(site.coordinate.latitude, 5), .decimal(site.hoursSavedPerYearAlone, 1),
        .decimal(site.hoursSavedPerDayAlone, 1), .decimal(site.peopleGainingAlone, 1),
        .decimal(site.peopleWithin15, 1), .decimal(site.peopleWithin30, 1),
        .decimal(site.peopleWithin45, 1), .decimal(site.commute.morning.p50.map { $0 / 60 }, 1),
        .decimal(site.commute.evening.p50.map { $0 / 60 }, 1),
      ])
    }
    return writer.text
  }
}
