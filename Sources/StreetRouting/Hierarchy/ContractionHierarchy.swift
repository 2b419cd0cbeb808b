/// A customizable contraction hierarchy: the part of the preprocessing that needs no weights.
///
/// Nodes are eliminated by rank; when one goes, its higher neighbours are joined by arcs. A
/// shortest path then climbs to its highest node and descends from it, whatever the weights.
/// Source: Dibbelt, Strasser, Wagner: Customizable Contraction Hierarchies, 2016.
public struct ContractionHierarchy: Sendable {
  /// The graph that the hierarchy belongs to.
  public let graph: Digraph
  /// The rank of every node.
  public let ranks: [Int32]
  /// The node of every rank.
  public let nodes: [Int32]
  /// The parent of every rank in the elimination tree, or -1. All higher neighbours of a rank are
  /// among its ancestors.
  let parents: [Int32]
  /// The upward arcs of rank `r` are `firstUpward[r]..<firstUpward[r + 1]`, by ascending head.
  let firstUpward: [Int32]
  /// The higher rank of every upward arc.
  let upwardHeads: [Int32]
  /// The upward arcs that end at rank `r` are `downwardArcs[firstDownward[r]..<…[r + 1]]`, by
  /// ascending tail.
  let firstDownward: [Int32]
  let downwardArcs: [Int32]
  /// The lower rank of each of them.
  let downwardTails: [Int32]
  /// Where each arc of the graph went: the upward arc times two, plus one if it leads downward;
  /// -1 for a loop.
  let weightSlots: [Int32]

  public var nodeCount: Int { ranks.count }
  public var upwardArcCount: Int { upwardHeads.count }

  /// - Parameter order: all nodes, the first to be eliminated first; ``NestedDissection``.
  /// - Precondition: every node is in `order` once.
  public init(_ graph: Digraph, order: [Int32]) {
    precondition(order.count == graph.nodeCount, "every node has its place in the order")
    var isOrdered = [Bool](repeating: false, count: order.count)
    for node in order {
      precondition(!isOrdered[Int(node)], "a node is in the order twice")
      isOrdered[Int(node)] = true
    }
    let rows = NeighborRows(graph)
    let tree = EliminationTree(rows, order: order)
    let upward = UpwardArcs(rows, tree)
    self.graph = graph
    ranks = tree.ranks
    nodes = tree.nodes
    parents = tree.parents
    firstUpward = upward.first
    upwardHeads = upward.heads
    (firstDownward, downwardArcs, downwardTails) = upward.transposed()
    weightSlots = upward.slots(of: graph, ranks: tree.ranks)
  }

  /// The upward arcs of a rank.
  func upwardArcs(of rank: Int) -> Range<Int> {
    Int(firstUpward[rank])..<Int(firstUpward[rank + 1])
  }
}
