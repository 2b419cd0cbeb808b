import Geography
import StreetRouting
import TestSupport

/// A small graph with everything that may occur: loops, parallel arcs, closed arcs, arcs of no
/// time, nodes without arcs, nodes at one place.
struct RandomDigraph {
  var graph: Digraph
  var weights: [Int32]
  var coordinates: [Coordinate]

  init(nodes: Int, arcs: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let places = (0..<nodes).map { _ in
      Coordinate(
        latitude: Double(Int.random(in: 0..<6, using: &random)),
        longitude: Double(Int.random(in: 0..<6, using: &random)))
    }
    let count = nodes == 0 ? 0 : arcs
    let node = { (random: inout SeededGenerator) in
      Int32.random(in: 0..<Int32(nodes), using: &random)
    }
    let ends = (0..<count).map { _ in (node(&random), node(&random)) }
    graph = Digraph(nodeCount: nodes, tails: ends.map(\.0), heads: ends.map(\.1))
    weights = Self.weights(count, &random)
    coordinates = places
  }

  static func weights(_ count: Int, _ random: inout SeededGenerator) -> [Int32] {
    (0..<count).map { _ in
      switch Int.random(in: 0..<10, using: &random) {
      case 0: 0
      case 1: HierarchyWeights.unreachable
      default: Int32.random(in: 1...50, using: &random)
      }
    }
  }

  /// A grid of two-way streets with random times, row by row.
  init(gridOf side: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (tails, heads): ([Int32], [Int32]) = ([], [])
    for row in 0..<side {
      for column in 0..<side {
        let node = Int32(row * side + column)
        if column + 1 < side {
          tails += [node, node + 1]
          heads += [node + 1, node]
        }
        if row + 1 < side {
          tails += [node, node + Int32(side)]
          heads += [node + Int32(side), node]
        }
      }
    }
    graph = Digraph(nodeCount: side * side, tails: tails, heads: heads)
    weights = tails.map { _ in Int32.random(in: 1...1000, using: &random) }
    coordinates = (0..<side * side).map {
      Coordinate(latitude: Double($0 / side) / 100, longitude: Double($0 % side) / 100)
    }
  }

  var hierarchy: ContractionHierarchy {
    ContractionHierarchy(graph, order: NestedDissection.order(graph, coordinates: coordinates))
  }

  /// Every node as a place of its own.
  var places: [[GraphEnd]] {
    (0..<Int32(graph.nodeCount)).map { [GraphEnd(node: $0, milliseconds: 0)] }
  }

  /// Places of up to three ends; some have none.
  func places(_ count: Int, _ random: inout SeededGenerator) -> [[GraphEnd]] {
    (0..<count).map { _ in
      (0..<Int.random(in: 0...3, using: &random)).map { _ in
        GraphEnd(
          node: Int32.random(in: 0..<Int32(graph.nodeCount), using: &random),
          milliseconds: Int32.random(in: 0...30, using: &random))
      }
    }
  }

  /// The matrix by one search of Dijkstra's for each source.
  func reference(from sources: [[GraphEnd]], to targets: [[GraphEnd]]) -> [Int32] {
    sources.flatMap { source in
      let times = Dijkstra(graph, weights: weights, from: source).milliseconds
      return targets.map { ends in
        ends.map { min(HierarchyWeights.unreachable, times[Int($0.node)] + $0.milliseconds) }.min()
          ?? HierarchyWeights.unreachable
      }
    }
  }
}
