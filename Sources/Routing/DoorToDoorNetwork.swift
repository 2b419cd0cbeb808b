public import Geography
import Parallelism
public import TransitRouting

/// A timetable joined with walking: what door-to-door searches run on.
public struct DoorToDoorNetwork: Sendable {
  public private(set) var timetable: Timetable
  public let walking: any TravelModel
  public let options: TransitOptions
  /// Walks between stops that were added to the feeds' transfers.
  public let walkCount: WalkCount
  /// The pairs of stops whose transfer is the feed's and no walk.
  let statedTransfers: Set<StopPair>
  private(set) var forward: ScanNetwork
  private(set) var backward: ScanNetwork
  /// The same network with random phases of the trips that have no stated times, for each draw one:
  /// searches of a window go through all of them. Empty where the network itself is searched.
  public private(set) var draws: [DoorToDoorNetwork] = []
  private let boardable: ServedStops
  private let alightable: ServedStops
  /// The stops of each station.
  private let platforms: [StopIndex: [StopIndex]]

  /// - Parameters:
  ///   - timetable: with the feed's own transfers; walks between stops are added to them.
  ///   - options: walks longer than its limits are not taken.
  public init(_ timetable: Timetable, walking: any TravelModel, options: TransitOptions) {
    let transfers = WalkTransfers(timetable, by: walking, options)
    self.init(
      joined: timetable.with(transfers: transfers.table), walks: transfers.graph,
      walking: walking, options: options, walkCount: transfers.count, stated: transfers.stated)
  }

  /// A network whose only walks are the feed's transfers, as `--stops` asks for.
  public init(withoutWalks timetable: Timetable, options: TransitOptions) {
    self.init(
      joined: timetable, walks: nil, walking: StraightLineTravel(), options: options,
      walkCount: WalkCount(),
      stated: [])
  }

  private init(
    joined: Timetable, walks: WalkGraph?, walking: any TravelModel, options: TransitOptions,
    walkCount: WalkCount, stated: Set<StopPair>
  ) {
    statedTransfers = stated
    timetable = joined
    self.walkCount = walkCount
    self.walking = walking
    self.options = options
    forward = ScanNetwork(joined, .forward, walks: walks)
    backward = ScanNetwork(joined, .backward, walks: walks)
    let service = joined.service()
    boardable = ServedStops(joined, service.boardable, walking)
    alightable = ServedStops(joined, service.alightable, walking)
    platforms = Dictionary(
      grouping: joined.stops.indices.map { StopIndex($0) }.filter {
        joined.stops[$0.position].parent != nil && joined.whole($0) == $0
      }
    ) { joined.stops[$0.position].parent ?? $0 }
  }

  /// The network with draws of phases, counted from 0; its own timetable still says which stops are
  /// served.
  ///
  /// - Parameter draws: of the timetable that the network was made of.
  public func drawing(
    _ draws: PhaseDraws, _ numbers: Range<Int>, seed: UInt64, threads: Int
  ) async -> DoorToDoorNetwork {
    let joined = draws.with(transfers: timetable.transfers)
    var network = self
    network.draws = await concurrentMap(
      count: numbers.count, threads: threads, makeWorker: {}
    ) { _, index in
      running(joined.timetable(draw: numbers.lowerBound + index, seed: seed))
    }
    return network
  }

  /// The same by another timetable of the same stops and transfers.
  private func running(_ timetable: Timetable) -> DoorToDoorNetwork {
    var network = self
    network.timetable = timetable
    network.forward = ScanNetwork(timetable, .forward, walks: forward.walks)
    network.backward = ScanNetwork(timetable, .backward, walks: forward.walks)
    return network
  }

  /// The network and the instant of one of the times that `WindowTimes` gives, by its position.
  public func search(
    of position: Int, in window: TimeWindow
  ) -> (network: DoorToDoorNetwork, draw: Int?, instant: Int) {
    let instants = window.instants
    let instant = instants[position % instants.count]
    guard !draws.isEmpty else { return (self, nil, instant) }
    let draw = position / instants.count
    return (draws[draw], draw, instant)
  }

