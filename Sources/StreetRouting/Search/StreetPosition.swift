public import Geography

/// A place on a link, and how it was found from a coordinate.
public struct StreetPosition: Sendable, Hashable {
  public var link: Int
  /// From the link's beginning, 0 to 1.
  public var fraction: Double
  /// The nearest point of the link.
  public var place: Coordinate
  /// From the coordinate to there.
  public var offStreetMeters: Double

  /// Whether the way to the street is too long to be called one along streets.
  public var isFarFromStreets: Bool { offStreetMeters > Connector.longestHonestMeters }
}

extension StreetNetwork {
  /// The nearest street from which a journey can begin or end, `nil` beyond the limit.
  public func position(at place: Coordinate) -> StreetPosition? {
    index.nearest(to: place, withinMeters: connector.reachMeters)
  }

  /// The way between the coordinate and the street; it takes no longer than the longest link.
  public func offStreetMilliseconds(_ position: StreetPosition) -> Int32 {
    let meters = position.offStreetMeters * connector.detourFactor
    let milliseconds = meters * 3600 / connector.speedKilometersPerHour
    return Int32(min(milliseconds.rounded(), Double(LinkTimes.maximumMilliseconds)))
  }

  /// Nodes that one comes to first from a position, both ways along its link, with the way to it.
  public func departures(_ position: StreetPosition) -> [GraphEnd] {
    ends(position) { link, part in
      let node = graph.departureNodes[Int(link.raw)]
      return node < 0 ? [] : [GraphEnd(node: node, milliseconds: rest(of: link, after: part))]
    }
  }

  /// Nodes that one comes from last to a position, with the way from it.
  public func arrivals(_ position: StreetPosition) -> [GraphEnd] {
    ends(position) { link, part in
      guard graph.departureNodes[Int(link.raw)] >= 0 else { return [] }
      let rows =
        Int(graph.arrivalStarts[Int(link.raw)])..<Int(graph.arrivalStarts[Int(link.raw) + 1])
      return graph.arrivalNodes[rows].map {
        GraphEnd(node: $0, milliseconds: beginning(of: link, until: part))
      }
    }
  }

  /// Along one link from a position to another one on it; `nil` where they are on two links or
  /// the link does not lead that way.
  public func alongLinkMilliseconds(
    from origin: StreetPosition, to destination: StreetPosition
  ) -> Int32? {
    guard origin.link == destination.link else { return nil }
    let ways = [false, true].compactMap { isBackward -> Int32? in
      let link = DirectedLink(origin.link, isBackward: isBackward)
      let (start, end) = (part(origin, link), part(destination, link))
      guard start <= end, graph.departureNodes[Int(link.raw)] >= 0 else { return nil }
      return beginning(of: link, until: end) - beginning(of: link, until: start)
    }
    guard let best = ways.min() else { return nil }
    return best + offStreetMilliseconds(origin) + offStreetMilliseconds(destination)
  }

  private func ends(
    _ position: StreetPosition, _ ends: (DirectedLink, Double) -> [GraphEnd]
  ) -> [GraphEnd] {
    let offStreet = offStreetMilliseconds(position)
    return [false, true].flatMap { isBackward in
      let link = DirectedLink(position.link, isBackward: isBackward)
      return ends(link, part(position, link)).map {
        GraphEnd(node: $0.node, milliseconds: $0.milliseconds + offStreet)
      }
    }
  }

  /// The share of a directed link that lies before a position.
  func part(_ position: StreetPosition, _ link: DirectedLink) -> Double {
    link.isBackward ? 1 - position.fraction : position.fraction
  }

  func beginning(of link: DirectedLink, until part: Double) -> Int32 {
    Int32((Double(times.milliseconds[Int(link.raw)]) * part).rounded())
  }

  func rest(of link: DirectedLink, after part: Double) -> Int32 {
    times.milliseconds[Int(link.raw)] - beginning(of: link, until: part)
  }
}
