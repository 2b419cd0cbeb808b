public import Geography

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds the nearest street on which a journey can begin or end.
///
/// Links are cut into their straight pieces and these are listed in the cells of a grid that they
/// cross. Motorways, slip roads of motorways and trunk roads, and ferries are no place to begin, nor
/// are links outside the connected network. A piece over the 180th meridian is none either.
public struct StreetIndex: Sendable {
  static let cellMeters = 250.0

  private struct Piece: Sendable {
    var link: Int32
    /// Positions along the link: of the piece's beginning, and its length.
    var startMeters: Float
    var lengthMeters: Float
    var from: StreetGraph.Point
    var to: StreetGraph.Point
  }

  private let pieces: [Piece]
  private let linkMeters: [Float]
  private let cells: CellRows

  public init(_ graph: ModeGraph) {
    let streets = graph.streets
    var pieces: [Piece] = []
    var linkMeters = [Float](repeating: 0, count: streets.links.count)
    for link in streets.links.indices
    where graph.isConnected[link] && Self.isPlaceToBegin(streets.links[link].roadClass) {
      let points = streets.points(of: DirectedLink(link, isBackward: false))
      var along: Float = 0
      for (from, to) in zip(points, points.dropFirst()) {
        let length = Float(from.coordinate.distanceMeters(to: to.coordinate))
        if !Self.isOverAntimeridian(from, to) {
          pieces.append(
            Piece(link: Int32(link), startMeters: along, lengthMeters: length, from: from, to: to))
        }
        along += length
      }
      linkMeters[link] = along
    }
    self.pieces = pieces
    self.linkMeters = linkMeters
    cells = CellRows(
      pieces.map { ($0.from.coordinate, $0.to.coordinate) }, cellMeters: Self.cellMeters)
  }

  /// Whether the short way between two points is over the 180th meridian; the straight piece in
  /// degrees would go round the Earth.
  private static func isOverAntimeridian(
    _ from: StreetGraph.Point, _ to: StreetGraph.Point
  ) -> Bool {
    abs(Int64(to.longitude) - Int64(from.longitude)) > 1_800_000_000
  }

  private static func isPlaceToBegin(_ roadClass: RoadClass) -> Bool {
    switch roadClass {
    case .motorway, .motorwayLink, .trunkLink, .ferry: false
    default: true
    }
  }

  /// The nearest point of a street, of equal ones that of the first link; `nil` beyond the limit.
  public func nearest(to place: Coordinate, withinMeters limit: Double) -> StreetPosition? {
    guard place.isValid, !pieces.isEmpty else { return nil }
    var best: (meters: Double, piece: Int, share: Double)?
    cells.visit(around: place, withinMeters: limit) { piece in
      let (meters, share) = Self.distance(place, pieces[piece])
      guard meters <= limit else { return best?.meters }
      if let found = best, (found.meters, found.piece) <= (meters, piece) { return found.meters }
      best = (meters, piece, share)
      return meters
    }
    guard let best else { return nil }
    let piece = pieces[best.piece]
    let total = Double(linkMeters[Int(piece.link)])
    let along = Double(piece.startMeters) + best.share * Double(piece.lengthMeters)
    return StreetPosition(
      link: Int(piece.link), fraction: total > 0 ? min(1, along / total) : 0,
      place: Self.point(piece, best.share), offStreetMeters: best.meters)
  }

  /// The distance to a piece and the share of it before the nearest point, in the plane that
  /// touches the Earth at the place.
  private static func distance(_ place: Coordinate, _ piece: Piece) -> (Double, Double) {
    let radians = Double.pi / 180
    let metersPerDegree = Coordinate.earthRadiusMeters * radians
    let shrink = cos(place.latitude * radians)
    func plane(_ point: StreetGraph.Point) -> (x: Double, y: Double) {
      let point = point.coordinate
      return (
        (point.longitude - place.longitude) * metersPerDegree * shrink,
        (point.latitude - place.latitude) * metersPerDegree
      )
    }
    let (start, end) = (plane(piece.from), plane(piece.to))
    let (x, y) = (end.x - start.x, end.y - start.y)
    let square = x * x + y * y
    let share = square > 0 ? max(0, min(1, -(start.x * x + start.y * y) / square)) : 0
    let (nearX, nearY) = (start.x + share * x, start.y + share * y)
    return ((nearX * nearX + nearY * nearY).squareRoot(), share)
  }

  private static func point(_ piece: Piece, _ share: Double) -> Coordinate {
    let (from, to) = (piece.from.coordinate, piece.to.coordinate)
    return Coordinate(
      latitude: from.latitude + share * (to.latitude - from.latitude),
      longitude: from.longitude + share * (to.longitude - from.longitude))
  }
}
