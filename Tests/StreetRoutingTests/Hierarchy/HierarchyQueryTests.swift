import StreetRouting
import TestSupport
import Testing

struct HierarchyQueryTests {
  @Test("paths are connected, lead from end to end and take the shortest time")
  func pathsAreShortest() throws {
    var found = 0
    var query = HierarchyQuery()
    for seed in 0..<80 as Range<UInt64> {
      let city = RandomDigraph(nodes: 40, arcs: 40 * Int(1 + seed % 4), seed: seed)
      var random = SeededGenerator(seed: seed)
      let (sources, targets) = (city.places(8, &random), city.places(8, &random))
      let weights = HierarchyWeights(city.hierarchy, milliseconds: city.weights)
      let expected = city.reference(from: sources, to: targets)
      for (source, from) in sources.enumerated() {
        for (target, to) in targets.enumerated() {
          let time = expected[source * 8 + target]
          #expect(query.milliseconds(weights, from: from, to: to) == time)
          guard let path = query.path(weights, from: from, to: to) else {
            #expect(time == HierarchyWeights.unreachable)
            continue
          }
          found += 1
          #expect(path.milliseconds == time)
          try check(path, city, from, to)
        }
      }
    }
    #expect(found > 1000)
  }

  private func check(
    _ path: HierarchyPath, _ city: RandomDigraph, _ from: [GraphEnd], _ to: [GraphEnd]
  ) throws {
    let tails = city.graph.tails
    var node = from[path.sourceEnd].node
    var time = from[path.sourceEnd].milliseconds
    for arc in path.arcs {
      #expect(tails[Int(arc)] == node)
      node = city.graph.heads[Int(arc)]
      time += city.weights[Int(arc)]
    }
    #expect(node == to[path.targetEnd].node)
    #expect(time + to[path.targetEnd].milliseconds == path.milliseconds)
  }

  @Test("of parallel arcs the shorter one is taken; source and target at one node need none")
  func parallelArcs() {
    let graph = Digraph(nodeCount: 2, tails: [0, 0, 0], heads: [1, 1, 1])
    let weights = HierarchyWeights(
      ContractionHierarchy(graph, order: [0, 1]), milliseconds: [7, 4, 9])
    var query = HierarchyQuery()
    let (from, to) = ([GraphEnd(node: 0, milliseconds: 1)], [GraphEnd(node: 1, milliseconds: 2)])
    #expect(
      query.path(weights, from: from, to: to)
        == HierarchyPath(sourceEnd: 0, targetEnd: 0, arcs: [1], milliseconds: 7))
    #expect(query.path(weights, from: from, to: from)?.arcs == [])
    #expect(query.path(weights, from: to, to: from) == nil)
    #expect(query.path(weights, from: [], to: to) == nil)
  }

  @Test("a query object serves hierarchies of different size in turn")
  func reuse() {
    var query = HierarchyQuery()
    for side in [12, 5, 12, 1] {
      let city = RandomDigraph(gridOf: side, seed: UInt64(side))
      let weights = HierarchyWeights(city.hierarchy, milliseconds: city.weights)
      let from = [GraphEnd(node: 0, milliseconds: 0)]
      let to = [GraphEnd(node: Int32(side * side - 1), milliseconds: 0)]
      #expect(
        query.milliseconds(weights, from: from, to: to)
          == city.reference(from: [from], to: [to])[0])
    }
  }
}
