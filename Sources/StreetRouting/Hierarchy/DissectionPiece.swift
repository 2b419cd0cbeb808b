/// A part of the graph that is still to be dissected.
struct DissectionPiece: Sendable {
  /// The nodes of the whole graph.
  var nodes: [Int32]
  /// The graph of the part, by position in `nodes`.
  var rows: NeighborRows
  /// The positions in `nodes` as they lie along each direction.
  var alongDirections: [[Int32]]

  /// The graph renumbered along a direction; its rows ascend.
  func rows(along direction: Int, into sorted: inout NeighborRows, position: inout [Int32]) {
    let along = alongDirections[direction]
    let order = along.span
    let first = rows.first.span
    let neighbors = rows.neighbors.span
    let nodes = order.count
    position.resize(nodes)
    var beginStore: [Int32] = []
    swap(&beginStore, &sorted.first)
    defer { swap(&beginStore, &sorted.first) }
    beginStore.resize(nodes + 1)
    sorted.neighbors.resize(neighbors.count)
    var places = position.mutableSpan
    var begin = beginStore.mutableSpan
    var targets = sorted.neighbors.mutableSpan
    var sum: Int32 = 0
    for place in 0..<nodes {
      let node = Int(order[place])
      places[node] = Int32(place)
      // Ends of rows, moved to their starts by the filling backwards.
      sum += first[node + 1] - first[node]
      begin[place] = sum
    }
    begin[nodes] = sum
    for place in stride(from: nodes - 1, through: 0, by: -1) {
      let node = Int(order[place])
      for index in Int(first[node])..<Int(first[node + 1]) {
        let other = Int(places[Int(neighbors[index])])
        begin[other] -= 1
        targets[Int(begin[other])] = Int32(place)
      }
    }
  }

  /// The nodes of one side of a cut as a part of their own.
  func part(_ side: VertexCut.Side, of sides: [VertexCut.Side]) -> DissectionPiece {
    var renumbered = [Int32](repeating: -1, count: nodes.count)
    var members: [Int32] = []
    for position in nodes.indices where sides[position] == side {
      renumbered[position] = Int32(members.count)
      members.append(nodes[position])
    }
    var part = DissectionPiece(
      nodes: members, rows: NeighborRows(first: [0], neighbors: []), alongDirections: [])
    part.rows.first.reserveCapacity(members.count + 1)
    part.rows.neighbors.reserveCapacity(rows.neighbors.count * members.count / nodes.count)
    for position in nodes.indices where sides[position] == side {
      for index in Int(rows.first[position])..<Int(rows.first[position + 1]) {
        let neighbor = renumbered[Int(rows.neighbors[index])]
        if neighbor >= 0 { part.rows.neighbors.append(neighbor) }
      }
      part.rows.first.append(Int32(part.rows.neighbors.count))
    }
    part.alongDirections = alongDirections.map { order in
      var kept: [Int32] = []
      kept.reserveCapacity(members.count)
      for position in order where renumbered[Int(position)] >= 0 {
        kept.append(renumbered[Int(position)])
      }
      return kept
    }
    return part
  }
}

extension Array where Element == Int32 {
  /// Makes the count `count`, keeping the memory; what the elements are is not said.
  mutating func resize(_ count: Int) {
    if self.count > count {
      removeLast(self.count - count)
    } else {
      append(contentsOf: repeatElement(0, count: count - self.count))
    }
  }
}
