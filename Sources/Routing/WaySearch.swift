public import Geography
public import StreetRouting

/// A way without a timetable, and what it runs along.
public enum TravelWay: Sendable {
  case streets(StreetPath)
  /// The declared fallback where no street is; metres with the detour.
  case straightLine(meters: Double)
}

/// Finds the ways themselves between one place and many others by one means, with one search.
///
/// `ReachablePlaces` gives the same ways' times and is quicker.
public struct WaySearch: Sendable {
  private let model: any TravelModel
  private let others: [Coordinate]
  /// On the streets of the model; `nil` where none is near.
  private let positions: [StreetPosition?]

  public init(_ model: any TravelModel, _ others: [Coordinate]) {
    self.model = model
    self.others = others
    let network = (model as? StreetTravel)?.network
    positions = others.map { network?.position(at: $0) }
  }

  /// - Parameters:
  ///   - direction: forward from the place to the others, backward from the others to the place.
  ///   - wanted: positions of others.
  ///   - visit: called with each of these that has a way, however long.
  public func ways(
    _ direction: StreetDirection, _ place: Coordinate, _ wanted: [Int],
    visit: (Int, TravelWay) -> Void
  ) {
    guard let travel = model as? StreetTravel, let fixed = travel.network.position(at: place) else {
      for other in wanted { straightLine(place, other, visit) }
      return
    }
    let onStreets = wanted.filter { positions[$0] != nil }
    travel.searches.with { search in
      travel.network.paths(
        direction, fixed, onStreets.compactMap { positions[$0] }, limitMilliseconds: .max,
        using: &search
      ) { visit(onStreets[$0], .streets($1)) }
    }
    for other in wanted where positions[other] == nil { straightLine(place, other, visit) }
  }

  private func straightLine(_ place: Coordinate, _ other: Int, _ visit: (Int, TravelWay) -> Void) {
    guard place.isValid, others[other].isValid else { return }
    let meters = place.distanceMeters(to: others[other]) * model.fallback.detourFactor
    visit(other, .straightLine(meters: meters))
  }
}
