public import Geography

/// The streets of an area: flat, immutable.
///
/// Supports: rights of feet, bicycles and cars by direction, streets only for who begins or ends
/// there, barriers at nodes, speeds by link and direction, turn restrictions over any number of
/// links, ferries. Does not support: rights by hour, heights and slopes, delays at junctions, weights
/// and widths of vehicles, tolls.
public struct StreetGraph: Sendable, Equatable {
  /// Positions, degrees × 10^7 as OpenStreetMap stores them.
  public struct Point: Sendable, Hashable {
    public var latitude: Int32
    public var longitude: Int32

    public init(latitude: Int32, longitude: Int32) {
      self.latitude = latitude
      self.longitude = longitude
    }

    /// Rounds to 10^-7 degrees.
    public init(_ place: Coordinate) {
      latitude = Int32((place.latitude * 1e7).rounded())
      longitude = Int32((place.longitude * 1e7).rounded())
    }

    public var coordinate: Coordinate {
      Coordinate(latitude: Double(latitude) / 1e7, longitude: Double(longitude) / 1e7)
    }
  }

  /// Links that may not be driven one after the other by those with one of `rights`.
  public struct ForbiddenPath: Sendable, Hashable {
    /// At least two, each beginning where the one before ends.
    public var links: [DirectedLink]
    public var rights: StreetRights

    public init(links: [DirectedLink], rights: StreetRights) {
      self.links = links
      self.rights = rights
    }
  }

  public let nodes: [Point]
  /// Who can **not** pass each node, by a barrier; one may turn round there.
  public let nodeBarriers: [StreetRights]
  public let links: [StreetLink]
  /// The points of link `l` between its ends are `shapePoints[shapeStarts[l]..<shapeStarts[l + 1]]`.
  public let shapeStarts: [Int32]
  public let shapePoints: [Point]
  /// Names of links, `ref` first (`R0`, `E40;A3`, `Rue de la Loi`); the first is empty.
  public let names: [String]
  public let forbiddenPaths: [ForbiddenPath]
  /// What the graph was made from and when, for outputs; `isApproximate` in it marks the principal
  /// road network.
  public let source: StreetSource

  private let leavingLinks: LeavingLinks

  /// - Throws: what is wrong with the arrays, which may come from a damaged file.
  public init(
    nodes: [Point], nodeBarriers: [StreetRights], links: [StreetLink], shapeStarts: [Int32],
    shapePoints: [Point], names: [String], forbiddenPaths: [ForbiddenPath], source: StreetSource
  ) throws(StreetGraphError) {
    try Self.check(
      nodes, nodeBarriers, links, shapeStarts, shapePoints, names, forbiddenPaths)
    self.nodes = nodes
    self.nodeBarriers = nodeBarriers
    self.links = links
    self.shapeStarts = shapeStarts
    self.shapePoints = shapePoints
    self.names = names
    self.forbiddenPaths = forbiddenPaths
    self.source = source
    leavingLinks = LeavingLinks(nodeCount: nodes.count, links)
  }

  /// The links that touch a node, in the direction away from it.
  public func leaving(_ node: Int) -> ArraySlice<DirectedLink> { leavingLinks[node] }

  public func tail(of link: DirectedLink) -> Int { Int(links.tail(of: link)) }

  public func head(of link: DirectedLink) -> Int { Int(links.head(of: link)) }

  public func passage(_ link: DirectedLink) -> Passage {
    link.isBackward ? links[link.link].backward : links[link.link].forward
  }

  /// The place at half the length of a link, the same whichever way it was drawn.
  public func middle(of link: Int) -> Coordinate {
    let points = points(of: DirectedLink(link, isBackward: false)).map(\.coordinate)
    let lengths = zip(points, points.dropFirst()).map { $0.distanceMeters(to: $1) }
    var rest = lengths.reduce(0, +) / 2
    for (index, length) in lengths.enumerated() {
      guard rest > length else {
        let share = length > 0 ? rest / length : 0
        let (from, to) = (points[index], points[index + 1])
        return Coordinate(
          latitude: from.latitude + share * (to.latitude - from.latitude),
          longitude: from.longitude + share * (to.longitude - from.longitude))
      }
      rest -= length
    }
    return points[0]
  }

  /// The geometry of a link from its tail to its head, both included.
  public func points(of link: DirectedLink) -> [Point] {
    let range = Int(shapeStarts[link.link])..<Int(shapeStarts[link.link + 1])
    let all =
      [nodes[Int(links[link.link].from)]] + shapePoints[range] + [nodes[Int(links[link.link].to)]]
    return link.isBackward ? all.reversed() : all
  }
}

/// What streets were made from; printed with every result that used them.
public struct StreetSource: Sendable, Equatable, Codable, CustomStringConvertible {
  /// The extract's file name, or what the network is.
  public var name: String
  /// Of the data, as the file states it.
  public var timestamp: String?
  /// Whether positions and connections are only approximate: the principal road network.
  public var isApproximate: Bool

  /// The name and the day of the data.
  public var description: String { timestamp.map { "\(name) of \($0.prefix(10))" } ?? name }

  public init(name: String, timestamp: String? = nil, isApproximate: Bool = false) {
    self.name = name
    self.timestamp = timestamp
    self.isApproximate = isApproximate
  }
}
