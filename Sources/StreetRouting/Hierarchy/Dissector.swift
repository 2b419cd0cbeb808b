/// Dissects parts of one graph; one per thread, it keeps its memory.
struct Dissector: Sendable {
  /// Terminals of the flow on either side; the smaller side of a cut has at least as many.
  static let terminalShare = 0.3

  private let graph: NeighborRows
  private var leaves: LeafOrder
  private var cut = VertexCut()
  private var sorted = NeighborRows(first: [0], neighbors: [])
  private var position: [Int32] = []
  private var candidate: [VertexCut.Side] = []

  init(_ graph: NeighborRows) {
    self.graph = graph
    leaves = LeafOrder(nodeCount: graph.nodeCount)
  }

  /// The smallest cut for how evenly it divides, of all directions.
  private struct Best {
    var sides: [VertexCut.Side] = []
    var separator = Int.max
    var smallerSide = 1
  }

  /// Appends the nodes of a part in the order of elimination.
  mutating func append(_ piece: DissectionPiece, to order: inout [Int32]) {
    guard piece.nodes.count > LeafOrder.largestLeaf else {
      leaves.append(piece.nodes, of: graph, to: &order)
      return
    }
    let (first, last, separator) = split(piece)
    append(first, to: &order)
    append(last, to: &order)
    order += separator
  }

  /// - Precondition: the part has at least four nodes.
  mutating func split(
    _ piece: DissectionPiece
  ) -> (first: DissectionPiece, last: DissectionPiece, separator: [Int32]) {
    let nodes = piece.nodes.count
    let terminals = max(1, Int(Double(nodes) * Self.terminalShare))
    var best = Best()
    for direction in piece.alongDirections.indices where best.separator > 0 {
      // A larger flow could not win even if it divided in halves.
      let limit =
        best.sides.isEmpty
        ? Int.max : (best.separator * (nodes / 2) + best.smallerSide - 1) / best.smallerSide
      piece.rows(along: direction, into: &sorted, position: &position)
      guard cut.run(sorted, terminals: terminals, limit: limit) else { continue }
      for nearSinks in [false, true] {
        let (first, last) = cut.sides(
          sorted, terminals: terminals, nearSinks: nearSinks, into: &candidate)
        let smaller = max(1, min(first, last))
        let separator = nodes - first - last
        let isBetter =
          best.sides.isEmpty || separator * best.smallerSide < best.separator * smaller
        guard isBetter else { continue }
        best.separator = separator
        best.smallerSide = smaller
        best.sides = position.map { candidate[Int($0)] }
      }
    }
    let separator = piece.nodes.indices.filter { best.sides[$0] == .separator }
    return (
      piece.part(.first, of: best.sides), piece.part(.last, of: best.sides),
      separator.map { piece.nodes[$0] }
    )
  }
}
