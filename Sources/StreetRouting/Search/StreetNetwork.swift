/// The streets for one mode with the time of each link: what searches run on.
public struct StreetNetwork: Sendable {
  public let graph: ModeGraph
  public let times: LinkTimes
  /// Arcs that leave each node, and those that come in.
  let forward: ArcRows
  let backward: ArcRows
  public let index: StreetIndex
  public let connector: Connector

  /// - Parameter index: of the same graph, where it is at hand.
  public init(
    _ graph: ModeGraph, _ times: LinkTimes, index: StreetIndex? = nil,
    connector: Connector = .walk
  ) {
    precondition(times.milliseconds.count == 2 * graph.streets.links.count)
    precondition(times.mode.right == graph.right && connector.speedKilometersPerHour > 0)
    self.graph = graph
    self.times = times
    self.index = index ?? StreetIndex(graph)
    self.connector = connector
    let weights = Self.weights(graph, times)
    forward = ArcRows(graph.nodeCount, from: graph.tails, to: graph.heads, weights)
    backward = ArcRows(graph.nodeCount, from: graph.heads, to: graph.tails, weights)
  }

  public var streets: StreetGraph { graph.streets }

  /// The time of each arc of the graph, as hierarchies take them.
  public var arcMilliseconds: [Int32] { Self.weights(graph, times) }

  private static func weights(_ graph: ModeGraph, _ times: LinkTimes) -> [Int32] {
    graph.arcLinks.map { $0 < 0 ? 0 : times.milliseconds[Int($0)] }
  }
}

/// The way between a place and the nearest street.
public struct Connector: Sendable, Hashable {
  /// How far from a street a place may lie, in a straight line.
  public var reachMeters: Double
  public var detourFactor: Double
  public var speedKilometersPerHour: Double

  public init(reachMeters: Double, detourFactor: Double, speedKilometersPerHour: Double) {
    self.reachMeters = reachMeters
    self.detourFactor = detourFactor
    self.speedKilometersPerHour = speedKilometersPerHour
  }

  /// On foot from the door to the street.
  public static let walk = Connector(
    reachMeters: 1000, detourFactor: 1, speedKilometersPerHour: 4.8)
  /// Where only the principal roads are known: local streets at 30 km/h, an assumption.
  public static let localStreets = Connector(
    reachMeters: 50_000, detourFactor: 1.3, speedKilometersPerHour: 30)
  /// A longer way between a place and the street is as good as a straight line, and said to be one.
  public static let longestHonestMeters = 1000.0
}

/// Arcs as rows of heads and times.
struct ArcRows: Sendable {
  struct Arc: Sendable {
    var head: Int32
    var milliseconds: Int32
  }

  /// The arcs of node `n` are `arcs[starts[n]..<starts[n + 1]]`.
  let starts: [Int32]
  let arcs: [Arc]
  /// The position of each arc in the mode graph.
  let positions: [Int32]

  init(_ nodeCount: Int, from tails: [Int32], to heads: [Int32], _ milliseconds: [Int32]) {
    var starts = [Int32](repeating: 0, count: nodeCount + 1)
    for tail in tails { starts[Int(tail) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var arcs = [Arc](repeating: Arc(head: 0, milliseconds: 0), count: heads.count)
    var positions = [Int32](repeating: 0, count: heads.count)
    for (position, tail) in tails.enumerated() {
      let row = Int(next[Int(tail)])
      arcs[row] = Arc(head: heads[position], milliseconds: milliseconds[position])
      positions[row] = Int32(position)
      next[Int(tail)] += 1
    }
    self.starts = starts
    self.arcs = arcs
    self.positions = positions
  }
}
