import Geography
import TransitRouting

/// The stops with service in one sense, ready for searches.
struct ServedStops: Sendable {
  private let stops: [StopIndex]
  private let places: any ReachablePlaces

  private let coordinates: [Coordinate]

  init(_ timetable: Timetable, _ isServed: [Bool], _ walking: any TravelModel) {
    let stops = isServed.indices.filter { isServed[$0] }.map { StopIndex($0) }
    self.init(
      stops: stops, coordinates: stops.map { timetable.stops[$0.position].coordinate }, walking)
  }

  private init(stops: [StopIndex], coordinates: [Coordinate], _ walking: any TravelModel) {
    self.stops = stops
    self.coordinates = coordinates
    places = walking.places(coordinates)
  }

  /// The same stops by another means.
  func reached(by model: any TravelModel) -> ServedStops {
    ServedStops(stops: stops, coordinates: coordinates, model)
  }

  func reached(
    from place: Coordinate, _ limitSeconds: Int
  ) -> [StopWalk] {
    walks(places.reached(from: place, limitSeconds: limitSeconds))
  }

  func reaching(
    _ place: Coordinate, _ limitSeconds: Int
  ) -> [StopWalk] {
    walks(places.reaching(place, limitSeconds: limitSeconds))
  }

  private func walks(_ reached: [ReachedPlace]) -> [StopWalk] {
    reached.map {
      StopWalk(
        stop: stops[$0.position], seconds: $0.time.seconds, isStraightLine: $0.time.isStraightLine)
    }.sorted { $0.stop < $1.stop }
  }
}
