/// A directed graph as flat rows of arcs; what streets are to the searches.
///
/// Parallel arcs, loops and nodes without arcs are allowed.
public struct Digraph: Sendable, Equatable {
  /// The arcs of node `n` are `firstArcs[n]..<firstArcs[n + 1]`; one more than there are nodes.
  public let firstArcs: [Int32]
  /// The node that each arc leads to.
  public let heads: [Int32]
  /// Where each arc of the input came to lie.
  public let positions: [Int32]

  public var nodeCount: Int { firstArcs.count - 1 }
  public var arcCount: Int { heads.count }

  /// Sorts arcs by tail; those of one tail keep the order of the input. Linear time.
  ///
  /// - Precondition: as many tails as heads, all in `0..<nodeCount`.
  public init(nodeCount: Int, tails: [Int32], heads: [Int32]) {
    precondition(nodeCount >= 0 && nodeCount < Int32.max && tails.count < Int32.max)
    precondition(tails.count == heads.count, "an arc has a tail and a head")
    let nodes = 0..<Int32(nodeCount)
    var next = [Int32](repeating: 0, count: nodeCount + 1)
    for tail in tails {
      precondition(nodes.contains(tail), "a tail is no node")
      next[Int(tail) + 1] += 1
    }
    for node in 0..<nodeCount { next[node + 1] += next[node] }
    firstArcs = next
    var positions = [Int32](repeating: 0, count: tails.count)
    var sorted = [Int32](repeating: 0, count: tails.count)
    for arc in tails.indices {
      precondition(nodes.contains(heads[arc]), "a head is no node")
      let position = next[Int(tails[arc])]
      next[Int(tails[arc])] += 1
      positions[arc] = position
      sorted[Int(position)] = heads[arc]
    }
    self.positions = positions
    self.heads = sorted
  }

  /// The positions of the arcs of a node.
  public func arcs(of node: Int) -> Range<Int> {
    Int(firstArcs[node])..<Int(firstArcs[node + 1])
  }

  /// The tail of every arc by position.
  public var tails: [Int32] {
    var tails = [Int32](repeating: 0, count: arcCount)
    for node in 0..<nodeCount {
      for arc in arcs(of: node) { tails[arc] = Int32(node) }
    }
    return tails
  }
}
