import ArgumentParser
import FeedArchive
import GTFSStore
import Reporting
import SampleProject

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "The whole job on the embedded sample: import, route, compare, report.",
    discussion: """
      Needs no download. The timetable is a model, not a published one. The folder that it writes
      holds a scenario and everything that it names, to change and to run again.

      Example:
        antenne demo --out demo
      """)

  @Option(help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var out = "antenne-demo"

  @Option(help: "The language of the report: nl, fr or en.")
  var language: ReportLanguage = .en

  @OptionGroup var threads: ThreadOptions

  func run() async throws {
    try SampleProject.write(to: out)
    let source = TextSource(name: "model timetable", files: try SampleProject.feed())
    let summary = try NetworkImport.run(
      [FeedToImport(name: SampleProject.feedName, source: source, isModel: true)],
      into: out + "/" + SampleProject.networkName)
    let rows = summary.feeds.flatMap(\.rowCounts).reduce(0) { $0 + $1.rows }
    Console.note("imported the model timetable: \(rows) rows")
    let scenario = out + "/" + SampleProject.scenarioName
    let run = try await ScenarioRun(scenario: scenario, threads: threads.threads)
    let result = await run.result(threads: threads.threads)
    let folder = out + "/run"
    try RunFiles.write(result, inputs: run.inputs, language: language, to: folder)
    Console.write(Headline.text(result))
    Console.write("Report: \(folder)/\(RunFiles.reportName)\n")
    Console.write("Run it again: antenne run \(scenario) --out \(folder)\n")
  }
}
