import Geography
import PrincipalRoads

/// The network as a plain directed graph, with the simplest Dijkstra there is.
struct RoadGraph {
  struct Arc {
    var head: Int
    var meters: Double
    var seconds: Double
  }

  let nodes: [RoadNode]
  let positions: [String: Int]
  private(set) var arcs: [[Arc]]

  init(_ roads: PrincipalRoads) {
    nodes = roads.nodes
    positions = Dictionary(
      uniqueKeysWithValues: roads.nodes.enumerated().map { ($1.identifier, $0) })
    arcs = Array(repeating: [], count: roads.nodes.count)
    for way in roads.ways {
      let members = way.nodes.compactMap { positions[$0] }
      let kilometersPerHour = Double(way.tags["maxspeed"] ?? "") ?? 50
      for (tail, head) in zip(members, members.dropFirst()) {
        let meters = nodes[tail].coordinate.distanceMeters(to: nodes[head].coordinate)
        let seconds = meters * 3.6 / kilometersPerHour
        arcs[tail].append(Arc(head: head, meters: meters, seconds: seconds))
        if way.tags["oneway"] == "no" {
          arcs[head].append(Arc(head: tail, meters: meters, seconds: seconds))
        }
      }
    }
  }

  /// The graph with every arc turned around.
  var reversed: RoadGraph {
    var graph = self
    graph.arcs = Array(repeating: [], count: nodes.count)
    for (tail, outgoing) in arcs.enumerated() {
      for arc in outgoing {
        graph.arcs[arc.head].append(Arc(head: tail, meters: arc.meters, seconds: arc.seconds))
      }
    }
    return graph
  }

  /// Metres and seconds of the fastest drive at the speed limit to every node; infinite where
  /// there is none.
  func drives(from start: String) -> [(meters: Double, seconds: Double)] {
    var best = Array(
      repeating: (meters: Double.infinity, seconds: Double.infinity), count: nodes.count)
    guard let origin = positions[start] else { return best }
    best[origin] = (0, 0)
    var open = Set([origin])
    while let next = open.min(by: { best[$0].seconds < best[$1].seconds }) {
      open.remove(next)
      for arc in arcs[next] where best[next].seconds + arc.seconds < best[arc.head].seconds {
        best[arc.head] = (best[next].meters + arc.meters, best[next].seconds + arc.seconds)
        open.insert(arc.head)
      }
    }
    return best
  }
}
