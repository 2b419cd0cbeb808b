#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A place on the Earth, WGS84, in degrees.
public struct Coordinate: Hashable, Sendable, Codable {
  public var latitude: Double
  public var longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The mean Earth radius (IUGG).
  public static let earthRadiusMeters = 6_371_008.8

  /// Great-circle distance by the haversine formula, in metres.
  public func distanceMeters(to other: Coordinate) -> Double {
    let radians = Double.pi / 180
    let halfLatitude = (other.latitude - latitude) * radians / 2
    let halfLongitude = (other.longitude - longitude) * radians / 2
    let a =
      sin(halfLatitude) * sin(halfLatitude)
      + cos(latitude * radians) * cos(other.latitude * radians)
      * sin(halfLongitude) * sin(halfLongitude)
    return 2 * Coordinate.earthRadiusMeters * asin(min(1, a.squareRoot()))
  }

  /// Whether the degrees lie in their ranges; `nan` does not.
  public var isValid: Bool {
    (-90...90).contains(latitude) && (-180...180).contains(longitude)
  }
}
