import ImpactModel
import Routing
import TransitRouting

/// What one way, there or back, consists of.
struct WayMeasure: Sendable {
  var waitSeconds = 0.0
  var walkSeconds = 0.0
  var changes = 0.0
  var load = TripLoad()

  /// Walking counts as time and as a length, at the speed at which it was timed.
  mutating func walk(seconds: Int, speedKilometersPerHour: Double) {
    walkSeconds += Double(seconds)
    load.activeKilometers += Double(seconds) * speedKilometersPerHour / 3600
  }

  /// The rides of a journey: their lengths by kind of vehicle.
  mutating func ride(_ journey: Journey, _ timetable: Timetable) {
    for case .ride(let trip, let board, let alight, _) in journey.legs {
      let route = timetable.routes[timetable.trips[trip.position].route.position]
      load[keyPath: TripLoad.field(of: route.mode)] +=
        timetable.meters(from: board, to: alight) / 1000
    }
  }
}

extension TripLoad {
  /// Where kilometres by a kind of vehicle count; vehicles without a field of their own run, and
  /// emit, most like buses.
  static func field(of mode: TransitMode) -> WritableKeyPath<TripLoad, Double> {
    switch mode {
    case .rail: \.trainKilometers
    case .metro, .monorail: \.metroKilometers
    case .tram, .cableTram, .funicular: \.tramKilometers
    case .bus, .trolleybus, .coach, .taxi, .other, .ferry, .aerialLift, .air: \.busKilometers
    }
  }
}

extension Skim {
  /// The times of a pair; `nil` out of reach.
  init?(_ pair: CommuteTimes.Pair) {
    guard let both = pair.bothWays else { return nil }
    func mean(_ rank: Int) -> Double? {
      let (there, back) = (pair.morning[rank], pair.evening[rank])
      guard max(there, back) < WindowScan.unreachable else { return nil }
      return (Double(there) + Double(back)) / 2
    }
    self.init(seconds: Double(both) / 2, earlySeconds: mean(0), lateSeconds: mean(2))
  }

  /// Takes a way as one of two, there and back, whose mean it is.
  mutating func add(oneOfTwo way: WayMeasure) {
    waitSeconds += way.waitSeconds / 2
    walkSeconds += way.walkSeconds / 2
    changes += way.changes / 2
    load += way.load * 0.5
  }

  /// Takes what another way consists of, in proportion to the time.
  mutating func consist(of other: Skim) {
    let share = seconds / max(1, other.seconds)
    waitSeconds = other.waitSeconds * share
    walkSeconds = other.walkSeconds * share
    changes = other.changes
    load = other.load * share
    load.junctionRides = other.load.junctionRides
  }
}
