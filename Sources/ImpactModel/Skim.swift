/// One way between a home and a workplace by one mode: the mean of there and back.
public struct Skim: Sendable, Equatable, Codable {
  /// Mean of the two medians over the minutes of the windows, every wait included.
  public var seconds: Double
  /// Means of the tenth and of the ninetieth percentiles; the same as `seconds` where a percentile
  /// is unreachable or the mode does not depend on the minute.
  public var earlySeconds: Double
  public var lateSeconds: Double
  /// Parts of `seconds` that may weigh more than others.
  public var waitSeconds = 0.0
  public var walkSeconds = 0.0
  public var changes = 0.0
  public var load = TripLoad()
  /// What leaving the car costs for the day.
  public var parkingEuroPerDay = 0.0

  public init(seconds: Double, earlySeconds: Double? = nil, lateSeconds: Double? = nil) {
    self.seconds = seconds
    self.earlySeconds = earlySeconds ?? seconds
    self.lateSeconds = lateSeconds ?? seconds
  }

  public var kind: MainMode { MainMode(load) }
}

/// How a survey names a trip: by the mode of its heaviest part.
public enum MainMode: String, Sendable, CaseIterable, Codable {
  /// A train is ridden, whatever else.
  case train
  /// Metro, tram or bus, and no train.
  case urban = "urban public transport"
  case car
  case active = "on foot or by bicycle"

  public init(_ load: TripLoad) {
    if load.trainKilometers > 0 {
      self = .train
    } else if load.metroKilometers + load.tramKilometers + load.busKilometers > 0 {
      self = .urban
    } else {
      self = load.carKilometers > 0 ? .car : .active
    }
  }
}
