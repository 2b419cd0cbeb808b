import Geography

extension ModeGraph {
  /// A hierarchy over the graph, the same for any number of threads; arcs keep their positions.
  public func hierarchy(threads: Int) async -> ContractionHierarchy {
    let digraph = Digraph(nodeCount: nodeCount, tails: tails, heads: heads)
    let places = streetNodes.map { streets.nodes[Int($0)].coordinate }
    let order = await NestedDissection.order(digraph, coordinates: places, threads: threads)
    return ContractionHierarchy(digraph, order: order)
  }
}

/// Times between many places over a hierarchy; other times for the streets cost a customization
/// and no rebuild.
public struct StreetMatrix: Sendable {
  public static let unreachable = HierarchyWeights.unreachable

  private let network: StreetNetwork
  private let destinations: [StreetPosition?]
  private let search: ManyToMany
  private let byLink: [Int: [Int]]

  /// - Parameters:
  ///   - weights: of the network's graph and times.
  ///   - destinations: `nil` is unreachable.
  public init(
    _ network: StreetNetwork, _ weights: HierarchyWeights, to destinations: [StreetPosition?]
  ) {
    self.network = network
    self.destinations = destinations
    search = ManyToMany(
      weights, targets: destinations.map { $0.map(network.arrivals) ?? [] })
    byLink = Dictionary(
      grouping: destinations.indices.filter { destinations[$0] != nil },
      by: { destinations[$0]?.link ?? 0 })
  }

  /// Calls `body` for each origin in order with its milliseconds to every destination, the ways
  /// between places and streets included; `unreachable` where there is no way.
  public func forEachRow<Failed: Error>(
    from origins: [StreetPosition?], threads: Int, _ body: (Int, [Int32]) throws(Failed) -> Void
  ) async throws(Failed) {
    let sources = origins.map { $0.map(network.departures) ?? [] }
    try await search.forEachRow(from: sources, threads: threads) {
      (origin, times: Span<Int32>) throws(Failed) in
      var row: [Int32] = []
      row.reserveCapacity(times.count)
      for target in times.indices { row.append(times[target]) }
      if let position = origins[origin] {
        for target in byLink[position.link] ?? [] {
          guard let destination = destinations[target],
            let along = network.alongLinkMilliseconds(from: position, to: destination)
          else { continue }
          row[target] = min(row[target], along)
        }
      }
      try body(origin, row)
    }
  }
}
