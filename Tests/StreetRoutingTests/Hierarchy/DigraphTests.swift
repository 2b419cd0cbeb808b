import StreetRouting
import TestSupport
import Testing

struct DigraphTests {
  @Test("arcs are sorted by tail, keep their order and are found again")
  func rowsAreStable() {
    // Input arcs 0...4 are 2>0, 0>1, 2>2, 0>1, 2>1: node 0 has arcs 1 and 3, node 2 0, 2 and 4.
    let graph = Digraph(nodeCount: 4, tails: [2, 0, 2, 0, 2], heads: [0, 1, 2, 1, 1])
    #expect(graph.firstArcs == [0, 2, 2, 5, 5])
    #expect(graph.heads == [1, 1, 0, 2, 1])
    #expect(graph.positions == [2, 0, 3, 1, 4])
    #expect(graph.tails == [0, 0, 2, 2, 2])
    #expect(graph.arcs(of: 3).isEmpty)
  }

  @Test("a graph without nodes and one without arcs are graphs")
  func emptyGraphs() {
    #expect(Digraph(nodeCount: 0, tails: [], heads: []).firstArcs == [0])
    #expect(Digraph(nodeCount: 2, tails: [], heads: []).arcCount == 0)
  }

  @Test("the reference search finds the shorter way round")
  func dijkstraTakesTheShorterWay() {
    // 0 > 1 takes 9 ms directly and 2 + 3 over node 2; node 3 is behind a closed arc.
    let graph = Digraph(nodeCount: 4, tails: [0, 0, 2, 1], heads: [1, 2, 1, 3])
    // By position, so the closed arc of node 1 comes before that of node 2.
    let weights = [9, 2, HierarchyWeights.unreachable, 3]
    let search = Dijkstra(graph, weights: weights, from: [GraphEnd(node: 0, milliseconds: 10)])
    #expect(search.milliseconds == [10, 15, 12, HierarchyWeights.unreachable])
  }
}
