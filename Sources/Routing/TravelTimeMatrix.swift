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

  public init(_ network: DoorToDoorNetwork, _ window: TimeWindow, percentiles: [Int]) {
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
      makeWorker: { WindowTimes(network, window) },
      done: { done($0, pairsByFixedEnd.count) },
      { [percentiles] worker, index in
        let (fixed, members) = pairsByFixedEnd[index]
        let others = members.map { isForward ? pairs[$0].destination : pairs[$0].origin }
        var cells: [(pair: Int, cell: Cell)] = []
        worker.run(
          fixed: isForward ? origins[fixed] : destinations[fixed],
          others: others.map { isForward ? destinations[$0] : origins[$0] },
          directSeconds: {
            directSeconds(pairs[members[$0]].origin, pairs[members[$0]].destination)
          }
        ) { position, times in
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
          cells[position].cell.usesStraightLine = worker.usesStraightLine[position]
        }
        return cells
      })
    return groups.flatMap { $0 }.sorted { $0.pair < $1.pair }.map(\.cell)
  }
}
