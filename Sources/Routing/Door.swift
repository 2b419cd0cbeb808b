public import TransitRouting

/// A door: the stops that can be reached from it without a vehicle of the timetable.
public struct Door: Sendable {
  /// Stops where a trip may be boarded, when the journey begins here.
  public var access: [StopWalk]
  /// Stops where a trip may be left, when the journey ends here.
  public var egress: [StopWalk]

  public init(access: [StopWalk], egress: [StopWalk]) {
    self.access = access
    self.egress = egress
  }

  /// A door that stands for several: for each stop the shortest way, whichever door it comes from.
  public static func merged(_ doors: [Door]) -> Door {
    Door(access: shortest(doors.flatMap(\.access)), egress: shortest(doors.flatMap(\.egress)))
  }

  /// One walk for each stop, the shortest, in the order of stops.
  static func shortest(_ walks: [StopWalk]) -> [StopWalk] {
    Dictionary(walks.map { ($0.stop, $0) }) { $0.seconds <= $1.seconds ? $0 : $1 }.values
      .sorted { $0.stop < $1.stop }
  }
}

/// Which ends of journeys are asked for at a door; each one costs a search.
public struct DoorSides: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let access = DoorSides(rawValue: 1)
  public static let egress = DoorSides(rawValue: 2)
  public static let both: DoorSides = [.access, .egress]
}
