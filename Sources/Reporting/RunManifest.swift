import Findings
import Foundation
import Impact
import InputHashes

/// What a run was computed from, by what, and which bytes came out.
///
/// It says nothing of the machine, the folder, the number of threads and the time of the run: whoever
/// runs the same again gets the same file, and can see by it that all is the same.
struct RunManifest: Codable, Equatable {
  static let fileName = "manifest.json"

  var format = 1
  var antenneVersion: String
  /// To be typed in the folder of the scenario; `DIR` is any folder.
  var command: String
  var scenario: String
  var scenarioName: String
  var serviceDate: String
  /// What random numbers were drawn with, by the names of `parameters.csv`.
  var draws: [String: String]
  /// The scenario first, each file by its name in the scenario.
  var inputs: [InputHash]
  var feeds: [Feed]
  /// Of all files but this one.
  var outputs: [InputHash]

  /// What the network was imported from.
  struct Feed: Codable, Equatable {
    var name: String
    var source: String
    var firstServiceDate: String?
    var lastServiceDate: String?
    var isModel: Bool
  }

  init(
    _ result: RunResult, inputs: [InputHash], outputs: [InputHash], language: ReportLanguage
  ) {
    antenneVersion = result.version
    command =
      "antenne run '\(result.scenario.file.replacing("'", with: "'\\''"))' "
      + "--language \(language.rawValue) --out DIR"
    scenario = result.scenario.file
    scenarioName = result.scenario.name
    serviceDate = result.scenario.date
    draws = Dictionary(
      result.scenario.parameters
        .filter { ["draws", "seed", "uncertainty.draws", "uncertainty.seed"].contains($0.name) }
        .map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    self.inputs = inputs
    feeds = result.feeds.map {
      Feed(
        name: $0.name, source: $0.source, firstServiceDate: $0.firstServiceDate,
        lastServiceDate: $0.lastServiceDate, isModel: $0.isModel)
    }
    self.outputs = outputs
  }

  func json() throws(Failure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    } catch {
      throw .defect("a manifest that cannot be written as JSON: \(error)")
    }
  }
}
