public import Geography

/// A way along streets, link by link.
public struct StreetPath: Sendable, Equatable {
  /// A directed link from one share of it to another.
  public struct Stretch: Sendable, Equatable {
    public var link: DirectedLink
    public var from: Double
    public var to: Double

    public var share: Double { to - from }
    public var isWhole: Bool { from <= 0 && to >= 1 }
  }

  public var origin: StreetPosition
  public var destination: StreetPosition
  /// In the order of travel.
  public var stretches: [Stretch]
  /// With the ways between the places and the streets.
  public var milliseconds: Int32
  /// Between the places and the streets, detours included.
  public var offStreetMeters: Double

  /// Along streets.
  public func lengthMeters(in streets: StreetGraph) -> Double {
    stretches.reduce(0) { $0 + $1.lengthMeters(in: streets) }
  }
}

extension StreetPath.Stretch {
  public func lengthMeters(in streets: StreetGraph) -> Double {
    Double(streets.links[link.link].lengthCentimeters) / 100 * share
  }

  /// The geometry, cut at both shares.
  public func points(in streets: StreetGraph) -> [Coordinate] {
    let all = streets.points(of: link).map(\.coordinate)
    guard !isWhole else { return all }
    var along = [0.0]
    for (from, to) in zip(all, all.dropFirst()) {
      along.append((along.last ?? 0) + from.distanceMeters(to: to))
    }
    let total = along.last ?? 0
    let (start, end) = (from * total, to * total)
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
