import Findings
import Foundation
import Geography
import Scenarios
import TabularText

/// A scenario that is another one with sites elsewhere, as a file beside that one.
struct MovedSites: Sendable {
  /// Of the file that is extended.
  var basePath: String
  var moves: [JobRequest.Move]
  var name: String

  /// Writes the file, reads it again and takes it away if it is not right.
  /// - Throws: what is wrong with the base scenario or with the moves, with its place.
  func write(to path: String) throws(Failure) {
    let base = try ScenarioFile.resolve(basePath)
    try OutputFile.write(text(base), to: path)
    do {
      _ = try ScenarioFile.resolve(path)
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw error
    }
  }

  /// The list of moves replaces that of the base, so its moves are written once more.
  func text(_ base: Scenario) -> String {
    let again = Set(moves.map(\.site))
    let kept = base.siteChanges.moved.compactMap { move in
      base.sites.first { $0.id == move.id && !again.contains(move.id) }
    }
    let lines =
      kept.map { site in
        let words = [("zone", site.zone), ("municipality", site.municipality)]
          .filter { !$0.1.isEmpty }.map { ", \($0.0): \(Self.quoted($0.1))" }.joined()
        return Self.line(site.id, site.coordinate.latitude, site.coordinate.longitude, words)
      } + moves.map { Self.line($0.site, $0.latitude, $0.longitude, "") }
    return """
      # Made by antenne serve: sites moved on the map.
      extends: \(Self.quoted(URL(fileURLWithPath: basePath).lastPathComponent))
      name: \(Self.quoted(name))
      sites:
        move:

      """ + lines.joined()
  }

  private static func line(
    _ id: String, _ latitude: Double, _ longitude: Double, _ words: String
  ) -> String {
    "    - {id: \(quoted(id)), lat: \(CSVWriter.fixed(latitude, 6)), "
      + "lon: \(CSVWriter.fixed(longitude, 6))\(words)}\n"
  }

  /// A text of JSON is one of YAML, in which nothing of an id can be anything but text.
  static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    guard let data = try? encoder.encode(text) else { return "\"\"" }
    return String(decoding: data, as: UTF8.self)
  }
}
