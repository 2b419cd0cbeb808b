import Geography
import Routing
import TransitRouting

/// An itinerary as GeoJSON (RFC 7946), a line for each leg, for QGIS and maps.
///
/// Ways along streets have their course; rides and straight lines join the places of their ends.
struct RouteGeoJSON: Encodable {
  struct Feature: Encodable {
    var type = "Feature"
    var properties: Properties
    var geometry: Line
  }

  struct Properties: Encodable {
    var itinerary: Int
    var leg: Int
    var mode: String
    var from: String
    var to: String
    var departure: String
    var arrival: String
    var line: String?
    var via: String?
    var distanceMeters: Int?
    var isStraightLine: Bool?

    enum CodingKeys: String, CodingKey {
      case itinerary, leg, mode, from, to, departure, arrival, line, via
      case distanceMeters = "distance_meters"
      case isStraightLine = "is_straight_line"
    }
  }

  struct Line: Encodable {
    var type = "LineString"
    /// Longitude, latitude.
    var coordinates: [[Double]]
  }

  var type = "FeatureCollection"
  var features: [Feature] = []

  /// - Parameters:
  ///   - place: of a stop by its id.
  ///   - start, end: the doors.
  init(
    _ itineraries: [Itinerary], start: Coordinate, end: Coordinate,
    place: (String) -> Coordinate?
  ) {
    for (number, itinerary) in itineraries.enumerated() {
      var here = start
      for (position, leg) in itinerary.legs.enumerated() {
        let isLast = position == itinerary.legs.count - 1
        let from = leg.fromStopID.flatMap(place) ?? here
        let to = leg.geometry?.last ?? leg.toStopID.flatMap(place) ?? (isLast ? end : from)
        // A line has two positions, though one stays where one is.
        let drawn = leg.geometry ?? [from, to]
        let course = drawn.count > 1 ? drawn : drawn + drawn
        here = to
        features.append(
          Feature(
            properties: Properties(
              itinerary: number + 1, leg: position + 1,
              mode: leg.vehicle?.name ?? leg.mode.rawValue,
              from: leg.from, to: leg.to, departure: TimeOfDay.text(leg.departureSeconds),
              arrival: TimeOfDay.text(leg.arrivalSeconds), line: leg.line, via: leg.via,
              distanceMeters: leg.distanceMeters, isStraightLine: leg.isStraightLine),
            geometry: Line(coordinates: course.map(Self.position))))
      }
    }
  }

  /// To about 0.1 m.
  private static func position(_ place: Coordinate) -> [Double] {
    [place.longitude, place.latitude].map { ($0 * 1e6).rounded() / 1e6 }
  }
}
