import ArgumentParser
import Findings
import InputHashes
import Scenarios
import TabularText

struct InputsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inputs",
    abstract: "Print the files that a scenario is computed from, one path a line.",
    discussion: """
      They are the scenario, those that it extends and every file that they name: what another machine \
      needs to compute the same. On a copy in which they lie to one another as they do here, 'antenne \
      sites' writes the same rows.

      Example:
        antenne inputs scenario.yaml | tar -czf inputs.tar.gz -T -
      """)

  @Argument(help: ArgumentHelp("The scenario file.", valueName: "scenario.yaml"))
  var scenario: String

  @Option(
    help: ArgumentHelp(
      "Candidates, with which a scenario needs no sites; not listed.", valueName: "c.csv"))
  var candidates: String?

  @Flag(help: "Print as JSON, with size and SHA-256 of each file.")
  var json = false

  private struct Input: Encodable {
    var path: String
    var bytes: Int
    var sha256: String
  }

  func run() async throws {
    let files = try ScenarioFile.resolve(scenario, candidates: candidates).inputFiles
      .map(\.path)
    guard json else { return Console.write(files.map { $0 + "\n" }.joined()) }
    let inputs = try files.map { path throws(Failure) in
      let hash = try InputHash(path: path)
      return Input(path: path, bytes: hash.bytes, sha256: hash.sha256)
    }
    Console.write(try JSONText.encode(inputs))
  }
}
