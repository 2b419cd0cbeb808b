import TestSupport
import Testing

@testable import StreetRouting

struct VertexCutTests {
  /// Rows of a graph of edges `a < b`.
  private func rows(_ nodes: Int, _ edges: [(Int, Int)]) -> NeighborRows {
    NeighborRows(
      Digraph(
        nodeCount: nodes, tails: edges.map { Int32($0.0) }, heads: edges.map { Int32($0.1) }))
  }

  @Test("two quarters joined by two bridges are cut at two nodes")
  func bridges() {
    // 0 1 | 2 3 4 5 | 6 7: sources 0 and 1, sinks 6 and 7, all ways pass 2 or 3 and 4 or 5.
    let graph = rows(
      8, [(0, 2), (0, 3), (1, 2), (1, 3), (2, 4), (3, 5), (4, 6), (5, 6), (4, 7), (5, 7), (0, 1)])
    var cut = VertexCut()
    let isMaximal = cut.run(graph, terminals: 2, limit: .max)
    #expect(isMaximal)
    #expect(cut.flow == 2)
    var sides: [VertexCut.Side] = []
    let near = cut.sides(graph, terminals: 2, nearSinks: false, into: &sides)
    #expect(sides[0] == .separator && sides[1] == .separator && near == (0, 6))
    let far = cut.sides(graph, terminals: 2, nearSinks: true, into: &sides)
    #expect(sides[6] == .separator && sides[7] == .separator && far == (6, 0))
  }

  @Test("the flow is given up at the limit")
  func limit() {
    let graph = rows(6, [(0, 2), (1, 3), (2, 4), (3, 5)])
    var cut = VertexCut()
    let isGivenUp = !cut.run(graph, terminals: 2, limit: 2)
    #expect(isGivenUp)
    let isMaximal = cut.run(graph, terminals: 2, limit: 3)
    #expect(isMaximal)
  }

  @Test("cuts separate and are as small as the smallest of all subsets")
  func smallestOfAll() {
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let nodes = Int.random(in: 4...11, using: &random)
      let terminals = max(1, nodes / 4)
      let edges = (0..<nodes * 2).map { _ in
        (Int.random(in: 0..<nodes, using: &random), Int.random(in: 0..<nodes, using: &random))
      }
      let graph = rows(nodes, edges)
      var cut = VertexCut()
      let isMaximal = cut.run(graph, terminals: terminals, limit: .max)
      #expect(isMaximal)
      let smallest = (0..<1 << nodes).filter {
        separates($0, edges, nodes, terminals)
      }.map(\.nonzeroBitCount).min()
      #expect(cut.flow == smallest, "seed \(seed)")
      for nearSinks in [false, true] {
        var sides: [VertexCut.Side] = []
        let (first, last) = cut.sides(
          graph, terminals: terminals, nearSinks: nearSinks, into: &sides)
        #expect(nodes - first - last == cut.flow)
        #expect(first == sides.filter { $0 == .first }.count)
        #expect(!sides.prefix(terminals).contains(.last))
        #expect(!sides.suffix(terminals).contains(.first))
        #expect(
          !edges.contains { edge in
            sides[edge.0] != sides[edge.1] && sides[edge.0] != .separator
              && sides[edge.1] != .separator
          }, "seed \(seed)")
      }
    }
  }

  /// Whether no way leads from the first to the last nodes without those of a set of bits.
  private func separates(
    _ removed: Int, _ edges: [(Int, Int)], _ nodes: Int, _ terminals: Int
  ) -> Bool {
    var reached = ((1 << terminals) - 1) & ~removed
    for _ in 0..<nodes {
      for (a, b) in edges {
        if reached >> a & 1 != 0 { reached |= 1 << b & ~removed }
        if reached >> b & 1 != 0 { reached |= 1 << a & ~removed }
      }
    }
    return reached & (((1 << terminals) - 1) << (nodes - terminals)) == 0
  }
}
