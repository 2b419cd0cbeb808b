import Findings
import Foundation
import TabularText

@testable import Scenarios

/// The published data that tests may use and never need.
enum PublishedData {
  static let folder =
    ProcessInfo.processInfo.environment["ANTENNE_DATA"]
    ?? packageRoot.appendingPathComponent("../shared/data").standardizedFileURL.path

  static let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func has(_ names: String...) -> Bool {
    names.allSatisfy { FileManager.default.fileExists(atPath: folder + "/" + $0) }
  }

  static let matrix = "belgium/census2011-commuters-arrondissement.csv"
  static let municipalities = "belgium/municipalities-2020-population.csv"
  static let postcodes = "belgium/postcodes.csv"
  static let region = "brussels/region-boundary.geojson"
}

/// A folder of text files that goes when the test ends.
final class TextFolder {
  let path: String

  init(_ files: [String: String]) throws {
    path = NSTemporaryDirectory() + "antenne-scenarios-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
  }
}

extension Failure {
  var findings: [Finding] {
    if case .unusableData(let findings) = self { findings } else { [] }
  }
}

extension Finding {
  /// `scenario.yaml:3 unknown_key arive`: what a test compares.
  var brief: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name + (line.map { ":\($0)" } ?? "") + " " + code + (field.map { " \($0)" } ?? "")
  }
}

/// The findings of a body that must fail, as `file:line code field`.
func findings(_ body: () throws(Failure) -> some Any) -> [String] {
  do throws(Failure) {
    _ = try body()
    return ["no failure"]
  } catch {
    if case .missingInput(let path, _) = error {
      return ["missing input " + (path.split(separator: "/").last.map(String.init) ?? path)]
    }
    return error.findings.map(\.brief)
  }
}

func table(_ text: String, file: String = "t.csv") throws(Failure) -> Table {
  try Table(file: file, text: text)
}
