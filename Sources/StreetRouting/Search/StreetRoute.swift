public import Geography

/// A way along streets.
public struct StreetRoute: Sendable, Equatable {
  /// A stretch of one name.
  public struct Part: Sendable, Equatable {
    /// Empty where the street has none.
    public var name: String
    public var roadClass: RoadClass
    public var lengthMeters: Double
    public var milliseconds: Int32
  }

  /// With the ways between the places and the streets.
  public var milliseconds: Int32
  /// Along streets.
  public var lengthMeters: Double
  /// Between the places and the streets, detours included.
  public var offStreetMeters: Double
  /// From street position to street position.
  public var points: [Coordinate]
  public var parts: [Part]
}

extension StreetNetwork {
  /// The shortest time between two positions; `nil` beyond the limit.
  public func milliseconds(
    from origin: StreetPosition, to destination: StreetPosition, limitMilliseconds: Int32,
    using search: inout StreetSearch
  ) -> Int32? {
    let best = fastest(from: origin, to: destination, limitMilliseconds, &search)
    return [best?.milliseconds, alongLinkMilliseconds(from: origin, to: destination)]
      .compactMap { $0 }.filter { $0 <= limitMilliseconds }.min()
  }

  /// The fastest way between two positions; `nil` beyond the limit.
  public func route(
    from origin: StreetPosition, to destination: StreetPosition, limitMilliseconds: Int32,
    using search: inout StreetSearch
  ) -> StreetRoute? {
    let best = fastest(from: origin, to: destination, limitMilliseconds, &search)
    if let along = alongLinkMilliseconds(from: origin, to: destination),
      along <= limitMilliseconds, along <= best?.milliseconds ?? .max
    {
      let link = DirectedLink(
        origin.link, isBackward: destination.fraction < origin.fraction)
      return StreetRoute(
        self, [Stretch(link: link, from: part(origin, link), to: part(destination, link))],
        milliseconds: along, offStreetMeters(origin) + offStreetMeters(destination))
    }
    guard let best else { return nil }
    var links = search.arcs(to: best.end.node, self).map { graph.arcLinks[$0] }.filter { $0 >= 0 }
      .map { Stretch(link: DirectedLink(raw: $0), from: 0, to: 1) }
    // The ends are not in the search: the link on which one begins, and that on which one ends.
    let first = search.firstNode(before: best.end.node, self)
    if let start = departureLink(origin, to: first, search.milliseconds(at: first)) {
      links.insert(Stretch(link: start, from: part(origin, start), to: 1), at: 0)
    }
    if let end = arrivalLink(destination, from: best.end) {
      links.append(Stretch(link: end, from: 0, to: part(destination, end)))
    }
    return StreetRoute(
      self, links, milliseconds: best.milliseconds,
      offStreetMeters(origin) + offStreetMeters(destination))
  }

  private func offStreetMeters(_ position: StreetPosition) -> Double {
    position.offStreetMeters * connector.detourFactor
  }

  private func fastest(
    from origin: StreetPosition, to destination: StreetPosition, _ limit: Int32,
    _ search: inout StreetSearch
  ) -> (milliseconds: Int32, end: GraphEnd)? {
    let ends = Dictionary(grouping: arrivals(destination), by: \.node)
    var best: (milliseconds: Int32, end: GraphEnd)?
    search.run(self, .forward, from: departures(origin), limitMilliseconds: limit) { node, time in
      for end in ends[node] ?? [] {
        let total = time &+ end.milliseconds
        guard total >= time, total <= limit, total < best?.milliseconds ?? .max else { continue }
        best = (total, end)
      }
      return time >= best?.milliseconds ?? .max
    }
    return best
  }

  /// The directed link on which one begins who comes to `node` first, after `milliseconds`.
  private func departureLink(
    _ position: StreetPosition, to node: Int32, _ milliseconds: Int32
  ) -> DirectedLink? {
    [false, true].map { DirectedLink(position.link, isBackward: $0) }.first { link in
      graph.departureNodes[Int(link.raw)] == node
        && rest(of: link, after: part(position, link)) + offStreetMilliseconds(position)
          == milliseconds
    }
  }

