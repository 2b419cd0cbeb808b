import Findings
import GTFSStore
import Surroundings
import TransitRouting

/// The lines of a network on a date, with the timetable that they are of.
enum ServedNetworkLoader {
  /// - Parameter date: `nil` for the first Tuesday with service.
  static func load(
    _ path: String, on date: ServiceDate?
  ) throws(Failure) -> (network: ServedNetwork, loaded: LoadedTimetable) {
    let database = try NetworkDatabase(path)
    let chosen: ServiceDate
    if let date { chosen = date } else { chosen = try database.ordinaryDate() }
    let loaded = try database.loadTimetable(on: chosen)
    let feeds = loaded.feeds.map { "\($0.name) (\($0.operators.joined(separator: ", ")))" }
    let network = try ServedNetwork(
      loaded.timetable, name: "\(feeds.joined(separator: ", ")) on \(chosen)",
      isModel: loaded.feeds.contains(where: \.isModel)
    ) { ids throws(Failure) in try database.shapes(ofTrips: ids) }
    return (network, loaded)
  }
}
