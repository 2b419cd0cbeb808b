public import Geography
public import StreetRouting

/// The declared fallback without a street network: great-circle distance × a detour factor.
public struct StraightLineTravel: TravelModel {
  public let mode: StreetMode
  public let detourFactor: Double
  public let speedKilometersPerHour: Double

  /// - Parameters: 1.3 and 4.8 km/h are the project's defaults; cycling is 15 km/h.
  public init(
    mode: StreetMode = .walk, detourFactor: Double = 1.3, speedKilometersPerHour: Double = 4.8
  ) {
    precondition(detourFactor >= 1 && speedKilometersPerHour > 0)
    self.mode = mode
    self.detourFactor = detourFactor
    self.speedKilometersPerHour = speedKilometersPerHour
  }

  public var basis: TravelBasis {
    .straightLine(detourFactor: detourFactor, speedKilometersPerHour: speedKilometersPerHour)
  }

  public var fallback: StraightLineTravel { self }

  public func places(_ coordinates: [Coordinate]) -> any ReachablePlaces {
    Places(model: self, coordinates: coordinates)
  }

  public func time(from: Coordinate, to: Coordinate, limitSeconds: Int) -> TravelTime? {
    guard from.isValid, to.isValid else { return nil }
    let seconds = seconds(meters: from.distanceMeters(to: to))
    return seconds <= limitSeconds ? TravelTime(seconds: seconds, isStraightLine: true) : nil
  }

  func seconds(meters: Double) -> Int {
    Int((meters * detourFactor / (speedKilometersPerHour / 3.6)).rounded(.up))
  }

  private struct Places: ReachablePlaces {
    let model: StraightLineTravel
    let grid: PointGrid
    /// Positions in the list that was given; places without coordinates cannot be reached.
    let positions: [Int]

    init(model: StraightLineTravel, coordinates: [Coordinate]) {
      self.model = model
      positions = coordinates.indices.filter { coordinates[$0].isValid }
      grid = PointGrid(positions.map { coordinates[$0] })
    }

    func reached(from: Coordinate, limitSeconds: Int) -> [ReachedPlace] {
      let radius =
        Double(limitSeconds) * model.speedKilometersPerHour / 3.6 / model.detourFactor
      var reached: [ReachedPlace] = []
      grid.forEach(within: radius, of: from) { index, meters in
        let time = TravelTime(seconds: model.seconds(meters: meters), isStraightLine: true)
        reached.append(ReachedPlace(position: positions[index], time: time))
      }
      return reached.filter { $0.time.seconds <= limitSeconds }
    }

    func reaching(_ place: Coordinate, limitSeconds: Int) -> [ReachedPlace] {
      reached(from: place, limitSeconds: limitSeconds)
    }
  }
}
