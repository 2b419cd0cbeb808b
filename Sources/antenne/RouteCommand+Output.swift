import ArgumentParser
import Findings
import Geography
import Routing
import Scenarios
import TabularText

extension RouteCommand {
  func writeGeoJSON(
    _ itineraries: [Itinerary], place: (String) -> Coordinate?
  ) throws {
    guard let geojson else { return }
    let collection = RouteGeoJSON(
      shown(itineraries), start: try coordinate(from, "--from"), end: try coordinate(to, "--to"),
      place: place)
    try OutputFile.write(JSONText.encode(collection), to: geojson)
  }

  /// The best, or all with `--alternatives`.
  private func shown(_ itineraries: [Itinerary]) -> [Itinerary] {
    alternatives ? itineraries : Array(itineraries.suffix(1))
  }

  func printJourneys(
    _ itineraries: [Itinerary], ways: [String], _ notes: [Finding]
  ) throws {
    if itineraries.isEmpty {
      Console.note(
        "there is no journey of at most \(network.maxMinutes) minutes; try another time, or raise "
          + "--max-minutes" + (modes.mode.usesTimetable ? " or --max-walk-minutes" : ""))
    }
    let shown = shown(itineraries)
    if json {
      Console.write(
        try JSONText.encode(
          RouteReport(
            itineraries: shown, walks: ways.joined(separator: "; "), notices: notes)))
      return
    }
    Console.note(notes)
    for way in ways { Console.note(way) }
    Console.write(shown.map(\.text).joined(separator: "\n"))
  }

  private struct RouteReport: Encodable {
    var itineraries: [Itinerary]
    var walks: String
    var notices: [Finding]
  }

  func coordinate(_ text: String, _ option: String) throws -> Coordinate {
    guard let argument = CoordinateArgument(argument: text) else {
      throw ValidationError(
        "\(option) takes LAT,LON in degrees, such as 50.8457,4.3571, not '\(text)'")
    }
    return argument.coordinate
  }
}
