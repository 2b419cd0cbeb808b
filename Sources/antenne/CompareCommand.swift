import ArgumentParser
import Findings
import Impact
import Reporting
import TabularText

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "What a second run has other than a first one.",
    discussion: """
      Differences are second minus first, in the headline; with --out also home by home and site by \
      site. Settings in which the runs differ are named.

      Example:
        antenne compare base-results scenario-results --out difference
      """)

  @Argument(help: ArgumentHelp("A folder made by 'antenne run'.", valueName: "first"))
  var first: String

  @Argument(help: ArgumentHelp("Another one.", valueName: "second"))
  var second: String

  @Option(help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var out: String?

  @Flag(help: "Print the totals as JSON.")
  var json = false

  func run() async throws {
    if let out { try OutputFolder.check(out, marker: RunComparison.fileName) }
    let comparison = RunComparison(
      try RunResult.read(folder: first), try RunResult.read(folder: second))
    Console.note(comparison.notes)
    if let out {
      let files =
        [(name: RunComparison.fileName, text: try JSONText.encode(comparison))]
        + ComparisonTables.files(comparison)
      try OutputFolder.write(files, to: out, marker: RunComparison.fileName)
    }
    Console.write(json ? try JSONText.encode(comparison.totals) : text(comparison))
  }

  private func text(_ comparison: RunComparison) -> String {
    func cell(_ value: Double?) -> String { value.map { CSVWriter.fixed($0, 1) } ?? "–" }
    let rows = comparison.totals.map { figure in
      [
        figure.name, cell(figure.first), cell(figure.second), cell(figure.difference),
        figure.low == nil ? "" : "\(cell(figure.low)) to \(cell(figure.high))", figure.unit,
      ]
    }
    let table = TextTable.text(
      header: ["", "first", "second", "second - first", "in 9 of 10 draws", ""], rows: rows)
    return "first: \(comparison.first)\nsecond: \(comparison.second)\n" + table
      + (comparison.isWithoutDifference ? "The runs do not differ.\n" : "")
  }
}
