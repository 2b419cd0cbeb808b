import Geography
import Routing

/// Isochrones as GeoJSON (RFC 7946), a multipolygon for each number of minutes and percentile.
struct IsochroneGeoJSON: Encodable {
  struct Feature: Encodable {
    var type = "Feature"
    var properties: Properties
    var geometry: Area
  }

  struct Properties: Encodable {
    var minutes = 0
    var percentile = 50
    var mode: String
    var date: String?
    var window: String?
    /// Where phases were drawn.
    var draws: Int?
    var seed: UInt64?
    var areaSquareKilometers = 0.0
    /// Whether nothing is reached; the geometry has no polygon then.
    var isEmpty = true
    var ways = ""
    var cellMeters: Double
    /// Of the cells in the area those whose way is the straight line somewhere, for want of a street.
    var straightLineShare = 0.0

    enum CodingKeys: String, CodingKey {
      case minutes, percentile, mode, date, window, draws, seed, ways
      case areaSquareKilometers = "area_km2"
      case isEmpty = "is_empty"
      case cellMeters = "cell_meters"
      case straightLineShare = "straight_line_share"
    }
  }

  struct Area: Encodable {
    var type = "MultiPolygon"
    /// Longitude, latitude.
    var coordinates: [[[[Double]]]]

    init(_ area: MultiPolygon) {
      coordinates = area.polygons.map { $0.map { $0.map { [$0.longitude, $0.latitude] } } }
    }
  }

  var type = "FeatureCollection"
  var features: [Feature] = []

  /// - Parameter properties: what all features have in common.
  init(
    _ reach: ReachGrid, minutes: [Int], percentiles: [Int], properties: Properties
  ) {
    for (position, percentile) in percentiles.enumerated() {
      for minutes in minutes {
        let area = reach.area(position, withinSeconds: minutes * 60)
        var properties = properties
        properties.minutes = minutes
        properties.percentile = percentile
        properties.areaSquareKilometers = (area.squareMeters / 1e3).rounded() / 1e3
        properties.isEmpty = area.polygons.isEmpty
        let share = reach.straightLineShare(position, withinSeconds: minutes * 60)
        properties.straightLineShare = (share * 1000).rounded() / 1000
        features.append(Feature(properties: properties, geometry: Area(area)))
      }
    }
  }
}
