public import Findings
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
    let files = [
      (scenarioName, text(PackageResources.model_yaml)),
      ("spaces.csv", text(PackageResources.spaces_csv)),
      ("municipalities.csv", ModelNetwork.municipalitiesCSV),
      ("commuters.csv", ModelNetwork.commutersCSV),
    ]
    for (name, content) in files { try OutputFile.write(content, to: folder + "/" + name) }
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
