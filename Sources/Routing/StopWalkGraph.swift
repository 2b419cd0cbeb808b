import StreetRouting
import TransitRouting

/// The walks between the stops of a timetable along streets, however long.
struct StopWalkGraph {
  let graph: WalkGraph

  /// - Parameter keptApart: pairs of stops between which nobody walks here, since a transfer says
  ///   how long that takes, or that it cannot be done.
  init(_ timetable: Timetable, along travel: StreetTravel, keptApart: [StopPair]) {
    let service = timetable.service()
    let positions = timetable.stops.indices.map { stop in
      service.alightable[stop] || service.boardable[stop]
        ? travel.network.position(at: timetable.stops[stop].coordinate) : nil
    }
    let overlay = StreetOverlay(travel.network, positions)
    var arcs: [[WalkGraph.Arc]] = []
    for node in 0..<overlay.nodeCount {
      let isUsed = node >= timetable.stops.count || service.alightable[node]
      let row = Int(overlay.starts[node])..<Int(overlay.starts[node + 1])
      arcs.append(
        !isUsed
          ? []
          : overlay.arcs[row].compactMap {
            let head = Int($0.head)
            guard head >= timetable.stops.count || service.boardable[head] else { return nil }
            return WalkGraph.Arc(to: head, milliseconds: $0.milliseconds)
          })
    }
    graph = WalkGraph(
      stopCount: timetable.stops.count, arcs: arcs,
      groups: Self.groups(timetable.stops.count, keptApart))
  }

  /// Stops that pairs join, directly or over others, have one number; 0 for those in no pair.
  static func groups(_ stopCount: Int, _ pairs: [StopPair]) -> [Int32] {
    var parents = Array(0..<stopCount)
    func root(_ stop: Int) -> Int {
      var stop = stop
      while parents[stop] != stop { stop = parents[stop] }
      return stop
    }
    for pair in pairs {
      let (a, b) = (root(pair.from.position), root(pair.to.position))
      parents[max(a, b)] = min(a, b)
    }
    var groups = [Int32](repeating: 0, count: stopCount)
    for pair in pairs {
      for stop in [pair.from, pair.to] {
        groups[stop.position] = Int32(root(stop.position) + 1)
      }
    }
    return groups
  }
}
