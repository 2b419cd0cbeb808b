import GTFSSchedule
import Geography

/// Where the stops of a feed lie, with what cannot be right told apart.
struct StopPlaces {
  struct Place {
    var id: String
    var latitude: Double?
    var longitude: Double?
    var locationType: Int
    /// `nil` where there is none or it cannot be right, so that no distance is measured to it.
    var coordinate: Coordinate?
  }

  static let leastMeters = 300_000.0
  static let share = 0.95
  static let factor = 5.0

  private var places: [Int: Place] = [:]
  /// Stops that lie too far from the others (see `StopOutsideArea`), by key.
  private(set) var outside: [(stop: Int, meters: Double)] = []

  subscript(stop: Int) -> Place? { places[stop] }

  init(_ feed: StoredFeed) throws {
    let stops = try PreparedStatement(
      feed.database,
      sql: """
        SELECT stop_key, stop_id, stop_lat, stop_lon, COALESCE(location_type, 0) FROM store_stops
        WHERE feed_key = ?
        """)
    stops.bind(feed.feedKey, at: 1)
    while try stops.step() {
      guard let key = stops.integer(0) else { continue }
      var place = Place(
        id: stops.withText(1) { CellParsing.string($0) }, latitude: stops.real(2),
        longitude: stops.real(3), locationType: stops.integer(4) ?? 0)
      if let latitude = place.latitude, let longitude = place.longitude,
        abs(latitude) >= 0.01 || abs(longitude) >= 0.01
      {
        place.coordinate = Coordinate(latitude: latitude, longitude: longitude)
      }
      places[key] = place
    }
    outside = StopPlaces.outliers(places.compactMapValues(\.coordinate))
    for (stop, _) in outside { places[stop]?.coordinate = nil }
  }

  /// With fewer than 20 stops the outermost is within the 95 %, so that there are none.
  private static func outliers(_ coordinates: [Int: Coordinate]) -> [(stop: Int, meters: Double)] {
    func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    guard !coordinates.isEmpty else { return [] }
    let middle = Coordinate(
      latitude: median(coordinates.values.map(\.latitude)),
      longitude: median(coordinates.values.map(\.longitude)))
    let distances = coordinates.mapValues { middle.distanceMeters(to: $0) }
    let rank = Int((share * Double(distances.count)).rounded(.up))
    let within = distances.values.sorted()[rank - 1]
    let limit = max(leastMeters, factor * within)
    return distances.filter { $0.value > limit }.map { ($0.key, $0.value) }.sorted {
      $0.stop < $1.stop
    }
  }
}
