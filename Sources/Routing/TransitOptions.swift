import TransitRouting

/// What a door-to-door search by public transport is allowed; the defaults are the method's.
public struct TransitOptions: Sendable, Equatable {
  /// Added to every change between two vehicles.
  public var transferSlackSeconds = 60
  /// Each of the walks to the first stop, from the last stop, and all the way.
  public var maximumWalkSeconds = 30 * 60
  /// A walk between two vehicles on the straight line; along streets there is no limit.
  public var maximumTransferWalkSeconds = 15 * 60
  /// Longer journeys count as unreachable.
  public var maximumSeconds = 120 * 60
  /// Journeys with more rides are not taken; at most `WindowScan.rideLimit`.
  public var maximumRides: Int?
  /// A change is taken only if it saves more than this; it is no part of the travel time. With a
  /// penalty journeys have at most `WindowScan.rideLimit` rides.
  public var changePenaltySeconds = 0

  public init() {}

  /// The most rides, where searches have to tell them apart.
  var countedRides: Int? {
    maximumRides ?? (changePenaltySeconds > 0 ? WindowScan.rideLimit : nil)
  }
}

/// The departures or arrivals that a travel time is computed for, in seconds of the service day.
public enum TimeWindow: Sendable, Equatable {
  case departures([Int])
  case arrivals([Int])

  /// Whether journeys begin in the window; else they end in it.
  public var isOfDepartures: Bool {
    switch self {
    case .departures: true
    case .arrivals: false
    }
  }

  /// One minute after the other from `start`, `end` excluded.
  public static func minutes(from start: Int, to end: Int) -> [Int] {
    Array(stride(from: start, to: end, by: 60))
  }

  /// The seconds in which journeys of at most `maximumSeconds` can run.
  public func reach(maximumSeconds: Int) -> Range<Int> {
    let first = instants.min() ?? 0
    let last = instants.max() ?? 0
    return switch self {
    case .departures: first..<(last + maximumSeconds + 1)
    case .arrivals: (first - maximumSeconds)..<(last + 1)
    }
  }

  public var instants: [Int] {
    switch self {
    case .departures(let seconds), .arrivals(let seconds): seconds
    }
  }

  /// The instant in the middle, of an even number the later one, for what is computed once for a
  /// window, as ways to stations in congestion are; 0 of none.
  public var middle: Int {
    instants.isEmpty ? 0 : instants[instants.count / 2]
  }
}
