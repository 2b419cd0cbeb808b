/// What one trip between home and work, one way, puts on roads, rails and the border.
public struct TripLoad: Sendable, Equatable, Codable {
  /// Driven, by class of road.
  public var motorwayKilometers = 0.0
  public var mainRoadKilometers = 0.0
  public var minorRoadKilometers = 0.0
  /// Of these, on the ring road.
  public var ringKilometers = 0.0
  /// How often the car crosses the Region's border.
  public var borderCrossings = 0.0
  public var trainKilometers = 0.0
  public var metroKilometers = 0.0
  public var tramKilometers = 0.0
  public var busKilometers = 0.0
  /// On foot or by bicycle.
  public var activeKilometers = 0.0
  /// How often a train is ridden into or through the junction between the main stations.
  public var junctionRides = 0.0

  public init() {}

  public var carKilometers: Double {
    motorwayKilometers + mainRoadKilometers + minorRoadKilometers
  }

  /// Every field by itself, so that none is forgotten in a sum.
  public static let fields: [any WritableKeyPath<TripLoad, Double> & Sendable] = [
    \.motorwayKilometers, \.mainRoadKilometers, \.minorRoadKilometers, \.ringKilometers,
    \.borderCrossings, \.trainKilometers, \.metroKilometers, \.tramKilometers, \.busKilometers,
    \.activeKilometers, \.junctionRides,
  ]

  public static func += (sum: inout TripLoad, other: TripLoad) {
    sum = sum.combined(with: other, +)
  }

  public static func - (load: TripLoad, other: TripLoad) -> TripLoad {
    load.combined(with: other, -)
  }

  public static func * (load: TripLoad, factor: Double) -> TripLoad {
    load.combined(with: load) { value, _ in value * factor }
  }

  /// Written out, because key paths take longer than all else in a mean over modes.
  @inline(__always)
  private func combined(
    with other: TripLoad, _ combine: (Double, Double) -> Double
  ) -> TripLoad {
    var result = TripLoad()
    result.motorwayKilometers = combine(motorwayKilometers, other.motorwayKilometers)
    result.mainRoadKilometers = combine(mainRoadKilometers, other.mainRoadKilometers)
    result.minorRoadKilometers = combine(minorRoadKilometers, other.minorRoadKilometers)
    result.ringKilometers = combine(ringKilometers, other.ringKilometers)
    result.borderCrossings = combine(borderCrossings, other.borderCrossings)
    result.trainKilometers = combine(trainKilometers, other.trainKilometers)
    result.metroKilometers = combine(metroKilometers, other.metroKilometers)
    result.tramKilometers = combine(tramKilometers, other.tramKilometers)
    result.busKilometers = combine(busKilometers, other.busKilometers)
    result.activeKilometers = combine(activeKilometers, other.activeKilometers)
    result.junctionRides = combine(junctionRides, other.junctionRides)
    return result
  }
}
