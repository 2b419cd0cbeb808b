public import Geography
public import TransitRouting

/// A door: the stops that can be reached from it on foot.
public struct Door: Sendable {
  /// Stops where a trip may be boarded, when the journey begins here.
  public var access: [StopWalk]
  /// Stops where a trip may be left, when the journey ends here.
  public var egress: [StopWalk]
}

/// A timetable joined with walking: what door-to-door searches run on.
public struct DoorToDoorNetwork: Sendable {
  public let timetable: Timetable
  public let walking: any WalkingModel
  public let options: TransitOptions
  let forward: ScanNetwork
  let backward: ScanNetwork
  private let boardable: ServedStops
  private let alightable: ServedStops
  /// The stops of each station.
  private let platforms: [StopIndex: [StopIndex]]

  /// - Parameters:
  ///   - timetable: with the feed's own transfers; walks between stops are added to them.
  ///   - options: walks longer than its limits are not taken.
  public init(_ timetable: Timetable, walking: any WalkingModel, options: TransitOptions) {
    let joined = timetable.with(
      transfers: WalkTransfers.added(to: timetable, by: walking, options))
    self.init(joined: joined, walking: walking, options: options)
  }

  /// A network whose only walks are the feed's transfers, as `--stops` asks for.
  public init(withoutWalks timetable: Timetable, options: TransitOptions) {
    self.init(joined: timetable, walking: StraightLineWalking(), options: options)
  }

  private init(joined: Timetable, walking: any WalkingModel, options: TransitOptions) {
    timetable = joined
    self.walking = walking
    self.options = options
    forward = ScanNetwork(joined, .forward)
    backward = ScanNetwork(joined, .backward)
    let service = joined.service()
    boardable = ServedStops(joined, service.boardable, walking)
    alightable = ServedStops(joined, service.alightable, walking)
    platforms = Dictionary(
      grouping: joined.stops.indices.map { StopIndex($0) }.filter {
        joined.stops[$0.position].parent != nil && joined.whole($0) == $0
      }
    ) { joined.stops[$0.position].parent ?? $0 }
  }

  /// The door at a coordinate, by walking.
  public func door(at place: Coordinate) -> Door {
    Door(
      access: boardable.reached(from: place, options.maximumWalkSeconds),
      egress: alightable.reached(from: place, options.maximumWalkSeconds))
  }

  /// The doors at homes that are left by another means than on foot, such as a bicycle that stays
  /// at the station; `limitSeconds` bounds the way to the first stop.
  public func doors(
    at places: [Coordinate], by model: any WalkingModel, limitSeconds: Int
  ) -> [Door] {
    let (start, end) = (boardable.reached(by: model), alightable.reached(by: model))
    return places.map { place in
      Door(
        access: start.reached(from: place, limitSeconds),
        egress: end.reached(from: place, limitSeconds))
    }
  }

  /// The door at a stop; with a station, at all its platforms: the feed's transfers are the walks.
  public func door(atStop stop: StopIndex) -> Door {
    let members = [stop] + platforms[stop, default: []]
    return Door(
      access: nearest(
        members.flatMap { timetable.withParts(forward.transfers.walksLeaving($0)) }),
      egress: nearest(
        members.flatMap { timetable.withParts(backward.transfers.walksLeaving($0)) }))
  }

  /// One walk for each stop, the shortest, in the order of stops.
  private func nearest(_ walks: [StopWalk]) -> [StopWalk] {
    Dictionary(walks.map { ($0.stop, $0) }) { $0.seconds <= $1.seconds ? $0 : $1 }.values
      .sorted { $0.stop < $1.stop }
  }

  public func directWalkSeconds(from: Coordinate, to: Coordinate) -> Int? {
    walking.seconds(from: from, to: to, limitSeconds: options.maximumWalkSeconds)
  }

  /// Whole journeys between two doors, fewest rides first; the last one is the best in time.
  public func journeys(
    from origin: Door, to destination: Door, directSeconds: Int?, _ direction: SearchDirection,
    at seconds: Int
  ) -> [Journey] {
    JourneySearch(
      timetable, direction == .forward ? forward : backward,
      transferSlackSeconds: options.transferSlackSeconds
    ).journeys(
      JourneyEnds(
        access: origin.access, egress: destination.egress, directSeconds: directSeconds),
      at: seconds, maximumSeconds: options.maximumSeconds)
  }
}

/// The stops with service in one sense, ready for searches on foot.
private struct ServedStops: Sendable {
  private let stops: [StopIndex]
  private let places: any ReachablePlaces

  private let coordinates: [Coordinate]

  init(_ timetable: Timetable, _ isServed: [Bool], _ walking: any WalkingModel) {
    let stops = isServed.indices.filter { isServed[$0] }.map { StopIndex($0) }
    self.init(
      stops: stops, coordinates: stops.map { timetable.stops[$0.position].coordinate }, walking)
  }

  private init(stops: [StopIndex], coordinates: [Coordinate], _ walking: any WalkingModel) {
    self.stops = stops
    self.coordinates = coordinates
    places = walking.places(coordinates)
  }

  /// The same stops by another means.
  func reached(by model: any WalkingModel) -> ServedStops {
    ServedStops(stops: stops, coordinates: coordinates, model)
  }

  func reached(from place: Coordinate, _ limitSeconds: Int) -> [StopWalk] {
    places.reached(from: place, limitSeconds: limitSeconds)
      .map { StopWalk(stop: stops[$0.position], seconds: $0.seconds) }
      .sorted { $0.stop < $1.stop }
  }
}

extension DoorToDoorNetwork {
  /// The transfer between two doors at stops, without a vehicle; 0 where they share a stop.
  public func directTransferSeconds(_ origin: Door, _ destination: Door) -> Int? {
    // One walk only: the origin's stops at 0 s against the walks that reach the destination.
    let starts = Set(origin.access.filter { $0.seconds == 0 }.map(\.stop))
    return destination.egress.filter { starts.contains($0.stop) }.map { Int($0.seconds) }.min()
  }
}
