import ArgumentParser
import Findings
import Foundation
import OpenStreetMap
import StreetRouting
import StreetStore
import TabularText

struct StreetsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "streets",
    abstract: "Import streets from an OpenStreetMap extract.",
    discussion: """
      Reads ways, ferries, barriers and turn restrictions of a PBF extract, such as those of \
      Geofabrik, and writes one street file for walking, cycling and driving. The file appears \
      whole or not at all, and the same extract under the same name gives the same bytes.

      Example:
        antenne streets belgium-latest.osm.pbf --into belgium.streets
      """)

  @Argument(help: ArgumentHelp("An extract in the PBF format.", valueName: "extract.osm.pbf"))
  var extract: String

  @Option(help: "The street file to write.")
  var into: String

  @Flag(help: "Print the summary as JSON.")
  var json = false

  private struct Report: Encodable {
    var summary: StreetSummary
    var notices: [Finding]
  }

  func validate() throws {
    let paths = [extract, into].map {
      URL(fileURLWithPath: $0).resolvingSymlinksInPath().standardizedFileURL.path
    }
    guard paths[0] != paths[1] else { throw ValidationError("--into would overwrite the extract") }
  }

  func run() async throws {
    let file = try PBFFile(extract)
    try StreetFile.check(into: into)
    let bar = Progress("streets")
    let total = 2 * file.bytes
    let built = try file.streets { bytes in
      bar.update(bytes >> 20, of: total >> 20, unit: "MB")
    }
    bar.finish()
    let notices = built.summary.findings(extract)
    guard !built.graph.links.isEmpty else {
      Console.note(notices)
      throw Failure.unusable(
        "no_streets", file: extract, "the extract holds no street with its places",
        remedy: "take an extract with ways and nodes, such as those of Geofabrik")
    }
    try StreetFile.write(built.graph, to: into)
    if json {
      Console.write(try JSONText.encode(Report(summary: built.summary, notices: notices)))
      return
    }
    Console.note(notices)
    Console.write(text(built.summary))
  }

  private func text(_ summary: StreetSummary) -> String {
    let restrictions = summary.restrictions
    var text = """
      \(summary.nodes) nodes, \(summary.links) links of \(summary.ways) ways
      \(summary.forbiddenPaths) forbidden paths of \(restrictions.applied) turn restrictions \
      (\(restrictions.ignored) by hour or for other vehicles, \(restrictions.outside) outside, \
      \(restrictions.broken) broken)

      """
    let rows = summary.kilometers.map { [$0.roadClass, String(format: "%.1f", $0.kilometers)] }
    if !rows.isEmpty { text += "\n" + TextTable.text(header: ["class", "km"], rows: rows) }
    return text
  }
}
