/// The streets as those with one right may use them: a plain directed graph in which every path is
/// allowed, so that any shortest-path search is right on it.
///
/// Three things make it plain. Junctions with turn restrictions have a copy for each part of a forbidden
/// path that may have been driven (`TurnAutomaton`), barriers one for each link that ends there. Streets for destination traffic
/// only can be used at the beginning (layer 0) and at the end (layer 2) of a journey and not between
/// (layer 1): the nodes at them have a copy in each layer, and arcs that take no time lead from
/// layer to layer. Links outside the large strongly connected components are left out.
public struct ModeGraph: Sendable {
  public let right: StreetRight
  public let streets: StreetGraph
  /// The street node of each node here.
  public let streetNodes: [Int32]
  /// Arcs in the order of their tails.
  public let tails: [Int32]
  public let heads: [Int32]
  /// The directed link of each arc, by its raw value; -1 for a change of layer, which takes no time.
  public let arcLinks: [Int32]
  /// The node that one comes to who begins on a directed link and follows it; -1 where nobody can.
  let departureNodes: [Int32]
  /// The nodes from which directed link `d` can be entered by who ends on it:
  /// `arrivalNodes[arrivalStarts[d]..<arrivalStarts[d + 1]]`.
  let arrivalStarts: [Int32]
  let arrivalNodes: [Int32]
  /// Whether a journey can begin or end on each link.
  public let isConnected: [Bool]

  public var nodeCount: Int { streetNodes.count }

  /// A strongly connected component with fewer street nodes is an island, unless none is larger: nobody
  /// begins or ends a journey on it. A hamlet beside a digging mistake has fewer, an island in the sea
  /// on which people live and drive has more.
  public static let smallestMainland = 500

  public init(_ streets: StreetGraph, _ right: StreetRight) {
    let states = StateGraph(streets, right)
    let layers = StreetLayers(streets, right, states)
    self.right = right
    self.streets = streets
    isConnected = streets.links.indices.map {
      layers.isConnected[2 * $0] || layers.isConnected[2 * $0 + 1]
    }
    let builder = LayeredArcs(states, layers)
    streetNodes = builder.streetNodes
    tails = builder.tails
    heads = builder.heads
    arcLinks = builder.arcLinks
    departureNodes = builder.departureNodes
    (arrivalStarts, arrivalNodes) = builder.arrivals(linkCount: streets.links.count)
  }
}
