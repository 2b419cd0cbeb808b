/// A way from an origin to a destination in the order in which it is travelled.
public struct Journey: Sendable, Equatable {
  public enum Leg: Sendable, Equatable {
    /// On foot; `from` is `nil` at the origin and `to` at the destination.
    case walk(from: StopIndex?, to: StopIndex?, departureSeconds: Int, arrivalSeconds: Int)
    /// Aboard a trip between two of its calls (positions in `Timetable.stopEvents`); who stays
    /// seated came with the ride before, in the same vehicle.
    case ride(trip: TripIndex, boardEvent: Int, alightEvent: Int, staysSeated: Bool)
  }

  public var legs: [Leg]
  /// When one sets out, and when one is there.
  public var departureSeconds: Int
  public var arrivalSeconds: Int

  /// How often one boards.
  public var rideCount: Int {
    legs.count { if case .ride(_, _, _, staysSeated: false) = $0 { true } else { false } }
  }
}

/// Where a journey begins and ends: walks to and from stops, and the walk that needs no vehicle.
public struct JourneyEnds: Sendable {
  public var access: [StopWalk]
  public var egress: [StopWalk]
  public var directSeconds: Int?

  public init(access: [StopWalk], egress: [StopWalk], directSeconds: Int? = nil) {
    self.access = access
    self.egress = egress
    self.directSeconds = directSeconds
  }

  /// Two stops and the feed's own transfers, as `--stops` asks for.
  public init(from origin: StopIndex, to destination: StopIndex, in timetable: Timetable) {
    access = timetable.withParts(timetable.transfers.walksLeaving(origin))
    egress = timetable.withParts(timetable.transfers.walksReaching(destination))
    directSeconds = access.first { $0.stop == destination }.map { Int($0.seconds) }
  }
}

extension Timetable {
  /// Walks between whole stops, each also to the parts of its stop: a rule for some trips only does
  /// not hold for who comes or goes on foot.
  public func withParts(_ walks: [StopWalk]) -> [StopWalk] {
    walks.filter { stops[$0.stop.position].splitFrom == nil }.flatMap { walk in
      parts(of: walk.stop).map { StopWalk(stop: $0, seconds: Int(walk.seconds)) }
    }
  }
}

extension TransferTable {
  /// The stop itself at 0 s, and the stops that one walk reaches.
  public func walksLeaving(_ stop: StopIndex) -> [StopWalk] {
    [StopWalk(stop: stop, seconds: 0)]
      + leaving(stop).filter { $0.to != stop }.map {
        StopWalk(stop: $0.to, seconds: Int($0.seconds))
      }
  }

  /// The stop itself at 0 s, and the stops from which one walk reaches it.
  public func walksReaching(_ stop: StopIndex) -> [StopWalk] {
    var walks = [StopWalk(stop: stop, seconds: 0)]
    for from in 0..<stopCount where from != stop.position {
      for edge in leaving(StopIndex(from)) where edge.to == stop {
        walks.append(StopWalk(stop: StopIndex(from), seconds: Int(edge.seconds)))
      }
    }
    return walks
  }
}
