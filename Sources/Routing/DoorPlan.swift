public import Geography
import Parallelism

/// How places are joined with a network: on foot, or with what is at hand at one end of the journey.
public struct DoorPlan: Sendable {
  public enum Means: Sendable {
    /// On foot as the network walks, or by bicycle to any stop.
    case travel(any TravelModel)
    case parkAndRide(ParkAndRide)
  }

  public let network: DoorToDoorNetwork
  public let means: Means

  public init(_ network: DoorToDoorNetwork, by means: Means) {
    self.network = network
    self.means = means
  }

  /// By what one may go all the way; nothing where the vehicle is left at a station.
  var direct: (any TravelModel)? {
    switch means {
    case .travel(let model): model
    case .parkAndRide: nil
    }
  }

  /// - Parameter seconds: the time of the day whose congestion counts.
  public func doors(
    at places: [Coordinate], sides: DoorSides = .both, atSeconds seconds: Int, threads: Int
  ) async -> [(door: Door, way: DoorWay)] {
    switch means {
    case .travel(let model):
      let limit = network.options.maximumWalkSeconds
      return await network.doors(
        at: places, by: model, sides: sides, limitSeconds: limit, threads: threads
      ).map { ($0, .travel(model)) }
    case .parkAndRide(let ride):
      return await ride.doors(at: places, morning: seconds, evening: seconds, threads: threads)
        .map { (Door.merged($0.map(\.door)), .parkAndRide(ride, $0, atSeconds: seconds)) }
    }
  }

  /// The same on foot, for the other end of the journey.
  public func doorsOnFoot(
    at places: [Coordinate], sides: DoorSides = .both, threads: Int
  ) async -> [(door: Door, way: DoorWay)] {
    let limit = network.options.maximumWalkSeconds
    return await network.doors(at: places, sides: sides, limitSeconds: limit, threads: threads)
      .map { ($0, .travel(network.walking)) }
  }

  /// The ways without any vehicle of the timetable to the doors at the other end; none with a vehicle
  /// that is left at a station.
  ///
  /// - Parameter isForward: whether one goes to them; else one comes from them.
  public func direct(_ others: [Coordinate], isForward: Bool) -> DirectWays {
    guard case .travel(let model) = means else {
      return DirectWays(others: nil, isForward: isForward, limitSeconds: 0)
    }
    return DirectWays(
      others: model.places(others), isForward: isForward,
      limitSeconds: network.options.maximumWalkSeconds)
  }
}

/// Ways without any vehicle of the timetable, no longer than the longest walk.
public struct DirectWays: Sendable {
  let others: (any ReachablePlaces)?
  let isForward: Bool
  let limitSeconds: Int

  /// For each place the others within the limit, with seconds.
  public func seconds(_ places: [Coordinate], threads: Int) async -> [[Int: Int]] {
    guard let others else { return places.map { _ in [:] } }
    return await concurrentMap(count: places.count, threads: threads, makeWorker: {}) { _, index in
      let reached =
        isForward
        ? others.reached(from: places[index], limitSeconds: limitSeconds)
        : others.reaching(places[index], limitSeconds: limitSeconds)
      return Dictionary(reached.map { ($0.position, $0.time.seconds) }) { first, _ in first }
    }
  }
}
