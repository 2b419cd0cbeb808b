import ArgumentParser
import Findings
import Foundation
import SiteBatch
import TabularText

struct SitesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sites",
    abstract: "Rank candidate sites by what each would do alone, or choose the best K together.",
    discussion: """
      Candidates are a CSV with the columns id (or site_id), lat, lon and, if known, name, operator, \
      zone, municipality, seats_per_day, floor_area_m2, opening_hours, price_eur_per_day and \
      cost_eur_per_year. Each is held against all commuters of the scenario as if it were the only \
      space.

      Results are kept in a file of rows while they are computed; the same command goes on where it \
      was stopped. With --rows that file stays, for 'antenne merge'.

      Examples:
        antenne sites scenario.yaml --candidates candidates.csv --out ranking.csv --map first.svg
        antenne sites scenario.yaml --candidates candidates.csv --select 5 --out network.csv
      """)

  @Argument(help: ArgumentHelp("The scenario file.", valueName: "scenario.yaml"))
  var scenario: String

  @Option(help: ArgumentHelp("The candidates.", valueName: "c.csv"))
  var candidates: String

  @Option(help: ArgumentHelp("The table to write (default: stdout).", valueName: "r.csv"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Where results are kept as they are ready, and stay (default: beside --out until it is there).",
      valueName: "file"))
  var rows: String?

  @Option(
    help: ArgumentHelp(
      "Draw the first ten, or those chosen, on a map among all others.", valueName: "map.svg"))
  var map: String?

  @Flag(help: "Leave out rows of the candidates that cannot be used; they are named.")
  var skipBad = false

  @OptionGroup var selection: SelectOptions
  @OptionGroup var criteria: CriteriaOptions
  @OptionGroup var threads: ThreadOptions

  @Flag(help: "Print as JSON instead of CSV.")
  var json = false

  func validate() throws {
    guard selection.select == nil || criteria.weights.isEmpty && criteria.stability == nil else {
      throw ValidationError("--select and --weigh or --stability do not go together")
    }
  }

  func run() async throws {
    for path in [out, map, criteria.sensitivity].compactMap(\.self) { try OutputFile.check(path) }
    let run = try await CandidateRun(
      scenario: scenario, candidates: candidates, skipsBad: skipBad, selection: selection,
      threads: threads.threads)
    // A device keeps nothing.
    let kept = rows ?? out.flatMap { OutputFile.isStream($0) ? nil : $0 + ".rows" }
    let all = try await run.rows(keptIn: kept, threads: threads.threads)
    if selection.select != nil {
      let network = try run.network(all, selection)
      try write(network)
      if let map { try OutputFile.write(run.map(of: network), to: map) }
    } else {
      try await rank(SiteRanking(all.filter { !run.isOpen($0.site.id) }), run)
    }
    if rows == nil, let kept { try? FileManager.default.removeItem(atPath: kept) }
  }

  private func rank(_ ranking: SiteRanking, _ run: CandidateRun) async throws {
    var ranking = ranking
    if let count = criteria.stability {
      ranking = try await run.stability(of: ranking, first: count, threads: threads.threads)
    }
    if let map { try OutputFile.write(run.map(of: ranking), to: map) }
    guard !criteria.weights.isEmpty else {
      return try RankingOutput.write(ranking, to: out, json: json)
    }
    let table = try CriteriaTable(
      ranking, criteria.parsed, candidates: try Table.read(candidates), seed: criteria.seed)
    if let path = criteria.sensitivity { try OutputFile.write(table.sensitivityCSV, to: path) }
    try RankingOutput.write(
      json ? try JSONText.encode(table.rows) : table.csv, to: out, count: ranking.rows.count)
  }

  private func write(_ network: SiteNetwork) throws {
    let rows = network.rows
    try RankingOutput.write(
      json ? try JSONText.encode(rows) : network.csv, to: out, count: rows.count)
    Console.note(network.sentence)
  }
}

/// A table of sites as a file or on stdout.
enum RankingOutput {
  static func write(_ ranking: SiteRanking, to path: String?, json: Bool) throws {
    try write(
      json ? try JSONText.encode(ranking.rows) : ranking.csv, to: path, count: ranking.rows.count)
  }

  static func write(_ text: String, to path: String?, count: Int) throws {
    guard let path else { return Console.write(text) }
    try OutputFile.write(text, to: path)
    Console.note("\(path): \(count) sites")
  }
}
