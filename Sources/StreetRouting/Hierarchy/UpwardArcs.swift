/// The arcs of the graph after elimination, from the lower to the higher rank.
struct UpwardArcs {
  private(set) var first: [Int32]
  private(set) var heads: [Int32]

  /// The ranks below `i` that have an arc to it are those on the tree's paths from its lower
  /// neighbours up to `i` (Liu 1990: row subtrees); with `i` ascending every row comes out sorted.
  /// Linear in the arcs found.
  init(_ rows: NeighborRows, _ tree: EliminationTree) {
    let count = tree.nodes.count
    var next = [Int32](repeating: 0, count: count + 1)
    Self.forEachArc(rows, tree) { lower, _ in next[lower + 1] += 1 }
    for rank in 0..<count {
      let (sum, overflow) = next[rank + 1].addingReportingOverflow(next[rank])
      precondition(!overflow && sum < Int32.max / 2, "arcs are counted in 31 bits")
      next[rank + 1] = sum
    }
    first = next
    var heads = [Int32](repeating: 0, count: Int(next[count]))
    Self.forEachArc(rows, tree) { lower, upper in
      heads[Int(next[lower])] = upper
      next[lower] += 1
    }
    self.heads = heads
  }

  @inline(__always)
  private static func forEachArc(
    _ rows: NeighborRows, _ tree: EliminationTree, _ visit: (Int, Int32) -> Void
  ) {
    let (ranks, nodes, parents) = (tree.ranks.span, tree.nodes.span, tree.parents.span)
    let (first, neighbors) = (rows.first.span, rows.neighbors.span)
    var marks = [Int32](repeating: -1, count: nodes.count)
    for rank in 0..<Int32(nodes.count) {
      marks[Int(rank)] = rank
      let node = Int(nodes[Int(rank)])
      for index in Int(first[node])..<Int(first[node + 1]) {
        var lower = ranks[Int(neighbors[index])]
        guard lower < rank else { continue }
        while marks[Int(lower)] != rank {
          marks[Int(lower)] = rank
          visit(Int(lower), rank)
          lower = parents[Int(lower)]
        }
      }
    }
  }

  /// Rows by head: starts, arcs and tails.
  func transposed() -> (first: [Int32], arcs: [Int32], tails: [Int32]) {
    let count = first.count - 1
    var next = [Int32](repeating: 0, count: count + 1)
    for head in heads { next[Int(head) + 1] += 1 }
    for rank in 0..<count { next[rank + 1] += next[rank] }
    let starts = next
    var arcs = [Int32](repeating: 0, count: heads.count)
    var tails = arcs
    for rank in 0..<count {
      for arc in Int(first[rank])..<Int(first[rank + 1]) {
        let head = Int(heads[arc])
        let place = Int(next[head])
        arcs[place] = Int32(arc)
        tails[place] = Int32(rank)
        next[head] += 1
      }
    }
    return (starts, arcs, tails)
  }

  /// For every arc of the graph its upward arc times two, plus one if it leads downward.
  func slots(of graph: Digraph, ranks: [Int32]) -> [Int32] {
    var slots = [Int32](repeating: -1, count: graph.arcCount)
    for node in 0..<graph.nodeCount {
      let rank = ranks[node]
      for arc in graph.arcs(of: node) {
        let other = ranks[Int(graph.heads[arc])]
        guard other != rank else { continue }
        let lower = Int(min(rank, other))
        var (low, high) = (Int(first[lower]), Int(first[lower + 1]))
        while high - low > 1 {
          let middle = (low + high) / 2
          if heads[middle] <= max(rank, other) { low = middle } else { high = middle }
        }
        slots[arc] = Int32(low * 2) + (other < rank ? 1 : 0)
      }
    }
    return slots
  }
}
