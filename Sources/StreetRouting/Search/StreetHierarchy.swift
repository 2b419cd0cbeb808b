public import Geography

extension ModeGraph {
  /// The graph as hierarchies take it; arcs keep their positions.
  public var digraph: Digraph { Digraph(nodeCount: nodeCount, tails: tails, heads: heads) }

  /// Where each node lies.
  public var coordinates: [Coordinate] {
    streetNodes.map { streets.nodes[Int($0)].coordinate }
  }

  /// An order of elimination for a hierarchy over the graph, the same for any number of threads.
  public func eliminationOrder(threads: Int) async -> [Int32] {
    await NestedDissection.order(digraph, coordinates: coordinates, threads: threads)
  }

  /// - Parameter order: of `eliminationOrder`; one of another graph is not taken.
  public func hierarchy(order: [Int32]) -> ContractionHierarchy? {
    var isOrdered = [Bool](repeating: false, count: nodeCount)
    guard order.count == nodeCount else { return nil }
    for node in order {
      guard isOrdered.indices.contains(Int(node)), !isOrdered[Int(node)] else { return nil }
      isOrdered[Int(node)] = true
    }
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
  public func forEachRow(
    from origins: [StreetPosition?], threads: Int, _ body: (Int, [Int32]) -> Void
  ) async {
    let sources = origins.map { $0.map(network.departures) ?? [] }
    await search.forEachRow(from: sources, threads: threads) { (origin, times: Span<Int32>) in
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
      body(origin, row)
    }
  }
}
