import Geography
import TestSupport
import Testing

@testable import StreetRouting

struct NestedDissectionTests {
  @Test("every node is in the order once, whatever the graph and the coordinates")
  func orderIsComplete() {
    for seed in 0..<60 as Range<UInt64> {
      let nodes = Int(seed * 7)
      var city = RandomDigraph(nodes: nodes, arcs: nodes * Int(1 + seed % 6), seed: seed)
      if nodes > 0 { city.coordinates[0] = Coordinate(latitude: .nan, longitude: 3) }
      let order = NestedDissection.order(city.graph, coordinates: city.coordinates)
      #expect(order.sorted() == Array(0..<Int32(nodes)), "seed \(seed)")
    }
  }

  @Test("one, two and eight threads give the same order")
  func threads() async {
    let dense = RandomDigraph(nodes: 900, arcs: 4000, seed: 1)
    for city in [RandomDigraph(gridOf: 50, seed: 1), dense] {
      let expected = NestedDissection.order(city.graph, coordinates: city.coordinates)
      for threads in [1, 2, 8] {
        let order = await NestedDissection.order(
          city.graph, coordinates: city.coordinates, threads: threads)
        #expect(order == expected)
      }
    }
  }

  @Test("a street without crossings becomes a tree of logarithmic height")
  func chain() {
    let count = 1024
    let tails = (0..<Int32(count - 1)).map { $0 }
    let graph = Digraph(nodeCount: count, tails: tails, heads: tails.map { $0 + 1 })
    let coordinates = (0..<count).map { Coordinate(latitude: 0, longitude: Double($0) / 100) }
    let hierarchy = ContractionHierarchy(
      graph, order: NestedDissection.order(graph, coordinates: coordinates))
    // Each round halves the chain, so a node has at most about 2 log2(1024) = 20 ancestors.
    let depths = hierarchy.parents.indices.map { rank in
      sequence(first: Int32(rank)) {
        let parent = hierarchy.parents[Int($0)]
        return parent < 0 ? nil : parent
      }.reduce(0) { count, _ in count + 1 }
    }
    #expect((depths.max() ?? 0) <= 21)
    // Eliminating inside a chain adds one arc a node at most.
    #expect(hierarchy.upwardArcCount < 2 * count)
  }

  @Test("a grid city gets few arcs")
  func gridArcs() {
    // Row by row every node of a 40 by 40 grid would keep a front of 40: about 64,000 arcs.
    // Nested dissection needs (31/4) n log2 n at most: 7.75 * 1600 * 10.6 = 131,000 in George's
    // bound, and in fact about a seventh of it.
    let hierarchy = RandomDigraph(gridOf: 40, seed: 1).hierarchy
    #expect(hierarchy.upwardArcCount < 20_000)
  }

  @Test("the elimination tree is in postorder and holds every upward arc")
  func eliminationTree() {
    for seed in 0..<30 as Range<UInt64> {
      let hierarchy = RandomDigraph(nodes: 60, arcs: 130, seed: seed).hierarchy
      for rank in 0..<hierarchy.nodeCount {
        #expect(hierarchy.nodes[Int(hierarchy.ranks[rank])] == Int32(rank))
        let heads = hierarchy.upwardArcs(of: rank).map { hierarchy.upwardHeads[$0] }
        #expect(heads == heads.sorted())
        #expect(hierarchy.parents[rank] == heads.first ?? -1)
        for head in heads.dropFirst() {
          let parent = Int(heads[0])
          #expect(
            hierarchy.upwardArcs(of: parent).contains { hierarchy.upwardHeads[$0] == head })
        }
      }
    }
  }
}
