import Geography
import TestSupport

@testable import StreetRouting

/// What tests need on random streets.
extension RandomStreets {
  static func times(_ streets: StreetGraph, _ right: StreetRight) -> LinkTimes {
    switch right {
    case .foot: LinkTimes(streets, .walk, speedKilometersPerHour: 4.8)
    case .bicycle: LinkTimes(streets, .bike, speedKilometersPerHour: 15)
    case .car: LinkTimes(carOn: streets)
    }
  }

  static func positions(
    _ streets: StreetGraph, _ random: inout SeededGenerator, _ count: Int
  ) -> [StreetPosition] {
    guard !streets.links.isEmpty else { return [] }
    return (0..<count).map { _ in
      let fractions = [0, 1, 0.5, Double.random(in: 0...1, using: &random)]
      return StreetPosition(
        link: Int.random(in: streets.links.indices, using: &random),
        fraction: fractions.randomElement(using: &random) ?? 0,
        place: Coordinate(latitude: 50, longitude: 4), offStreetMeters: 0)
    }
  }

  /// Where a position lies, by the length of the link's pieces.
  static func place(_ streets: StreetGraph, _ position: StreetPosition) -> Coordinate {
    let points = streets.points(of: DirectedLink(position.link, isBackward: false)).map(
      \.coordinate)
    let lengths = zip(points, points.dropFirst()).map { $0.distanceMeters(to: $1) }
    var rest = position.fraction * lengths.reduce(0, +)
    var piece = 0
    while piece + 1 < lengths.count, rest > lengths[piece] {
      rest -= lengths[piece]
      piece += 1
    }
    let share = lengths[piece] > 0 ? rest / lengths[piece] : 0
    let (from, to) = (points[piece], points[piece + 1])
    return Coordinate(
      latitude: from.latitude + share * (to.latitude - from.latitude),
      longitude: from.longitude + share * (to.longitude - from.longitude))
  }
}
