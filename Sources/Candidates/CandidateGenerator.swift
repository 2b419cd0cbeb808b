public import Geography

/// Makes candidates: places themselves, lattices around them, and lattices in areas.
public struct CandidateGenerator: Sendable {
  /// A place to look around.
  public struct Anchor: Sendable {
    /// Begins with the source, so that those of different sources differ.
    public var id: String
    public var name: String
    public var coordinate: Coordinate
    public var precisionMeters: Double?
    public var source: CandidateSource
    /// 0 for the place alone.
    public var radiusMeters: Double
    public var operatorName = ""
  }

  /// An area to cover.
  public struct Area: Sendable {
    public var name: String
    public var geometry: MultiPolygon
    public var source: CandidateSource
    public var spacingMeters: Double

    public init(
      name: String, geometry: MultiPolygon, source: CandidateSource, spacingMeters: Double
    ) {
      self.name = name
      self.geometry = geometry
      self.source = source
      self.spacingMeters = spacingMeters
    }
  }

  public var anchors: [Anchor] = []
  public var areas: [Area] = []
  /// Between the points around a place; `nil` for the radius of the place, which gives the place and
  /// six around it.
  public var spacingMeters: Double?
  public var limit = Self.usualLimit

  /// What one machine describes in minutes.
  public static let usualLimit = 200_000

  public init() {}

  /// All candidates in the order in which they stay, see `Separation`.
  public func candidates() throws(TooManyCandidates) -> [Candidate] {
    var all: [Candidate] = []
    for anchor in anchors {
      let room = limit - all.count
      guard let more = around(anchor, limit: room) else {
        throw TooManyCandidates(source: anchor.source, limit: limit)
      }
      all += more
    }
    for area in areas {
      guard let more = inside(area, limit: limit - all.count) else {
        throw TooManyCandidates(source: area.source, limit: limit)
      }
      all += more
    }
    return all.sorted(by: Candidate.precedes)
  }

  private func around(_ anchor: Anchor, limit: Int) -> [Candidate]? {
    let place = Candidate(
      id: anchor.id, name: anchor.name, coordinate: anchor.coordinate,
      precisionMeters: anchor.precisionMeters, source: anchor.source, anchor: anchor.name,
      anchorMeters: 0, operatorName: anchor.operatorName)
    guard limit > 0 else { return nil }
    guard anchor.radiusMeters > 0 else { return [place] }
    let lattice = HexagonalLattice(
      middle: anchor.coordinate, spacingMeters: spacingMeters ?? anchor.radiusMeters)
    guard lattice.roughCount(withinMeters: anchor.radiusMeters) <= 4 * Double(limit) + 100 else {
      return nil
    }
    let points = lattice.points(withinMeters: anchor.radiusMeters)
    guard points.count <= limit else { return nil }
    return [place]
      + points.dropFirst().enumerated().map { number, point in
        let meters = anchor.coordinate.distanceMeters(to: point.coordinate)
        return Candidate(
          id: "\(anchor.id)+\(number + 1)",
          name: "\(anchor.name), \(Int(meters.rounded())) m \(Self.wind(point))",
          coordinate: point.coordinate, precisionMeters: 0, source: anchor.source,
          anchor: anchor.name, anchorMeters: meters, ring: point.ring)
      }
  }

  private func inside(_ area: Area, limit: Int) -> [Candidate]? {
    HexagonalLattice.points(in: area.geometry, spacingMeters: area.spacingMeters, limit: limit)?
      .enumerated().map { number, point in
        Candidate(
          id: "\(area.source.idPrefix)\(number + 1)", name: "\(area.name) \(number + 1)",
          coordinate: point.coordinate, precisionMeters: 0, source: area.source,
          anchor: area.name, ring: 1)
      }
  }

  /// The nearest of the eight winds.
  private static func wind(_ point: HexagonalLattice.Point) -> String {
    let (x, y) = (point.eastMeters, point.northMeters)
    // tan 22.5°
    let steep = 2.0.squareRoot() - 1
    let isEastOrWest = abs(x) > abs(y) * steep
    let isNorthOrSouth = abs(y) > abs(x) * steep
    return (isNorthOrSouth ? (y > 0 ? "N" : "S") : "")
      + (isEastOrWest ? (x > 0 ? "E" : "W") : "")
  }
}

extension CandidateSource {
  /// Of the ids of what is generated.
  var idPrefix: String { rawValue.replacing(" ", with: "-") + "-" }
}
