public import Geography
import StreetRouting

extension TravelModel {
  /// Times from each origin to the destinations within a limit, for many of both.
  ///
  /// - Returns: for each origin the destinations that it reaches, by position.
  public func times(
    from origins: [Coordinate], to destinations: [Coordinate], limitSeconds: Int, threads: Int
  ) async -> [[ReachedPlace]] {
    if let streets = self as? StreetTravel {
      let hierarchy = await streets.network.graph.hierarchy(threads: threads)
      let weights = HierarchyWeights(hierarchy, milliseconds: streets.network.arcMilliseconds)
      return await streets.times(
        from: origins, to: destinations, weights, limitSeconds: limitSeconds, threads: threads)
    }
    let places = places(destinations)
    return origins.map { places.reached(from: $0, limitSeconds: limitSeconds) }
  }
}

extension StreetTravel {
  /// - Parameter weights: a hierarchy of the network with its times.
  func times(
    from origins: [Coordinate], to destinations: [Coordinate], _ weights: HierarchyWeights,
    limitSeconds: Int, threads: Int
  ) async -> [[ReachedPlace]] {
    let origin = origins.map { network.position(at: $0) }
    let destination = destinations.map { network.position(at: $0) }
    let matrix = StreetMatrix(network, weights, to: destination)
    var rows: [[ReachedPlace]] = []
    await matrix.forEachRow(from: origin, threads: threads) { from, milliseconds in
      rows.append(
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
    return rows
  }
}
