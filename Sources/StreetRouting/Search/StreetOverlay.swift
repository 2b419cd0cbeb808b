/// A street network reduced to what matters between some places: the places, and some of the
/// network's nodes, which keep every shortest time between two of them.
///
/// Nodes are contracted (Geisberger, Sanders, Schultes, Delling, 2008): arcs over a node replace it.
/// Then arcs are left out that are no shorter than the way over another node, and with those gone more
/// nodes can be contracted. The shortest times are the same to the millisecond.
public struct StreetOverlay: Sendable {
  public struct Arc: Sendable, Equatable {
    public var head: Int32
    public var milliseconds: Int32
  }

  public let placeCount: Int
  /// `arcs[starts[n]..<starts[n + 1]]` leave node `n`: the places first, then nodes of the network.
  /// No shortest way leads over a place.
  public let starts: [Int32]
  public let arcs: [Arc]

  public var nodeCount: Int { starts.count - 1 }

  /// - Parameters:
  ///   - positions: the places; `nil` has no arcs.
  ///   - growths: for each round of contractions how many arcs the graph may have more for a node
  ///     less. More rounds leave fewer nodes and more arcs, and take longer than they save.
  public init(
    _ network: StreetNetwork, _ positions: [StreetPosition?], growths: [Int] = [4, 20]
  ) {
    var contraction = StreetContraction(placeCount: positions.count, network)
    for (place, position) in positions.enumerated() {
      guard let position else { continue }
      for end in network.departures(position) {
        contraction.add(from: place, to: positions.count + Int(end.node), end.milliseconds)
      }
      for end in network.arrivals(position) {
        contraction.add(from: positions.count + Int(end.node), to: place, end.milliseconds)
      }
    }
    for (_, places) in Dictionary(grouping: positions.indices, by: { positions[$0]?.link ?? -1 })
      .sorted(by: { $0.key < $1.key })
    {
      for from in places {
        for to in places where from != to {
          guard let origin = positions[from], let destination = positions[to],
            let milliseconds = network.alongLinkMilliseconds(from: origin, to: destination)
          else { continue }
          contraction.add(from: from, to: to, milliseconds)
        }
      }
    }
    placeCount = positions.count
    for growth in growths {
      contraction.run(growth: growth)
      contraction.dropDetours()
    }
    (starts, arcs) = contraction.rows()
  }
}
