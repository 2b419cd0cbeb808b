import GRDB
import Geography
import TransitRouting

/// The stops and stations of a database as stops of a timetable.
struct StopTable {
  /// By `stop_key`.
  private(set) var indices: [Int: StopIndex] = [:]
  private(set) var coordinates: [Int: Coordinate] = [:]
  /// The stops of each station, by the station's key.
  private(set) var platforms: [Int: [Int]] = [:]

  init(_ database: Database, qualified: Bool, into builder: inout TimetableBuilder) throws {
    // Entrances, generic nodes and boarding areas (location_type 2 to 4) have no trips.
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT stop_key, stop_id, feed, stop_name, stop_lat, stop_lon, parent_station_key,
          location_type
        FROM store_stops JOIN feeds USING (feed_key)
        WHERE COALESCE(location_type, 0) IN (0, 1) ORDER BY stop_key
        """)
    for row in rows {
      let key: Int = row["stop_key"]
      // A stop without a place can be served and not walked to.
      let coordinate = Coordinate(
        latitude: row["stop_lat"] ?? .nan, longitude: row["stop_lon"] ?? .nan)
      let id = qualifiedID(row["stop_id"], feed: row["feed"], qualified)
      indices[key] = builder.add(
        stop: .init(id: id, name: row["stop_name"] ?? id, coordinate: coordinate))
      coordinates[key] = coordinate
    }
    // A parent that is no station stands for nothing but itself.
    let stations = Set(
      rows.compactMap { row -> Int? in
        let type: Int? = row["location_type"]
        return type == 1 ? row["stop_key"] : nil
      })
    for row in rows {
      guard let parent: Int = row["parent_station_key"], stations.contains(parent),
        let station = indices[parent]
      else { continue }
      let key: Int = row["stop_key"]
      if let stop = indices[key] { builder.setParent(station, of: stop) }
      platforms[parent, default: []].append(key)
    }
  }

  /// The stops that a stop or station of `transfers.txt` stands for.
  func members(of key: Int) -> [Int] {
    platforms[key].map { [key] + $0 } ?? [key]
  }

  func distanceMeters(_ a: Int, _ b: Int) -> Double? {
    guard let from = coordinates[a], let to = coordinates[b], from.isValid, to.isValid else {
      return nil
    }
    return from.distanceMeters(to: to)
  }
}
