public import ArgumentParser
import Findings
import Foundation
import Impact
public import Reporting
import TabularText

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Compare the central office with the best site for every home.",
    discussion: """
      Writes results.json, tables as CSV with columns.csv that says what they mean, results.gpkg for
      QGIS, GeoJSON, report.html, and manifest.json with the hashes of all files, into a folder that
      appears whole or not at all. A scenario with mistakes is refused with all of them, each with its line.

      Example:
        antenne run scenario.yaml --out results
      """)

  @Argument(help: ArgumentHelp("The scenario file.", valueName: "scenario.yaml"))
  var scenario: String

  @Option(help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var out: String

  @Option(help: "The language of the report: nl, fr or en.")
  var language: ReportLanguage = .en

  @OptionGroup var threads: ThreadOptions

  @Flag(help: "Print the totals as JSON.")
  var json = false

  @Option(help: "How progress is told on stderr: terminal, or json, a line for each step.")
  var progress = Progress.Style.terminal

  // For 'antenne serve': no run outlives the server that started it, however that ends.
  @Flag(help: .hidden)
  var untilInputCloses = false

  func run() async throws {
    if untilInputCloses { Self.endWithInput() }
    try OutputFolder.check(out, marker: RunResult.fileName)
    let run = try await ScenarioRun(
      scenario: scenario, threads: threads.threads, progress: progress)
    let result = await run.result(threads: threads.threads)
    Console.note(result.notes)
    try RunFiles.write(result, inputs: run.inputs, language: language, to: out)
    Console.write(json ? try JSONText.encode(result.totals) : Headline.text(result))
    Console.note("report: \(out)/\(RunFiles.reportName)")
  }
}

extension RunCommand {
  private static func endWithInput() {
    Thread.detachNewThread {
      while let data = try? FileHandle.standardInput.read(upToCount: 1), !data.isEmpty {}
      Console.fail(.inputOutput(path: "stdin", reason: "closed before the run was done"))
    }
  }
}

extension ReportLanguage: ExpressibleByArgument {}
