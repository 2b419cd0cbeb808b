import ArgumentParser
import Findings
import Scenarios
import SiteBatch
import TabularText

struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "One ranking of the rows that several 'antenne sites' have computed.",
    discussion: """
      The files are those of 'antenne sites --rows', of the same scenario, timetable and version. The \
      ranking has the same bytes as that of one run over all candidates.

      Example:
        antenne merge part-1.rows part-2.rows --candidates candidates.csv --out ranking.csv
      """)

  @Argument(help: ArgumentHelp("Files of rows.", valueName: "part.rows"))
  var files: [String]

  @Option(help: ArgumentHelp("Candidates that must all be there.", valueName: "c.csv"))
  var candidates: String?

  @Option(help: ArgumentHelp("The ranking to write (default: stdout).", valueName: "r.csv"))
  var out: String?

  @Flag(help: "Print as JSON instead of CSV.")
  var json = false

  func run() async throws {
    if let out { try OutputFile.check(out) }
    let ids = try candidates.map { path throws(Failure) in
      try SiteTable.read(Table.read(path)).map(\.id)
    }
    let merged = try MergedRows(files, candidates: ids)
    try RankingOutput.write(SiteRanking(merged.rows), to: out, json: json)
  }
}
