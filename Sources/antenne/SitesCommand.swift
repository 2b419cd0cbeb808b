import ArgumentParser
import Findings
import Foundation
import SiteBatch
import TabularText

struct SitesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sites",
    abstract: "Rank candidate sites by what each would do alone.",
    discussion: """
      Candidates are a CSV with the columns id (or site_id), lat, lon and, if known, name, operator, \
      zone, municipality, seats_per_day, floor_area_m2, opening_hours and price_eur_per_day. Each is \
      held against all commuters of the scenario as if it were the only space.

      Results are kept in a file of rows while they are computed; the same command goes on where it \
      was stopped. With --rows that file stays, for 'antenne merge'.

      Example:
        antenne sites scenario.yaml --candidates candidates.csv --out ranking.csv
      """)

  @Argument(help: ArgumentHelp("The scenario file.", valueName: "scenario.yaml"))
  var scenario: String

  @Option(help: ArgumentHelp("The candidates.", valueName: "c.csv"))
  var candidates: String

  @Option(help: ArgumentHelp("The ranking to write (default: stdout).", valueName: "r.csv"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Where results are kept as they are ready, and stay (default: beside --out until it is there).",
      valueName: "file"))
  var rows: String?

  @Flag(help: "Leave out rows of the candidates that cannot be used; they are named.")
  var skipBad = false

  @OptionGroup var threads: ThreadOptions

  @Flag(help: "Print as JSON instead of CSV.")
  var json = false

  func run() async throws {
    if let out { try OutputFile.check(out) }
    let run = try await CandidateRun(
      scenario: scenario, candidates: candidates, skipsBad: skipBad, threads: threads.threads)
    // A device keeps nothing.
    let kept = rows ?? out.flatMap { OutputFile.isStream($0) ? nil : $0 + ".rows" }
    let all = try await run.rows(keptIn: kept, threads: threads.threads)
    try RankingOutput.write(SiteRanking(all), to: out, json: json)
    if rows == nil, let kept { try? FileManager.default.removeItem(atPath: kept) }
  }
}

/// A ranking as a file or on stdout.
enum RankingOutput {
  static func write(_ ranking: SiteRanking, to path: String?, json: Bool) throws {
    let text = json ? try JSONText.encode(ranking.rows) : ranking.csv
    guard let path else { return Console.write(text) }
    try OutputFile.write(text, to: path)
    Console.note("\(path): \(ranking.rows.count) sites")
  }
}
