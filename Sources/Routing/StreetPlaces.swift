import Geography
import StreetRouting

/// Places joined with the street network: one search finds all of them within a time.
struct StreetPlaces: ReachablePlaces {
  private let travel: StreetTravel
  private let positions: [StreetPosition?]
  private let byLink: [Int: [Int]]
  private let arrivals: EndRows
  private let departures: EndRows
  /// All places, for searches from where there is no street, and those without a street.
  private let all: any ReachablePlaces
  private let streetless: any ReachablePlaces
  private let streetlessPositions: [Int]

  init(_ travel: StreetTravel, _ coordinates: [Coordinate]) {
    let network = travel.network
    let positions = coordinates.map { network.position(at: $0) }
    self.travel = travel
    self.positions = positions
    byLink = Dictionary(
      grouping: positions.indices.filter { positions[$0] != nil }, by: { positions[$0]?.link ?? 0 })
    let count = network.graph.nodeCount
    arrivals = EndRows(count, positions.map { $0.map(network.arrivals) ?? [] })
    departures = EndRows(count, positions.map { $0.map(network.departures) ?? [] })
    all = travel.fallback.places(coordinates)
    streetlessPositions = positions.indices.filter { positions[$0] == nil }
    streetless = travel.fallback.places(streetlessPositions.map { coordinates[$0] })
  }

  func reached(from place: Coordinate, limitSeconds: Int) -> [ReachedPlace] {
    search(.forward, place, limitSeconds)
  }

  func reaching(_ place: Coordinate, limitSeconds: Int) -> [ReachedPlace] {
    search(.backward, place, limitSeconds)
  }

  private func search(
    _ direction: StreetDirection, _ place: Coordinate, _ limitSeconds: Int
  ) -> [ReachedPlace] {
    guard let position = travel.network.position(at: place) else {
      return all.reached(from: place, limitSeconds: limitSeconds)
    }
    let isForward = direction == .forward
    let limit = Int32(clamping: limitSeconds * 1000)
    var best: [Int: Int32] = [:]
    func offer(_ target: Int, _ milliseconds: Int32) {
      guard milliseconds <= limit, milliseconds < best[target] ?? .max else { return }
      best[target] = milliseconds
    }
    for target in byLink[position.link] ?? [] {
      guard let other = positions[target],
        let along = travel.network.alongLinkMilliseconds(
          from: isForward ? position : other, to: isForward ? other : position)
      else { continue }
      offer(target, along)
    }
    travel.searches.with { search in
      search.run(
        travel.network, direction,
        from: isForward
          ? travel.network.departures(position) : travel.network.arrivals(position),
        limitMilliseconds: limit)
      let rows = isForward ? arrivals : departures
      for node in search.settled {
        rows.forEach(at: node) { target, milliseconds in
          let (total, overflows) = search.milliseconds(at: node)
            .addingReportingOverflow(milliseconds)
          if !overflows { offer(target, total) }
        }
      }
    }
    let onStreets = best.map {
      ReachedPlace(
        position: $0.key,
        time: TravelTime(milliseconds: $0.value, position, positions[$0.key] ?? position))
    }
    let others = streetless.reached(from: place, limitSeconds: limitSeconds).map {
      ReachedPlace(position: streetlessPositions[$0.position], time: $0.time)
    }
    return (onStreets + others).sorted { $0.position < $1.position }
  }
}

/// For each node of a network the places that it is an end of.
private struct EndRows: Sendable {
  private let starts: [Int32]
  private let ends: [(place: Int32, milliseconds: Int32)]

  init(_ nodeCount: Int, _ places: [[GraphEnd]]) {
    var starts = [Int32](repeating: 0, count: nodeCount + 1)
    for end in places.joined() { starts[Int(end.node) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var rows = [(place: Int32, milliseconds: Int32)](
      repeating: (0, 0), count: Int(starts[nodeCount]))
    for (place, ends) in places.enumerated() {
      for end in ends {
        rows[Int(next[Int(end.node)])] = (Int32(place), end.milliseconds)
        next[Int(end.node)] += 1
      }
    }
    self.starts = starts
    ends = rows
  }

  func forEach(at node: Int32, _ visit: (Int, Int32) -> Void) {
    for row in Int(starts[Int(node)])..<Int(starts[Int(node) + 1]) {
      visit(Int(ends[row].place), ends[row].milliseconds)
    }
  }
}