  /// The door at a coordinate, by walking.
  public func door(at place: Coordinate) -> Door {
    Self.door(boardable, alightable, place, options.maximumWalkSeconds, .both)
  }

  private static func door(
    _ boardable: ServedStops, _ alightable: ServedStops, _ place: Coordinate, _ limitSeconds: Int,
    _ sides: DoorSides
  ) -> Door {
    Door(
      access: sides.contains(.access) ? boardable.reached(from: place, limitSeconds) : [],
      egress: sides.contains(.egress) ? alightable.reaching(place, limitSeconds) : [])
  }

  /// The doors at places, on foot.
  public func doors(
    at places: [Coordinate], sides: DoorSides = .both, limitSeconds: Int, threads: Int
  ) async -> [Door] {
    await concurrentMap(count: places.count, threads: threads, makeWorker: {}) { _, index in
      Self.door(boardable, alightable, places[index], limitSeconds, sides)
    }
  }

  /// The doors at homes that are left by another means than on foot, such as a bicycle that stays
  /// at the station; `limitSeconds` bounds the way to the first stop.
  public func doors(
    at places: [Coordinate], by model: any TravelModel, sides: DoorSides = .both,
    limitSeconds: Int, threads: Int
  ) async -> [Door] {
    let (start, end) = (boardable.reached(by: model), alightable.reached(by: model))
    return await concurrentMap(count: places.count, threads: threads, makeWorker: {}) { _, index in
      Self.door(start, end, places[index], limitSeconds, sides)
    }
  }

  /// The door at a stop; with a station, at all its platforms: the feed's transfers are the walks.
  public func door(atStop stop: StopIndex) -> Door {
    let members = [stop] + platforms[stop, default: []]
    return Door(
      access: Door.shortest(
        members.flatMap { timetable.withParts(forward.transfers.walksLeaving($0)) }),
      egress: Door.shortest(
        members.flatMap { timetable.withParts(backward.transfers.walksLeaving($0)) }))
  }

  /// Whole journeys between two doors, fewest rides first; the last one is the best in time, with the
  /// penalty for changes if there is one.
  public func journeys(
    from origin: Door, to destination: Door, directSeconds: Int?, _ direction: SearchDirection,
    at seconds: Int
  ) -> [Journey] {
    let found = search(direction).journeys(
      JourneyEnds(
        access: origin.access, egress: destination.egress, directSeconds: directSeconds),
      at: seconds, maximumSeconds: options.maximumSeconds,
      maximumRides: options.countedRides ?? WindowScan.rideLimit)
    let costs = found.map { journey in
      options.changePenaltySeconds * max(0, journey.rideCount - 1)
        + (direction == .forward ? journey.arrivalSeconds : -journey.departureSeconds)
    }
    // More rides than those of the best one with the penalty are not worth it.
    guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }) else { return [] }
    return Array(found[...best])
  }

  func search(_ direction: SearchDirection) -> JourneySearch {
    JourneySearch(
      timetable, direction == .forward ? forward : backward,
      transferSlackSeconds: options.transferSlackSeconds)
  }
}

extension DoorToDoorNetwork {
  /// The transfer between two doors at stops, without a vehicle; 0 where they share a stop.
  public func directTransferSeconds(_ origin: Door, _ destination: Door) -> Int? {
    // One walk only: the origin's stops at 0 s against the walks that reach the destination.
    // Usually they are few, for which a set is slower.
    let starts = origin.access.filter { $0.seconds == 0 }.map(\.stop)
    var shortest: Int32?
    for walk in destination.egress where starts.contains(walk.stop) {
      shortest = min(shortest ?? walk.seconds, walk.seconds)
    }
    return shortest.map { Int($0) }
  }
}

extension DoorToDoorNetwork {
  /// What walks stand on, to be printed with every result.
  public var walkingSentence: String {
    let between =
      walkCount.isUnlimitedAlongStreets
      ? "between stops as far as it helps, besides \(walkCount.onStraightLine) pairs of stops on the "
        + "straight line (in stations, and where no street is)"
      : "\(walkCount.onStraightLine) of \(walkCount.walks) walks between stops are straight lines"
    return walking.basis.sentence + "; " + between
  }
}
