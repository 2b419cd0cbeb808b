import StreetRouting

/// What was read and what became of it.
public struct StreetSummary: Codable, Sendable, Equatable {
  public struct ClassLength: Codable, Sendable, Equatable {
    public var roadClass: String
    public var kilometers: Double
  }

  /// How many turn restrictions came to what.
  public struct Restrictions: Codable, Sendable, Equatable {
    public var applied = 0
    /// By hour, or for vehicles that are not routed here.
    public var ignored = 0
    /// A member is not in the extract, or is no street.
    public var outside = 0
    /// Their members do not meet, or they say nothing that is known.
    public var broken = 0
  }

  public var nodes = 0
  public var links = 0
  public var kilometers: [ClassLength] = []
  public var forbiddenPaths = 0
  public var ways = 0
  /// Ways whose tags close them to everyone.
  public var waysClosed = 0
  /// Ways that lost some of their nodes: the extract's border, mostly.
  public var waysCut = 0
  /// Ways of which fewer than two nodes in a row are left.
  public var waysLost = 0
  public var waysRepeated = 0
  public var nodesMissing = 0
  public var nodesOutsideEarth = 0
  public var restrictions = Restrictions()
  /// Values of `highway` that the rules do not know, with their number.
  public var unknownHighways: [String: Int] = [:]

  mutating func measure(_ graph: StreetGraph) {
    nodes = graph.nodes.count
    links = graph.links.count
    forbiddenPaths = graph.forbiddenPaths.count
    var centimeters = [Int](repeating: 0, count: 256)
    for link in graph.links {
      centimeters[Int(link.roadClass.rawValue)] += Int(link.lengthCentimeters)
    }
    kilometers = RoadClass.allCases.compactMap { roadClass in
      let length = centimeters[Int(roadClass.rawValue)]
      guard length > 0 else { return nil }
      return ClassLength(
        roadClass: "\(roadClass)", kilometers: (Double(length) / 1000).rounded() / 100)
    }
  }
}