  /// The directed link on which one ends who comes from an end last.
  private func arrivalLink(_ position: StreetPosition, from end: GraphEnd) -> DirectedLink? {
    [false, true].map { DirectedLink(position.link, isBackward: $0) }.first { link in
      let rows =
        Int(graph.arrivalStarts[Int(link.raw)])..<Int(graph.arrivalStarts[Int(link.raw) + 1])
      return graph.arrivalNodes[rows].contains(end.node)
        && beginning(of: link, until: part(position, link)) + offStreetMilliseconds(position)
          == end.milliseconds
    }
  }
}

extension StreetSearch {
  /// The arcs of the mode graph, in the order of travel, by which a forward search came to a node.
  func arcs(to node: Int32, _ network: StreetNetwork) -> [Int] {
    var arcs: [Int] = []
    var node = node
    while let row = parentRow(of: node) {
      let arc = Int(network.forward.positions[row])
      arcs.append(arc)
      node = network.graph.tails[arc]
    }
    return arcs.reversed()
  }

  /// The node where the way to a node begins.
  func firstNode(before node: Int32, _ network: StreetNetwork) -> Int32 {
    var node = node
    while let row = parentRow(of: node) {
      node = network.graph.tails[Int(network.forward.positions[row])]
    }
    return node
  }
}

/// A directed link from one share of it to another.
private struct Stretch {
  var link: DirectedLink
  var from: Double
  var to: Double
}

extension StreetRoute {
  fileprivate init(
    _ network: StreetNetwork, _ stretches: [Stretch], milliseconds: Int32,
    _ offStreetMeters: Double
  ) {
    let streets = network.streets
    var points: [Coordinate] = []
    var parts: [Part] = []
    var length = 0.0
    for stretch in stretches {
      let link = streets.links[stretch.link.link]
      let share = stretch.to - stretch.from
      let meters = Double(link.lengthCentimeters) / 100 * share
      length += meters
      let part = Part(
        name: streets.names[Int(link.name)], roadClass: link.roadClass, lengthMeters: meters,
        milliseconds: Int32(
          (Double(network.times.milliseconds[Int(stretch.link.raw)]) * share).rounded()))
      if let last = parts.indices.last, parts[last].name == part.name,
        parts[last].roadClass == part.roadClass
      {
        parts[last].lengthMeters += part.lengthMeters
        parts[last].milliseconds += part.milliseconds
      } else {
        parts.append(part)
      }
      for point in Self.points(streets, stretch) where points.last != point { points.append(point) }
    }
    self.init(
      milliseconds: milliseconds, lengthMeters: length, offStreetMeters: offStreetMeters,
      points: points, parts: parts)
  }

  /// The geometry of a stretch, cut at both shares.
  private static func points(_ streets: StreetGraph, _ stretch: Stretch) -> [Coordinate] {
    let all = streets.points(of: stretch.link).map(\.coordinate)
    guard stretch.from > 0 || stretch.to < 1 else { return all }
    var along = [0.0]
    for (from, to) in zip(all, all.dropFirst()) {
      along.append((along.last ?? 0) + from.distanceMeters(to: to))
    }
    let total = along.last ?? 0
    let (start, end) = (stretch.from * total, stretch.to * total)
    func place(_ meters: Double) -> Coordinate {
      guard let next = along.firstIndex(where: { $0 >= meters }), next > 0 else { return all[0] }
      let share = (meters - along[next - 1]) / max(1e-9, along[next] - along[next - 1])
      let (from, to) = (all[next - 1], all[next])
      return Coordinate(
        latitude: from.latitude + share * (to.latitude - from.latitude),
        longitude: from.longitude + share * (to.longitude - from.longitude))
    }
    let inner = all.indices.filter { along[$0] > start && along[$0] < end }.map { all[$0] }
    return [place(start)] + inner + [place(end)]
  }
}
