import Geography
import OpenStreetMap
import TestSupport
import Testing

@testable import StreetRouting

/// Every extract at hand: the hierarchy and both directions of the plain search give the same times.
/// (The plain search is held against naive journeys on small streets, which real ones are too large for.)
@Suite(
  .enabled(if: RealData.folder != nil, "needs the real data (ANTENNE_DATA)"), .serialized)
struct RealStreetsTests {
  static let files = [
    "streets/liechtenstein-latest.osm.pbf", "streets/Helsinki.osm.pbf", "bench/poa.osm.pbf",
    "brussels/streets-named-2021-04-12.osm.pbf",
  ]

  @Test("hierarchy, forward and backward searches agree on random pairs", arguments: files)
  func agreement(_ name: String) async throws {
    let path = try #require(RealData.path(name), "the file is missing")
    let streets = try PBFFile(path).streets().graph
    for right in StreetRight.allCases {
      let times =
        switch right {
        case .foot: LinkTimes(streets, .walk, speedKilometersPerHour: 4.8)
        case .bicycle: LinkTimes(streets, .bike, speedKilometersPerHour: 15)
        // Another factor for every link: as re-weighted for an hour.
        case .car: LinkTimes(carOn: streets) { 1 + Double($0.link % 7) / 5 }
        }
      let graph = ModeGraph(streets, right)
      let network = StreetNetwork(graph, times)
      let origins = positions(graph, 10, seed: 1)
      let goals = positions(graph, 60, seed: 2)
      let hierarchy = await graph.hierarchy(threads: 2)
      let weights = HierarchyWeights(
        hierarchy, milliseconds: StreetNetwork.weights(graph, times))
      let matrix = await rows(StreetMatrix(network, weights, to: goals), origins, threads: 2)
      #expect(
        matrix == (await rows(StreetMatrix(network, weights, to: goals), origins, threads: 1)))
      let forward = origins.map { plain(network, .forward, from: $0, to: goals) }
      #expect(matrix == forward, "\(name), \(right)")
      let backward = goals.map { plain(network, .backward, from: $0, to: origins) }
      #expect(
        forward == origins.indices.map { origin in goals.indices.map { backward[$0][origin] } },
        "\(name), \(right)")
      #expect(forward.joined().contains { $0 < Int(StreetMatrix.unreachable) })
    }
  }

  @Test("a route's links follow each other, are allowed and take its time", arguments: files)
  func routes(_ name: String) throws {
    let path = try #require(RealData.path(name), "the file is missing")
    let streets = try PBFFile(path).streets().graph
    let graph = ModeGraph(streets, .car)
    let network = StreetNetwork(graph, LinkTimes(carOn: streets))
    var search = StreetSearch(nodeCount: graph.nodeCount)
    let pairs = zip(positions(graph, 15, seed: 3), positions(graph, 15, seed: 4))
    for (origin, goal) in pairs {
      let limit: Int32 = 4 * 3_600_000
      let time = network.milliseconds(
        from: origin, to: goal, limitMilliseconds: limit, using: &search)
      let route = network.route(from: origin, to: goal, limitMilliseconds: limit, using: &search)
      #expect(route?.milliseconds == time)
      guard let route, let first = route.points.first, let last = route.points.last else {
        continue
      }
      #expect(first.distanceMeters(to: origin.place) < 1)
      #expect(last.distanceMeters(to: goal.place) < 1)
      // Parts are rounded link by link at both ends only.
      let sum = route.parts.reduce(0) { $0 + Int($1.milliseconds) }
      #expect(abs(sum - Int(route.milliseconds)) <= 2)
      let drawn = zip(route.points, route.points.dropFirst()).reduce(0) {
        $0 + $1.0.distanceMeters(to: $1.1)
      }
      #expect(abs(drawn - route.lengthMeters) <= 0.01 * route.lengthMeters + 1)
    }
  }

  private func positions(_ graph: ModeGraph, _ count: Int, seed: UInt64) -> [StreetPosition] {
    var random = SeededGenerator(seed: seed)
    let links = graph.isConnected.indices.filter { graph.isConnected[$0] }
    return (0..<count).compactMap { _ in
      links.randomElement(using: &random).map { link in
        let fraction = Double.random(in: 0...1, using: &random)
        let points = graph.streets.points(of: DirectedLink(link, isBackward: false))
        return StreetPosition(
          link: link, fraction: fraction, place: Self.place(points.map(\.coordinate), fraction),
          offStreetMeters: 0)
      }
    }
  }

  private static func place(_ points: [Coordinate], _ fraction: Double) -> Coordinate {
    let lengths = zip(points, points.dropFirst()).map { $0.distanceMeters(to: $1) }
    var rest = fraction * lengths.reduce(0, +)
    for (index, length) in lengths.enumerated() {
      if rest <= length, length > 0 {
        let (from, to) = (points[index], points[index + 1])
        return Coordinate(
          latitude: from.latitude + rest / length * (to.latitude - from.latitude),
          longitude: from.longitude + rest / length * (to.longitude - from.longitude))
      }
      rest -= length
    }
    return points[points.count - 1]
  }

  private func rows(
    _ matrix: StreetMatrix, _ origins: [StreetPosition], threads: Int
  ) async -> [[Int]] {
    var rows: [[Int]] = []
    await matrix.forEachRow(from: origins, threads: threads) { rows.append($1.map(Int.init)) }
    return rows
  }

  /// One plain search from a position serves all others; `unreachable` as the matrix has it.
  private func plain(
    _ network: StreetNetwork, _ direction: StreetDirection, from position: StreetPosition,
    to others: [StreetPosition]
  ) -> [Int] {
    let isForward = direction == .forward
    var search = StreetSearch(nodeCount: network.graph.nodeCount)
    search.run(
      network, direction,
      from: isForward ? network.departures(position) : network.arrivals(position),
      limitMilliseconds: StreetMatrix.unreachable)
    return others.map { other in
      var found = [Int(StreetMatrix.unreachable)]
      for end in isForward ? network.arrivals(other) : network.departures(other) {
        let time = search.milliseconds(at: end.node)
        if time < StreetSearch.unreachable { found.append(Int(time) + Int(end.milliseconds)) }
      }
      let (from, to) = isForward ? (position, other) : (other, position)
      if let along = network.alongLinkMilliseconds(from: from, to: to) { found.append(Int(along)) }
      return found.min() ?? 0
    }
  }
}
