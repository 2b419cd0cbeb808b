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
    for field in fields { sum[keyPath: field] += other[keyPath: field] }
  }

  public static func - (load: TripLoad, other: TripLoad) -> TripLoad {
    var difference = load
    for field in fields { difference[keyPath: field] -= other[keyPath: field] }
    return difference
  }

  public static func * (load: TripLoad, factor: Double) -> TripLoad {
    var product = load
    for field in fields { product[keyPath: field] *= factor }
    return product
  }
}
