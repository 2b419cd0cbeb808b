import ArgumentParser
import Findings
import GTFSStore
import Impact
import Reporting
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
    Console.note(run.notes + run.comparison.routingNotes())
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
