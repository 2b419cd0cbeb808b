import Parallelism
import TransitRouting

/// Percentiles of travel times between pairs of doors.
public struct TravelTimeMatrix: Sendable {
  public struct Cell: Sendable, Equatable {
    public var origin: Int
    public var destination: Int
    /// Seconds for each percentile asked for; `nil` is unreachable.
    public var seconds: [Int?]
    /// Whether a way at either end is the straight line, the fallback where no street is.
    public var usesStraightLine: Bool
    /// Of the journey of the median, where asked for.
    public var parts: JourneyParts?

    public init(origin: Int, destination: Int, seconds: [Int?], usesStraightLine: Bool) {
      self.origin = origin
      self.destination = destination
      self.seconds = seconds
      self.usesStraightLine = usesStraightLine
    }
  }

  private let network: DoorToDoorNetwork
  private let window: TimeWindow
  private let percentiles: [Int]
  private let hasParts: Bool

  /// - Parameter hasParts: whether cells tell the parts of the journey of the median.
  public init(
    _ network: DoorToDoorNetwork, _ window: TimeWindow, percentiles: [Int], hasParts: Bool = false
  ) {
    self.hasParts = hasParts
    self.network = network
    self.window = window
    self.percentiles = percentiles
  }

  /// Computes the cells, in the order of `pairs`.
  ///
  /// - Parameters:
  ///   - pairs: positions of origins and destinations.
  ///   - directSeconds: the walk from an origin to a destination without a vehicle.
  public func cells(
    origins: [Door], destinations: [Door], pairs: [(origin: Int, destination: Int)], threads: Int,
    directSeconds: @Sendable @escaping (Int, Int) -> Int?,
    done: @Sendable @escaping (Int, Int) -> Void = { _, _ in }
  ) async -> [Cell] {
    // One scan serves every pair that shares its fixed end.
    let isForward =
      switch window {
      case .departures: true
      case .arrivals: false
      }
    let pairsByFixedEnd = Dictionary(grouping: pairs.indices) {
      isForward ? pairs[$0].origin : pairs[$0].destination
    }.sorted { $0.key < $1.key }
    let groups = await concurrentMap(
      count: pairsByFixedEnd.count, threads: threads,
      makeWorker: {
        (times: WindowTimes(network, window), journeys: MedianJourneys(network, window))
      },
      done: { done($0, pairsByFixedEnd.count) },
      { [percentiles, hasParts] worker, index in
        let (fixed, members) = pairsByFixedEnd[index]
        let others = members.map { isForward ? pairs[$0].destination : pairs[$0].origin }
        let door = isForward ? origins[fixed] : destinations[fixed]
        let otherDoors = others.map { isForward ? destinations[$0] : origins[$0] }
        let direct = { position in
          directSeconds(pairs[members[position]].origin, pairs[members[position]].destination)
        }
        var cells: [(pair: Int, cell: Cell)] = []
        worker.times.run(fixed: door, others: otherDoors, directSeconds: direct) {
          position, times in
          let pair = members[position]
          cells.append(
            (
              pair,
              Cell(
                origin: pairs[pair].origin, destination: pairs[pair].destination,
                seconds: Percentiles.nearestRank(&times, percentiles), usesStraightLine: false)
            ))
        }
        for position in cells.indices {
          cells[position].cell.usesStraightLine = worker.times.usesStraightLine[position]
        }
        if hasParts {
          let parts = worker.journeys.parts(
            fixed: door, others: otherDoors, directSeconds: direct)
          for position in cells.indices { cells[position].cell.parts = parts[position] }
        }
        return cells
      })
    return groups.flatMap { $0 }.sorted { $0.pair < $1.pair }.map(\.cell)
  }
}
