public import Findings
import Foundation
import ModelNetwork
import TabularText

/// The embedded sample: a folder with a scenario and everything that it names, to run and to
/// change.
public enum SampleProject {
  public static let scenarioName = "scenario.yaml"
  public static let networkName = "brussels-model.sqlite"
  public static let feedName = "model"

  /// The model timetable as GTFS texts.
  public static func feed() throws(Failure) -> [(name: String, text: String)] {
    do throws(ModelNetworkError) {
      return try ModelNetwork().gtfsFiles()
    } catch {
      throw .defect("the embedded model network: \(error)")
    }
  }

  /// Writes scenario, people and sites beside each other.
  public static func write(to folder: String) throws(Failure) {
    let files: [(name: String, content: String)] = [
      (scenarioName, text(PackageResources.model_yaml)),
      ("spaces.csv", text(PackageResources.spaces_csv)),
      ("municipalities.csv", ModelNetwork.municipalitiesCSV),
      ("commuters.csv", ModelNetwork.commutersCSV),
    ]
    try refuseForeign(folder, files)
    for (name, content) in files { try OutputFile.write(content, to: folder + "/" + name) }
  }

  /// What someone has changed, or a folder of other things, is not overwritten.
  private static func refuseForeign(
    _ folder: String, _ files: [(name: String, content: String)]
  ) throws(Failure) {
    let there = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard there.isEmpty || there.contains(scenarioName) else {
      throw .inputOutput(
        path: folder, reason: "holds other files; name another folder with --out")
    }
    for (name, content) in files where there.contains(name) {
      let bytes = try InputFile.bytes(folder + "/" + name)
      guard bytes == Array(content.utf8) else {
        throw .inputOutput(
          path: folder + "/" + name,
          reason: "has been changed and would be overwritten; run it with 'antenne run', or name "
            + "another folder with --out")
      }
    }
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
