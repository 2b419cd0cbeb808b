import Findings
import GTFSStore
import Geography
import Impact
import ImpactModel
import InputHashes
import PrincipalRoads
import Scenarios
import SiteBatch
import SiteSelection

/// What `sites` computes: resolve, load, and evaluate candidates batch by batch.
struct CandidateRun {
  let scenario: Scenario
  private let evaluation: CandidateEvaluation
  private let header: BatchHeader
  private let candidates: String
  /// The scenario's own sites, where they take part in a choice.
  private let openSites: [Site]

  init(
    scenario path: String, candidates: String, skipsBad: Bool, selection: SelectOptions,
    threads: Int
  ) async throws {
    scenario = try ScenarioFile.resolve(
      path, candidates: candidates, skipsBadCandidates: skipsBad)
    self.candidates = candidates
    openSites = selection.openSites == .ignore ? [] : scenario.sites
    try Self.check(openSites, scenario)
    let streets = try StreetLoader.streets(of: scenario)
    let database = try NetworkDatabase(scenario.network)
    let date = try scenario.date ?? database.ordinaryDate()
    let loaded = try ScenarioRun.timetable(of: scenario, database, date)
    let bar = Progress("prepare")
    evaluation = try await CandidateEvaluation.prepared(
      scenario, loaded.timetable, draws: loaded.draws, streets: streets, threads: threads,
      done: { bar.update($1, of: $2, unit: $0) })
    header = BatchHeader(
      version: antenneVersion, scenario: scenario.name, date: "\(date)",
      inputs: try scenario.inputFiles.map { file throws(Failure) in try InputHash(path: file.path)
      },
      builtInRoads: try InputHash(PrincipalRoads.builtInBytes, name: PrincipalRoads.sourceName),
      groupDaysPerWeek: selection.select == nil ? nil : evaluation.groupDaysPerWeek)
    Console.note(loaded.notes(draws: scenario.draws.count, seed: scenario.draws.seed))
    Console.note(evaluation.notes)
    Console.note(scenario.skippedCandidates)
    if !scenario.skippedCandidates.isEmpty {
      Console.note("left out: rows of \(candidates) with the mistakes above")
    }
  }

  /// A candidate must not be taken for an open site.
  private static func check(_ openSites: [Site], _ scenario: Scenario) throws(Failure) {
    let ids = Set(scenario.candidates.map(\.id))
    let findings = openSites.filter { ids.contains($0.id) }.map {
      Finding(
        "duplicate_id", file: scenario.file, field: "sites", value: $0.id,
        message: "a candidate has the id of an open site", remedy: "rename the candidate")
    }
    if !findings.isEmpty { throw .unusableData(findings) }
  }

  func isOpen(_ id: String) -> Bool { openSites.contains { $0.id == id } }

  /// The results of all candidates, in their order, and of open sites.
  ///
  /// - Parameter path: of the file of rows in which they are kept, and which may have some already.
  func rows(keptIn path: String?, threads: Int) async throws -> [BatchRow] {
    var known: [String: BatchRow] = [:]
    var file: RowsFile?
    if let path {
      let opened = try RowsFile.open(path, header)
      file = opened.file
      for row in opened.known { known[row.site.id] = row }
    }
    let sites = scenario.candidates + openSites
    // Neighbours together: searches for some of them at once share most of their ways.
    let open = sites.filter { known[$0.id]?.site != BatchRow.Candidate($0) }
      .sorted { ($0.coordinate.curvePosition, $0.id) < ($1.coordinate.curvePosition, $1.id) }
    if open.count < sites.count {
      Console.note(
        "\(sites.count - open.count) of \(sites.count) sites are in \(path ?? "") already")
    }
    let bar = Progress("evaluate")
    let size = CandidateEvaluation.batchSize
    for start in stride(from: 0, to: open.count, by: size) {
      let batch = Array(open[start..<min(open.count, start + size)])
      let rows = zip(batch, await evaluation.evaluate(batch, threads: threads)).map {
        BatchRow($0, $1, hasGains: header.groupDaysPerWeek != nil)
      }
      try file?.append(rows)
      for row in rows { known[row.site.id] = row }
      bar.update(start + batch.count, of: open.count, unit: "candidates")
    }
    return sites.compactMap { known[$0.id] }
  }

  /// The best sites together.
  func network(_ rows: [BatchRow], _ options: SelectOptions) throws -> SiteNetwork {
    let byID = Dictionary(
      (scenario.candidates + openSites).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
    let members = rows.map { row in
      SiteNetwork.Member(
        row: row,
        kind: !isOpen(row.site.id) ? .candidate : options.openSites == .fixed ? .fixed : .closable,
        seatsPerDay: byID[row.site.id].flatMap(evaluation.seatsPerWeekday))
    }
    let unknown = members.count { $0.seatsPerDay == nil }
    if unknown > 0 {
      Console.note(
        "\(unknown) of \(members.count) sites have neither seats nor a floor area: they are taken to "
          + "have room for all")
    }
    Console.note(
      "seats go where they save most; 'antenne run' of the network says who would find one")
    return try SiteNetwork(
      members, groupDaysPerWeek: header.groupDaysPerWeek ?? [],
      weeksPerYear: evaluation.weeksPerYear, objective: options.objective,
      limits: SelectionLimits(newSites: options.select ?? 0, budget: options.budget),
      file: candidates)
  }

  /// The ranking with how sure the ranks of the first ones are.
  func stability(
    of ranking: SiteRanking, first count: Int, threads: Int
  ) async throws -> SiteRanking {
    let byID = Dictionary(
      scenario.candidates.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let first = ranking.rows.prefix(count).compactMap { byID[$0.site.id] }
    guard scenario.uncertainty.count > 0 else {
      throw Failure.unusable(
        "no_draws", file: scenario.file, "uncertainty.draws is 0: nothing tells how sure a rank is")
    }
    let bar = Progress("stability")
    let found = await evaluation.stability(of: first, threads: threads) {
      bar.update($0, of: $1, unit: "draws")
    }
    return ranking.with(found)
  }
}
