/// The border of an area, prepared for counting how often ways cross it.
///
/// Straight lines are those on the map of degrees. Inside is what an odd number of rings surrounds,
/// which of areas that do not overlap is the same as `MultiPolygon.contains`.
public struct AreaBorder: Sendable {
  /// How a way lies to the area.
  public struct Crossings: Sendable, Equatable {
    public var startsInside: Bool
    public var endsInside: Bool
    /// How often it goes in or out.
    public var count: Int

    /// Another way that begins where this one ends; a change just there counts.
    public mutating func append(_ next: Crossings) {
      count += next.count + (endsInside == next.startsInside ? 0 : 1)
      endsInside = next.endsInside
    }

    public var reversed: Crossings {
      Crossings(startsInside: endsInside, endsInside: startsInside, count: count)
    }
  }

  private typealias Edge = (from: Coordinate, to: Coordinate)

  private var latitudes = 0.0...0.0
  private var longitudes = 0.0...0.0
  /// The edges that touch each of equally high bands of latitude.
  private var bands: [[Edge]] = []

  public init(_ area: MultiPolygon) {
    var edges: [Edge] = []
    for ring in area.polygons.joined() {
      guard var previous = ring.last else { continue }
      for vertex in ring {
        edges.append((previous, vertex))
        previous = vertex
      }
    }
    let places = edges.map(\.to)
    guard let south = places.map(\.latitude).min(), let north = places.map(\.latitude).max(),
      let west = places.map(\.longitude).min(), let east = places.map(\.longitude).max()
    else { return }
    (latitudes, longitudes) = (south...north, west...east)
    bands = Array(repeating: [], count: min(4096, max(1, edges.count / 2)))
    for edge in edges {
      for band in range(edge.from.latitude, edge.to.latitude) { bands[band].append(edge) }
    }
  }

  private func range(_ a: Double, _ b: Double) -> ClosedRange<Int> {
    let height = max(1e-12, latitudes.upperBound - latitudes.lowerBound)
    func band(_ latitude: Double) -> Int {
      let share = (latitude - latitudes.lowerBound) / height
      return Int(max(0, min(Double(bands.count - 1), share * Double(bands.count))))
    }
    return band(min(a, b))...band(max(a, b))
  }

  /// Whether a place lies inside, by the crossings of a ray to the east.
  public func contains(_ place: Coordinate) -> Bool {
    guard latitudes.contains(place.latitude), longitudes.contains(place.longitude),
      !bands.isEmpty
    else { return false }
    var isInside = false
    for (from, to) in bands[range(place.latitude, place.latitude).lowerBound]
    where (to.latitude > place.latitude) != (from.latitude > place.latitude) {
      let slope = (from.longitude - to.longitude) / (from.latitude - to.latitude)
      if place.longitude < to.longitude + slope * (place.latitude - to.latitude) {
        isInside.toggle()
      }
    }
    return isInside
  }

  /// - Parameter points: at least one. A way that only touches the border does not cross it.
  public func crossings(along points: [Coordinate]) -> Crossings {
    precondition(!points.isEmpty)
    let sides = zip(points, points.dropFirst()).flatMap { from, to in
      pieces(from, to).map { contains($0.midpoint(to: $1)) }
    }
    let first = sides.first ?? contains(points[0])
    return Crossings(
      startsInside: first, endsInside: sides.last ?? first,
      count: zip(sides, sides.dropFirst()).count { $0 != $1 })
  }

  /// A tenth of a millimetre, in degrees: what two edges that share a corner may differ by in where a
  /// line meets them.
  private static let nothing = 1e-9

  /// A straight line cut wherever it meets an edge.
  private func pieces(_ from: Coordinate, _ to: Coordinate) -> [Edge] {
    guard !bands.isEmpty, max(from.latitude, to.latitude) >= latitudes.lowerBound,
      min(from.latitude, to.latitude) <= latitudes.upperBound,
      max(from.longitude, to.longitude) >= longitudes.lowerBound,
      min(from.longitude, to.longitude) <= longitudes.upperBound
    else { return [(from, to)] }
    var shares = [0.0, 1.0]
    for band in range(from.latitude, to.latitude) {
      for edge in bands[band] {
        if let share = Self.meeting(from, to, edge) { shares.append(share) }
      }
    }
    shares.sort()
    let places = shares.map { share in
      Coordinate(
        latitude: from.latitude + share * (to.latitude - from.latitude),
        longitude: from.longitude + share * (to.longitude - from.longitude))
    }
    return Array(zip(places, places.dropFirst()).filter { $0.isApart(from: $1, Self.nothing) })
  }

  /// The share of a line at which it meets an edge; `nil` of parallels.
  private static func meeting(_ from: Coordinate, _ to: Coordinate, _ edge: Edge) -> Double? {
    let (x, y) = (to.longitude - from.longitude, to.latitude - from.latitude)
    let (u, v) = (
      edge.to.longitude - edge.from.longitude, edge.to.latitude - edge.from.latitude
    )
    let (a, b) = (edge.from.longitude - from.longitude, edge.from.latitude - from.latitude)
    let area = x * v - y * u
    guard area != 0 else { return nil }
    let (share, onEdge) = ((a * v - b * u) / area, (a * y - b * x) / area)
    return (0...1).contains(share) && (0...1).contains(onEdge) ? share : nil
  }
}

extension Coordinate {
  fileprivate func isApart(from other: Coordinate, _ degrees: Double) -> Bool {
    abs(latitude - other.latitude) > degrees || abs(longitude - other.longitude) > degrees
  }

  fileprivate func midpoint(to other: Coordinate) -> Coordinate {
    Coordinate(
      latitude: (latitude + other.latitude) / 2, longitude: (longitude + other.longitude) / 2)
  }
}
