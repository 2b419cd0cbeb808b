import Findings
import GTFSStore
import Impact
import InputHashes
import Scenarios
import SiteBatch

/// What `sites` computes: resolve, load, and evaluate candidates batch by batch.
struct CandidateRun {
  private let scenario: Scenario
  private let evaluation: CandidateEvaluation
  private let header: BatchHeader

  init(scenario path: String, candidates: String, skipsBad: Bool, threads: Int) async throws {
    scenario = try ScenarioFile.resolve(
      path, candidates: candidates, skipsBadCandidates: skipsBad)
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
      inputs: try scenario.inputFiles.map { path throws(Failure) in try InputHash(path: path) })
    Console.note(loaded.notes(draws: scenario.draws.count, seed: scenario.draws.seed))
    Console.note(evaluation.notes)
    Console.note(scenario.skippedCandidates)
    if !scenario.skippedCandidates.isEmpty {
      Console.note("left out: rows of \(candidates) with the mistakes above")
    }
  }

  /// The results of all candidates, in their order.
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
    let open = scenario.candidates.filter { known[$0.id]?.site != BatchRow.Candidate($0) }
    if open.count < scenario.candidates.count {
      Console.note(
        "\(scenario.candidates.count - open.count) of \(scenario.candidates.count) candidates are "
          + "in \(path ?? "") already")
    }
    let bar = Progress("evaluate")
    let size = CandidateEvaluation.batchSize
    for start in stride(from: 0, to: open.count, by: size) {
      let batch = Array(open[start..<min(open.count, start + size)])
      let rows = zip(batch, await evaluation.evaluate(batch, threads: threads)).map {
        BatchRow($0, $1, hasGains: false)
      }
      try file?.append(rows)
      for row in rows { known[row.site.id] = row }
      bar.update(start + batch.count, of: open.count, unit: "candidates")
    }
    return scenario.candidates.compactMap { known[$0.id] }
  }
}
