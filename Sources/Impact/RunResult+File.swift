public import Findings
import Foundation
import TabularText

extension RunResult {
  /// The name of the stored result in a run's folder.
  public static let fileName = "results.json"

  /// JSON with sorted keys, so that equal results are equal bytes.
  public func json() throws(Failure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    } catch {
      throw .defect("a result that cannot be written as JSON: \(error)")
    }
  }

  private struct FormatOnly: Decodable {
    var format: Int
  }

  /// Reads the result of a run's folder.
  /// - Throws: `missingInput` without it, `unusableData` where it is not one of this version.
  public static func read(folder: String) throws(Failure) -> RunResult {
    let path = folder + "/" + fileName
    guard FileManager.default.fileExists(atPath: path) else {
      throw .missingInput(
        path: path, reason: "no such file; a run's folder is made by 'antenne run'")
    }
    let bytes = try InputFile.bytes(path)
    do {
      // The format comes first: a result of another format need not have the same fields.
      let format = try JSONDecoder().decode(FormatOnly.self, from: Data(bytes)).format
      guard format == currentFormat else {
        throw Failure.unusable(
          "wrong_result_format", file: path,
          "the result has format \(format), this program reads \(currentFormat)",
          remedy: "run the scenario again")
      }
      return try JSONDecoder().decode(RunResult.self, from: Data(bytes))
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .unusable(
        "invalid_result", file: path, "not a result of 'antenne run': \(error)",
        remedy: "run the scenario again")
    }
  }
}
