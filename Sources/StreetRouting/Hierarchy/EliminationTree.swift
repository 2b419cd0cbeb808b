/// The elimination tree of a graph and an order, with nodes renumbered in postorder.
///
/// The parent of a node is the lowest of its higher neighbours once lower nodes are eliminated.
/// In postorder every subtree is a range, and what a search climbs lies close together. The
/// graph after elimination is the same for every order in which children precede parents.
struct EliminationTree {
  /// The rank of every node.
  private(set) var ranks: [Int32]
  /// The node of every rank.
  private(set) var nodes: [Int32]
  /// The parent of every rank, a higher rank, or -1 for a root.
  private(set) var parents: [Int32]

  /// Liu's algorithm with path compression (1986): nearly linear.
  init(_ rows: NeighborRows, order: [Int32]) {
    let count = rows.nodeCount
    var position = [Int32](repeating: -1, count: count)
    for (index, node) in order.enumerated() { position[Int(node)] = Int32(index) }
    var parents = [Int32](repeating: -1, count: count)
    var ancestors = parents
    for index in 0..<count {
      let node = Int(order[index])
      for row in Int(rows.first[node])..<Int(rows.first[node + 1]) {
        var lower = position[Int(rows.neighbors[row])]
        while lower >= 0, lower < Int32(index) {
          let next = ancestors[Int(lower)]
          ancestors[Int(lower)] = Int32(index)
          if next < 0 { parents[Int(lower)] = Int32(index) }
          lower = next
        }
      }
    }
    let postorder = Self.postorder(parents)
    var rankOfIndex = [Int32](repeating: 0, count: count)
    for (rank, index) in postorder.enumerated() { rankOfIndex[Int(index)] = Int32(rank) }
    nodes = postorder.map { order[Int($0)] }
    self.parents = postorder.map {
      let parent = parents[Int($0)]
      return parent < 0 ? -1 : rankOfIndex[Int(parent)]
    }
    ranks = position.map { rankOfIndex[Int($0)] }
  }

  /// Nodes with every subtree in one piece and parents behind children.
  private static func postorder(_ parents: [Int32]) -> [Int32] {
    var firstChild = [Int32](repeating: -1, count: parents.count)
    var sibling = firstChild
    var roots: [Int32] = []
    for node in stride(from: Int32(parents.count) - 1, through: 0, by: -1) {
      let parent = Int(parents[Int(node)])
      if parent < 0 {
        roots.append(node)
      } else {
        sibling[Int(node)] = firstChild[parent]
        firstChild[parent] = node
      }
    }
    var order: [Int32] = []
    order.reserveCapacity(parents.count)
    var stack = roots
    while let node = stack.last {
      let child = firstChild[Int(node)]
      if child >= 0 {
        firstChild[Int(node)] = sibling[Int(child)]
        stack.append(child)
      } else {
        order.append(node)
        stack.removeLast()
      }
    }
    return order
  }
}
