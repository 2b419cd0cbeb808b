public import Geography
public import StreetRouting

/// How long it takes without a timetable from place to place: on foot, by bicycle, by car.
///
/// `StreetTravel` goes along streets; where there are none, `StraightLineTravel` stands in, and
/// both say so in their `basis` and with every time.
public protocol TravelModel: Sendable {
  var mode: StreetMode { get }
  /// What the times stand on, to be printed with every result that used them.
  var basis: TravelBasis { get }
  /// The straight line at the same speed, for where no street is; it may be the model itself.
  var fallback: StraightLineTravel { get }
  /// Prepares a set of places for many searches.
  func places(_ coordinates: [Coordinate]) -> any ReachablePlaces
  /// The time from one place to another; `nil` beyond the limit.
  func time(from: Coordinate, to: Coordinate, limitSeconds: Int) -> TravelTime?
}

extension TravelModel {
  public func seconds(from: Coordinate, to: Coordinate, limitSeconds: Int) -> Int? {
    time(from: from, to: to, limitSeconds: limitSeconds)?.seconds
  }
}

/// A time without a timetable.
public struct TravelTime: Sendable, Hashable {
  /// Rounded up to whole seconds.
  public var seconds: Int
  /// Whether it is the declared fallback and not a way along streets.
  public var isStraightLine: Bool

  public init(seconds: Int, isStraightLine: Bool) {
    self.seconds = seconds
    self.isStraightLine = isStraightLine
  }
}

/// Places that can be searched from anywhere.
public protocol ReachablePlaces: Sendable {
  /// The places that are reached from one within a time, by position.
  func reached(from: Coordinate, limitSeconds: Int) -> [ReachedPlace]
  /// The places from which one is reached within a time, by position.
  func reaching(_ place: Coordinate, limitSeconds: Int) -> [ReachedPlace]
}

/// One of a set of places, and the time to it or from it.
public struct ReachedPlace: Sendable, Hashable {
  public var position: Int
  public var time: TravelTime

  public init(position: Int, time: TravelTime) {
    self.position = position
    self.time = time
  }
}

/// What times without a timetable stand on.
public enum TravelBasis: Sendable, Equatable {
  /// Along streets at a speed; the straight line where there are none.
  case streets(source: String, speedKilometersPerHour: Double, fallback: String)
  case straightLine(detourFactor: Double, speedKilometersPerHour: Double)

  public var sentence: String {
    switch self {
    case .streets(let source, let speed, let fallback):
      "along the streets of \(source) at \(speed) km/h; where there are none, \(fallback)"
    case .straightLine(let factor, let speed):
      "straight line × \(factor) at \(speed) km/h (no street network)"
    }
  }
}
