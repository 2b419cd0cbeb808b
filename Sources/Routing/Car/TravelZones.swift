public import Geography

/// Zones that congestion and parking are stated for.
public struct TravelZones: Sendable {
  public struct Zone: Sendable {
    public var id: String
    public var area: MultiPolygon

    public init(id: String, area: MultiPolygon) {
      self.id = id
      self.area = area
    }
  }

  /// Where no zone is.
  public static let elsewhere = "elsewhere"

  /// The zones' names; the last one is `elsewhere`.
  public let ids: [String]
  private let areas: [(area: MultiPolygon, box: BoundingBox)]

  /// - Parameter zones: of zones that overlap the first counts; at most 254.
  public init(_ zones: [Zone]) {
    precondition(zones.count < 255)
    ids = zones.map(\.id) + [Self.elsewhere]
    areas = zones.map { ($0.area, BoundingBox($0.area)) }
  }

  /// The position in `ids` of the zone of a place.
  public func position(at place: Coordinate) -> Int {
    areas.firstIndex { $0.box.contains(place) && $0.area.contains(place) } ?? areas.count
  }

  public func id(at place: Coordinate) -> String { ids[position(at: place)] }
}

/// Spares most places the walk round a polygon.
private struct BoundingBox: Sendable {
  private var latitudes: ClosedRange<Double>?
  private var longitudes: ClosedRange<Double>?

  init(_ area: MultiPolygon) {
    let places = area.polygons.joined().joined()
    let (latitudeList, longitudeList) = (places.map(\.latitude), places.map(\.longitude))
    guard let south = latitudeList.min(), let north = latitudeList.max(),
      let west = longitudeList.min(), let east = longitudeList.max()
    else { return }
    latitudes = south...north
    longitudes = west...east
  }

  func contains(_ place: Coordinate) -> Bool {
    latitudes?.contains(place.latitude) == true && longitudes?.contains(place.longitude) == true
  }
}
