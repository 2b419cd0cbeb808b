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
    let feeds = try FeedNames(database)
    // Entrances, generic nodes and boarding areas (location_type 2 to 4) have no trips.
    let rows = try PreparedStatement(
      database,
      sql: """
        SELECT stop_key, stop_id, feed_key, stop_name, stop_lat, stop_lon, parent_station_key,
          location_type
        FROM store_stops WHERE COALESCE(location_type, 0) IN (0, 1) ORDER BY stop_key
        """)
    var stations: Set<Int> = []
    var members: [(stop: Int, parent: Int)] = []
    while try rows.step() {
      guard let feed = feeds[rows.number(2)] else { continue }
      let key = rows.number(0)
      // A stop without a place can be served and not walked to.
      let coordinate = Coordinate(
        latitude: rows.real(4) ?? .nan, longitude: rows.real(5) ?? .nan)
      let id = qualifiedID(rows.text(1) ?? "", feed: feed, qualified)
      indices[key] = builder.add(
        stop: .init(id: id, name: rows.text(3) ?? id, coordinate: coordinate))
      coordinates[key] = coordinate
      if rows.integer(7) == 1 { stations.insert(key) }
      if let parent = rows.integer(6) { members.append((key, parent)) }
    }
    // A parent that is no station stands for nothing but itself.
    for (key, parent) in members where stations.contains(parent) {
      if let stop = indices[key], let station = indices[parent] {
        builder.setParent(station, of: stop)
      }
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

/// The names of the feeds by their keys.
struct FeedNames {
  private var names: [Int: String] = [:]

  init(_ database: Database) throws {
    let rows = try PreparedStatement(database, sql: "SELECT feed_key, feed FROM feeds")
    while try rows.step() { names[rows.number(0)] = rows.text(1) ?? "" }
  }

  subscript(key: Int) -> String? { names[key] }
}
