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
    at places: [Coordinate], atSeconds seconds: Int, threads: Int
  ) async -> [(door: Door, way: DoorWay)] {
    switch means {
    case .travel(let model):
      let limit = network.options.maximumWalkSeconds
      return await network.doors(
        at: places, by: model, limitSeconds: limit, threads: threads
      ).map { ($0, .travel(model)) }
    case .parkAndRide(let ride):
      return await ride.doors(at: places, morning: seconds, evening: seconds, threads: threads)
        .map { (Door.merged($0.map(\.door)), .parkAndRide(ride, $0, atSeconds: seconds)) }
    }
  }

  /// The same on foot, for the other end of the journey.
  public func doorsOnFoot(
    at places: [Coordinate], threads: Int
  ) async -> [(door: Door, way: DoorWay)] {
    let limit = network.options.maximumWalkSeconds
    return await network.doors(at: places, limitSeconds: limit, threads: threads)
      .map { ($0, .travel(network.walking)) }
  }

  /// The ways without any vehicle of the timetable: for each origin the destinations within the
  /// longest walk, with seconds; none with a vehicle that is left at a station.
  public func directSeconds(
    from origins: [Coordinate], to destinations: [Coordinate], threads: Int
  ) async -> [[Int: Int]] {
    guard case .travel(let model) = means else { return origins.map { _ in [:] } }
    let places = model.places(destinations)
    let limit = network.options.maximumWalkSeconds
    return await concurrentMap(count: origins.count, threads: threads, makeWorker: {}) { _, index in
      let reached = places.reached(from: origins[index], limitSeconds: limit)
      return Dictionary(reached.map { ($0.position, $0.time.seconds) }) { first, _ in first }
    }
  }
}
