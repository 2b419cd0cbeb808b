public import Geography
import StreetRouting

extension TravelModel {
  /// Hands on, origin by origin, the destinations within a limit, with their times; a few rows are
  /// in memory.
  public func forEachRow<Failed: Error>(
    from origins: [Coordinate], to destinations: [Coordinate], limitSeconds: Int, threads: Int,
    _ body: (Int, [ReachedPlace]) throws(Failed) -> Void
  ) async throws(Failed) {
    if let streets = self as? StreetTravel {
      let hierarchy = await streets.network.graph.hierarchy(threads: threads)
      let weights = HierarchyWeights(hierarchy, milliseconds: streets.network.arcMilliseconds)
      return try await streets.forEachRow(
        from: origins, to: destinations, weights, limitSeconds: limitSeconds, threads: threads, body
      )
    }
    let places = places(destinations)
    for (position, origin) in origins.enumerated() {
      try body(position, places.reached(from: origin, limitSeconds: limitSeconds))
    }
  }
}

extension StreetTravel {
  /// - Parameter weights: a hierarchy of the network with its times.
  func forEachRow<Failed: Error>(
    from origins: [Coordinate], to destinations: [Coordinate], _ weights: HierarchyWeights,
    limitSeconds: Int, threads: Int, _ body: (Int, [ReachedPlace]) throws(Failed) -> Void
  ) async throws(Failed) {
    let origin = origins.map { network.position(at: $0) }
    let destination = destinations.map { network.position(at: $0) }
    let matrix = StreetMatrix(network, weights, to: destination)
    try await matrix.forEachRow(from: origin, threads: threads) {
      (from, milliseconds) throws(Failed) in
      try body(
        from,
        destinations.indices.compactMap { to in
          var time: TravelTime?
          if let start = origin[from], let end = destination[to] {
            if milliseconds[to] < StreetMatrix.unreachable {
              time = TravelTime(milliseconds: milliseconds[to], start, end)
            }
          } else {
            time = fallback.time(
              from: origins[from], to: destinations[to], limitSeconds: limitSeconds)
          }
          guard let time, time.seconds <= limitSeconds else { return nil }
          return ReachedPlace(position: to, time: time)
        })
    }
  }
}
