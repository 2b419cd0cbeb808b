/// A rule of `transfers.txt` between two stops that holds for some trips only.
public struct TransferRule: Sendable {
  /// The trips at one end of a rule.
  public enum Trips: Sendable, Hashable {
    case all
    case route(RouteIndex)
    /// The runs of one GTFS trip: several where it is repeated or runs on several service days.
    case trips([TripIndex])
  }

  public var from: StopIndex
  public var to: StopIndex
  public var arriving: Trips
  public var departing: Trips
  /// Seconds that the change takes, without any slack; `nil` forbids it (GTFS type 3).
  public var seconds: Int32?

  public init(
    from: StopIndex, to: StopIndex, arriving: Trips, departing: Trips, seconds: Int?
  ) {
    self.from = from
    self.to = to
    self.arriving = arriving
    self.departing = departing
    self.seconds = seconds.map { Int32(clamping: $0) }
  }

  /// From 5 (both trips) to 1 (one route), as the GTFS reference ranks the rules that fit a pair of
  /// trips (transfers.txt); 0 is a rule for all trips, which is a `Transfer`.
  var specificity: Int {
    switch (arriving, departing) {
    case (.trips, .trips): 5
    case (.trips, .route), (.route, .trips): 4
    case (.trips, .all), (.all, .trips): 3
    case (.route, .route): 2
    case (.route, .all), (.all, .route): 1
    case (.all, .all): 0
    }
  }
}
