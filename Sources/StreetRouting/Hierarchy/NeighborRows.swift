/// An undirected simple graph as flat rows: both directions of an arc, parallel arcs and loops
/// are at most one neighbour.
struct NeighborRows {
  /// The neighbours of node `n` are `neighbors[first[n]..<first[n + 1]]`.
  var first: [Int32]
  var neighbors: [Int32]

  var nodeCount: Int { first.count - 1 }

  init(first: [Int32], neighbors: [Int32]) {
    self.first = first
    self.neighbors = neighbors
  }

  /// Rows ascend. Linear time: two transpositions sort.
  init(_ graph: Digraph) {
    let nodes = graph.nodeCount
    var next = [Int32](repeating: 0, count: nodes + 1)
    for node in 0..<nodes {
      for arc in graph.arcs(of: node) {
        let head = Int(graph.heads[arc])
        next[node + 1] += 1
        next[head + 1] += 1
      }
    }
    for node in 0..<nodes { next[node + 1] += next[node] }
    let both = next
    var rows = [Int32](repeating: 0, count: graph.arcCount * 2)
    for node in 0..<nodes {
      for arc in graph.arcs(of: node) {
        let head = Int(graph.heads[arc])
        rows[Int(next[head])] = Int32(node)
        next[head] += 1
        rows[Int(next[node])] = Int32(head)
        next[node] += 1
      }
    }
    // The transposed rows ascend, so equal neighbours lie side by side.
    next = both
    var sorted = rows
    for node in 0..<nodes {
      for index in Int(both[node])..<Int(both[node + 1]) {
        let head = Int(rows[index])
        sorted[Int(next[head])] = Int32(node)
        next[head] += 1
      }
    }
    first = [0]
    first.reserveCapacity(nodes + 1)
    neighbors = []
    neighbors.reserveCapacity(sorted.count)
    for node in 0..<nodes {
      var last = Int32(node)
      var isFirst = true
      for index in Int(both[node])..<Int(both[node + 1]) {
        let neighbor = sorted[index]
        if neighbor != Int32(node), isFirst || neighbor != last {
          neighbors.append(neighbor)
          last = neighbor
          isFirst = false
        }
      }
      first.append(Int32(neighbors.count))
    }
  }
}
