import StreetRouting
import TestSupport
import Testing

struct ManyToManyTests {
  private static let unreachable = HierarchyWeights.unreachable

  @Test("times between all nodes of random graphs are Dijkstra's, both directions")
  func randomGraphs() {
    for seed in 0..<150 as Range<UInt64> {
      let nodes = Int(seed % 50)
      let city = RandomDigraph(nodes: nodes, arcs: nodes * Int(1 + seed % 4), seed: seed)
      let weights = HierarchyWeights(city.hierarchy, milliseconds: city.weights)
      let expected = city.reference(from: city.places, to: city.places)
      let there = ManyToMany(weights, targets: city.places).matrix(from: city.places)
      #expect(there == expected, "seed \(seed)")
      let back = ManyToMany(weights, targets: city.places, direction: .backward)
        .matrix(from: city.places)
      let transposed = (0..<nodes * nodes).map { expected[$0 % nodes * nodes + $0 / nodes] }
      #expect(back == transposed, "seed \(seed)")
    }
  }

  @Test("any order of elimination gives the same times")
  func anyOrder() {
    for seed in 0..<20 as Range<UInt64> {
      let city = RandomDigraph(nodes: 30, arcs: 70, seed: seed)
      var random = SeededGenerator(seed: seed)
      let order = (0..<Int32(30)).shuffled(using: &random)
      let weights = HierarchyWeights(
        ContractionHierarchy(city.graph, order: order), milliseconds: city.weights)
      #expect(
        ManyToMany(weights, targets: city.places).matrix(from: city.places)
          == city.reference(from: city.places, to: city.places), "seed \(seed)")
    }
  }

  @Test("a grid city")
  func gridCity() {
    let city = RandomDigraph(gridOf: 40, seed: 5)
    var random = SeededGenerator(seed: 6)
    let (sources, targets) = (city.places(37, &random), city.places(50, &random))
    let weights = HierarchyWeights(city.hierarchy, milliseconds: city.weights)
    let expected = city.reference(from: sources, to: targets)
    #expect(ManyToMany(weights, targets: targets).matrix(from: sources) == expected)
    let one = ManyToMany(weights, targets: targets).matrix(from: [sources[0]])
    #expect(one == Array(expected.prefix(50)), "one source is swept alone")
  }

  @Test("a place is as near as the nearest of its ends, one without ends is nowhere")
  func severalEnds() {
    for seed in 0..<60 as Range<UInt64> {
      let city = RandomDigraph(nodes: 40, arcs: 110, seed: seed)
      var random = SeededGenerator(seed: seed)
      let count = Int(seed % 40)
      let (sources, targets) = (city.places(count, &random), city.places(12, &random))
      let weights = HierarchyWeights(city.hierarchy, milliseconds: city.weights)
      #expect(
        ManyToMany(weights, targets: targets).matrix(from: sources)
          == city.reference(from: sources, to: targets), "seed \(seed)")
    }
  }

  @Test("other weights on the same hierarchy, arcs closed and opened again")
  func reweighting() {
    var random = SeededGenerator(seed: 3)
    var city = RandomDigraph(nodes: 45, arcs: 120, seed: 3)
    var weights = HierarchyWeights(city.hierarchy, milliseconds: city.weights)
    for _ in 0..<20 {
      city.weights = RandomDigraph.weights(120, &random)
      weights.customize(city.weights)
      #expect(
        ManyToMany(weights, targets: city.places).matrix(from: city.places)
          == city.reference(from: city.places, to: city.places))
    }
  }

  @Test("one, two and eight threads deliver the same rows in order")
  func threads() async {
    let city = RandomDigraph(gridOf: 20, seed: 2)
    let weights = HierarchyWeights(city.hierarchy, milliseconds: city.weights)
    let search = ManyToMany(weights, targets: city.places)
    let expected = search.matrix(from: city.places)
    for threads in [1, 2, 8] {
      var (matrix, order): ([Int32], [Int]) = ([], [])
      await search.forEachRow(from: city.places, threads: threads) { source, row in
        order.append(source)
        for target in row.indices { matrix.append(row[target]) }
      }
      #expect(order == Array(0..<400))
      #expect(matrix == expected)
    }
  }

  @Test("a row that cannot be taken ends the delivery with its error")
  func deliveryFails() {
    struct Full: Error {}
    let city = RandomDigraph(gridOf: 8, seed: 2)
    let weights = HierarchyWeights(city.hierarchy, milliseconds: city.weights)
    var rows = 0
    #expect(throws: Full.self) {
      try ManyToMany(weights, targets: city.places).forEachRow(from: city.places) {
        (source, _) throws(Full) in
        rows += 1
        if source == 20 { throw Full() }
      }
    }
    #expect(rows == 21)
  }

  @Test("an empty graph, a single node, no targets")
  func degenerate() {
    let empty = RandomDigraph(nodes: 0, arcs: 0, seed: 0)
    let nothing = HierarchyWeights(empty.hierarchy, milliseconds: [])
    #expect(ManyToMany(nothing, targets: []).matrix(from: [[], []]).isEmpty)
    #expect(ManyToMany(nothing, targets: [[]]).matrix(from: [[]]) == [Self.unreachable])
    let loop = Digraph(nodeCount: 1, tails: [0, 0], heads: [0, 0])
    let single = HierarchyWeights(
      ContractionHierarchy(loop, order: [0]), milliseconds: [5, Self.unreachable])
    let place = [GraphEnd(node: 0, milliseconds: 2)]
    #expect(ManyToMany(single, targets: [place]).matrix(from: [place]) == [4])
  }

  @Test("times beyond eleven days count as unreachable and never overflow")
  func saturation() {
    // Two arcs of 600,000,000 ms are 1.2e9, above 1e9; one is below.
    let graph = Digraph(nodeCount: 3, tails: [0, 1, 2], heads: [1, 2, 0])
    let weights = HierarchyWeights(
      ContractionHierarchy(graph, order: [1, 0, 2]),
      milliseconds: [600_000_000, 600_000_000, .max])
    let places = (0..<3 as Range<Int32>).map { [GraphEnd(node: $0, milliseconds: 0)] }
    for sources in [places, [places[0]]] {  // side by side and alone
      let row = ManyToMany(weights, targets: places).matrix(from: sources).prefix(3)
      #expect(Array(row) == [0, 600_000_000, Self.unreachable])
    }
    let far = ManyToMany(weights, targets: [[GraphEnd(node: 0, milliseconds: .max)]])
    #expect(far.matrix(from: [places[0]]) == [Self.unreachable])
  }
}
