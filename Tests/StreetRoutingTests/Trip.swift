import StreetRouting

/// Times between two positions, as whoever searches puts them together.
enum Trip {
  static func milliseconds(
    _ network: StreetNetwork, _ direction: StreetDirection, from origin: StreetPosition,
    to goal: StreetPosition, limitMilliseconds: Int32 = StreetSearch.unreachable - 1
  ) -> Int? {
    var search = StreetSearch(nodeCount: network.graph.nodeCount)
    let (starts, ends) = (network.departures(origin), network.arrivals(goal))
    let (first, last) = direction == .forward ? (starts, ends) : (ends, starts)
    search.run(network, direction, from: first, limitMilliseconds: limitMilliseconds)
    var found = last.compactMap { end -> Int? in
      let time = search.milliseconds(at: end.node)
      return time == StreetSearch.unreachable ? nil : Int(time) + Int(end.milliseconds)
    }
    if let along = network.alongLinkMilliseconds(from: origin, to: goal) {
      found.append(Int(along))
    }
    return found.min()
  }
}
