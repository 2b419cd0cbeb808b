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
    let best = fastest(.forward, origin, [destination], limitMilliseconds, &search)[0]
    return [best?.milliseconds, alongLinkMilliseconds(from: origin, to: destination)]
      .compactMap { $0 }.filter { $0 <= limitMilliseconds }.min()
  }

  /// The fastest way between two positions; `nil` beyond the limit.
  public func route(
    from origin: StreetPosition, to destination: StreetPosition, limitMilliseconds: Int32,
    using search: inout StreetSearch
  ) -> StreetRoute? {
    var route: StreetRoute?
    paths(
      .forward, origin, [destination], limitMilliseconds: limitMilliseconds, using: &search
    ) { route = StreetRoute($1, self) }
    return route
  }
}

extension StreetRoute {
  init(_ path: StreetPath, _ network: StreetNetwork) {
    let streets = network.streets
    var points: [Coordinate] = []
    var parts: [Part] = []
    for stretch in path.stretches {
      let link = streets.links[stretch.link.link]
      let part = Part(
        name: streets.names[Int(link.name)], roadClass: link.roadClass,
        lengthMeters: stretch.lengthMeters(in: streets),
        milliseconds: Int32(
          (Double(network.times.milliseconds[Int(stretch.link.raw)]) * stretch.share).rounded()))
      if let last = parts.indices.last, parts[last].name == part.name,
        parts[last].roadClass == part.roadClass
      {
        parts[last].lengthMeters += part.lengthMeters
        parts[last].milliseconds += part.milliseconds
      } else {
        parts.append(part)
      }
      for point in stretch.points(in: streets) where points.last != point { points.append(point) }
    }
    self.init(
      milliseconds: path.milliseconds, lengthMeters: path.lengthMeters(in: streets),
      offStreetMeters: path.offStreetMeters, points: points, parts: parts)
  }
}
