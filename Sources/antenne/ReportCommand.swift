import ArgumentParser
import Impact
import Reporting
import TabularText

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report of a run as one HTML file that works offline.",
    discussion: "Example:\n  antenne report results --language nl --out rapport.html")

  @Argument(help: ArgumentHelp("A folder made by 'antenne run'.", valueName: "dir"))
  var folder: String

  @Option(help: "nl, fr or en.")
  var language: ReportLanguage = .en

  @Option(help: ArgumentHelp("The file to write.", valueName: "file.html"))
  var out: String

  func run() async throws {
    let html = try Report(try RunResult.read(folder: folder), language: language).html()
    try OutputFile.write(html, to: out)
    Console.note("report: \(out)")
  }
}
