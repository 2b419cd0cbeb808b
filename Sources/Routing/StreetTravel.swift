public import Geography
public import StreetRouting

/// Along streets, on foot or by bicycle; the straight line where one of two places has no street
/// near it.
public struct StreetTravel: TravelModel {
  public let network: StreetNetwork
  public let fallback: StraightLineTravel
  let searches: SearchPool

  public var mode: StreetMode { network.times.mode }

  /// - Parameter fallback: of the same mode, at the speed of the network.
  public init(_ network: StreetNetwork, fallback: StraightLineTravel) {
    self.network = network
    self.fallback = fallback
    searches = SearchPool(nodeCount: network.graph.nodeCount)
  }

  public var basis: TravelBasis {
    .streets(
      source: network.streets.source.description,
      speedKilometersPerHour: fallback.speedKilometersPerHour, fallback: fallback.basis.sentence)
  }

  public func places(_ coordinates: [Coordinate]) -> any ReachablePlaces {
    StreetPlaces(self, coordinates)
  }

  public func time(from: Coordinate, to: Coordinate, limitSeconds: Int) -> TravelTime? {
    guard let origin = network.position(at: from), let destination = network.position(at: to) else {
      return fallback.time(from: from, to: to, limitSeconds: limitSeconds)
    }
    let milliseconds = searches.with { search in
      network.milliseconds(
        from: origin, to: destination, limitMilliseconds: Int32(clamping: limitSeconds * 1000),
        using: &search)
    }
    return milliseconds.map { TravelTime(milliseconds: $0, origin, destination) }
  }

  /// The way itself, for itineraries and maps; `nil` where it is not along streets or too long.
  public func route(from: Coordinate, to: Coordinate, limitSeconds: Int) -> StreetRoute? {
    guard let origin = network.position(at: from), let destination = network.position(at: to) else {
      return nil
    }
    return searches.with { search in
      network.route(
        from: origin, to: destination, limitMilliseconds: Int32(clamping: limitSeconds * 1000),
        using: &search)
    }
  }
}

extension TravelTime {
  /// Along streets between two positions, rounded up.
  init(milliseconds: Int32, _ origin: StreetPosition, _ destination: StreetPosition) {
    self.init(
      seconds: (Int(milliseconds) + 999) / 1000,
      isStraightLine: origin.isFarFromStreets || destination.isFarFromStreets)
  }
}
