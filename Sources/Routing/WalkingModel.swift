public import Geography

/// How long it takes on foot (or by bicycle) from place to place.
///
/// The street network fills the same interface; where there are no streets, `StraightLineWalking`
/// stands in and says so in its `basis`.
public protocol WalkingModel: Sendable {
  /// What the times stand on, to be printed with every result that used them.
  var basis: WalkingBasis { get }
  /// Prepares a set of places for many searches.
  func places(_ coordinates: [Coordinate]) -> any ReachablePlaces
  /// Seconds from one place to another, rounded up to whole seconds; `nil` beyond the limit.
  func seconds(from: Coordinate, to: Coordinate, limitSeconds: Int) -> Int?
}

/// Places that can be searched from anywhere.
public protocol ReachablePlaces: Sendable {
  /// The places within a time, by position, each with its seconds.
  func reached(
    from: Coordinate, limitSeconds: Int
  ) -> [(position: Int, seconds: Int)]
}

public enum WalkingBasis: Sendable, Equatable {
  case streets
  case straightLine(detourFactor: Double, speedKilometersPerHour: Double)

  public var sentence: String {
    switch self {
    case .streets: "along streets"
    case .straightLine(let factor, let speed):
      "straight line × \(factor) at \(speed) km/h (no street network)"
    }
  }
}

/// The declared fallback without a street network: great-circle distance × a detour factor.
public struct StraightLineWalking: WalkingModel {
  public let detourFactor: Double
  public let speedKilometersPerHour: Double

  /// - Parameters: 1.3 and 4.8 km/h are the project's defaults; cycling is 15 km/h.
  public init(detourFactor: Double = 1.3, speedKilometersPerHour: Double = 4.8) {
    precondition(detourFactor >= 1 && speedKilometersPerHour > 0)
    self.detourFactor = detourFactor
    self.speedKilometersPerHour = speedKilometersPerHour
  }

  public var basis: WalkingBasis {
    .straightLine(detourFactor: detourFactor, speedKilometersPerHour: speedKilometersPerHour)
  }

  public func places(_ coordinates: [Coordinate]) -> any ReachablePlaces {
    Places(model: self, coordinates: coordinates)
  }

  public func seconds(from: Coordinate, to: Coordinate, limitSeconds: Int) -> Int? {
    guard from.isValid, to.isValid else { return nil }
    let seconds = seconds(meters: from.distanceMeters(to: to))
    return seconds <= limitSeconds ? seconds : nil
  }

  func seconds(meters: Double) -> Int {
    Int((meters * detourFactor / (speedKilometersPerHour / 3.6)).rounded(.up))
  }

  private struct Places: ReachablePlaces {
    let model: StraightLineWalking
    let grid: PointGrid
    /// Positions in the list that was given; places without coordinates cannot be reached.
    let positions: [Int]

    init(model: StraightLineWalking, coordinates: [Coordinate]) {
      self.model = model
      positions = coordinates.indices.filter { coordinates[$0].isValid }
      grid = PointGrid(positions.map { coordinates[$0] })
    }

    func reached(
      from: Coordinate, limitSeconds: Int
    ) -> [(position: Int, seconds: Int)] {
      let radius =
        Double(limitSeconds) * model.speedKilometersPerHour / 3.6 / model.detourFactor
      var reached: [(position: Int, seconds: Int)] = []
      grid.forEach(within: radius, of: from) { index, meters in
        reached.append((positions[index], model.seconds(meters: meters)))
      }
      return reached.filter { $0.seconds <= limitSeconds }
    }
  }
}
