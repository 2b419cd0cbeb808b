/// A place where lines call.
struct Station: Sendable {
  let identifier: String
  let name: String
  /// WGS84 degrees as the table writes them: GTFS gets the same text.
  let latitude: String
  let longitude: String

  static let columns = ["station_id", "name", "lat", "lon"]

  /// Reads `stations.csv`.
  /// - Throws: on an empty cell, an identifier used twice, or degrees that are not on the Earth.
  static func read(_ text: String) throws(ModelNetworkError) -> [Station] {
    let table = try StrictTable(file: "stations.csv", text: text, columns: columns)
    var stations: [Station] = []
    var known: Set<String> = []
    for row in table.rows {
      let station = Station(
        identifier: row.cells[0], name: row.cells[1], latitude: row.cells[2],
        longitude: row.cells[3])
      guard !station.identifier.isEmpty, !station.name.isEmpty else {
        throw table.error(row, "a station needs an identifier and a name")
      }
      guard !station.identifier.contains(" ") else {
        throw table.error(row, "station “\(station.identifier)” has a space in its identifier")
      }
      guard known.insert(station.identifier).inserted else {
        throw table.error(row, "station “\(station.identifier)” is listed twice")
      }
      guard let latitude = Double(station.latitude), (-90...90).contains(latitude) else {
        throw table.error(row, "“\(station.latitude)” is no latitude")
      }
      guard let longitude = Double(station.longitude), (-180...180).contains(longitude) else {
        throw table.error(row, "“\(station.longitude)” is no longitude")
      }
      stations.append(station)
    }
    return stations
  }
}
