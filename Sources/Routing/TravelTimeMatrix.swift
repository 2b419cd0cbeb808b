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

  /// The travel times between one fixed door and all others.
  public struct Row: Sendable {
    /// The position of the origin for a window of departures, of the destination for one of arrivals.
    public var fixed: Int
    /// For each other door its percentiles in seconds; `WindowScan.unreachable` where there is none.
    public var seconds: [Int32]
    public var usesStraightLine: [Bool]
    /// For each other door, where asked for; else empty.
    public var parts: [JourneyParts?] = []
  }

  /// Whether one search serves all destinations of an origin; else all origins of a destination.
  public var isByOrigin: Bool { window.isOfDepartures }

  /// How many bytes of rows are computed before they are handed on; the more there are, the nearer
  /// to each other are the doors that one search serves.
  private static let waveBytes = 64 << 20
  /// About what the parts of a journey take, its lines included.
  private static let partBytes = 256

  private var fixedLimit: Int { WindowTimes.fixedLimit(network, window) }

  func rowsAtOnce(_ others: Int, _ threads: Int) -> Int {
    let cellBytes = 4 * percentiles.count + 1 + (hasParts ? Self.partBytes : 0)
    return max(
      4 * fixedLimit * max(1, threads), Self.waveBytes / (max(1, others) * cellBytes))
  }

  /// Computes a whole matrix and hands it on row by row, in the order of the fixed doors; a few rows
  /// are in memory, however large it is.
  ///
  /// - Parameters:
  ///   - directSeconds: the walk from an origin to a destination without a vehicle.
  ///   - done: called with about how many rows are ready, and of how many; from any thread.
  public func forEachRow<Failed: Error>(
    origins: [Door], destinations: [Door], threads: Int,
    directSeconds: @Sendable @escaping (Int, Int) -> Int?,
    done: @Sendable @escaping (Int, Int) -> Void = { _, _ in },
    _ body: (Row) throws(Failed) -> Void
  ) async throws(Failed) {
    let isByOrigin = isByOrigin
    let fixed = isByOrigin ? origins : destinations
    let neighbours = NeighbouringDoors(network, isForward: isByOrigin)
    let others = isByOrigin ? destinations : origins
    let prepared = WindowTimes(network, window).others(others)
    let prototype = RowSearch(network, window, percentiles, hasParts: hasParts)
    let wave = rowsAtOnce(others.count, threads)
    for start in stride(from: 0, to: fixed.count, by: wave) {
      let doors = Array(fixed[start..<min(fixed.count, start + wave)])
      let sets = neighbours.sets(of: doors, limit: fixedLimit, threads: threads)
      let rows = await concurrentMap(
        count: sets.count, threads: threads, makeWorker: { prototype },
        done: { done(start + $0 * doors.count / sets.count, fixed.count) },
        { worker, index in
          worker.search(sets[index].map { doors[$0] })
          return sets[index].enumerated().map { member, position in
            worker.row(start + position, of: member, others: others, prepared: prepared) {
              isByOrigin ? directSeconds(start + position, $0) : directSeconds($0, start + position)
            }
          }
        })
      for row in rows.joined().sorted(by: { $0.fixed < $1.fixed }) { try body(row) }
    }
  }

  /// Computes the cells of some pairs, in their order.
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
    let isByOrigin = isByOrigin
    let groups = Dictionary(grouping: pairs.indices) {
      isByOrigin ? pairs[$0].origin : pairs[$0].destination
    }.sorted { $0.key < $1.key }
    let fixed = groups.map { isByOrigin ? origins[$0.key] : destinations[$0.key] }
    let sets = NeighbouringDoors(network, isForward: isByOrigin).sets(
      of: fixed, limit: fixedLimit, threads: threads)
    let prototype = RowSearch(network, window, percentiles, hasParts: hasParts)
    let rows = await concurrentMap(
      count: sets.count, threads: threads, makeWorker: { prototype },
      done: { done($0 * groups.count / sets.count, groups.count) },
      { worker, index in
        worker.search(sets[index].map { fixed[$0] })
        return sets[index].enumerated().map { member, group in
          let pairs = groups[group].value.map { pairs[$0] }
          let others = pairs.map {
            isByOrigin ? destinations[$0.destination] : origins[$0.origin]
          }
          return worker.row(group, of: member, others: others) {
            directSeconds(pairs[$0].origin, pairs[$0].destination)
          }
        }
      })
    var cells = pairs.map {
      Cell(origin: $0.origin, destination: $0.destination, seconds: [], usesStraightLine: false)
    }
    for row in rows.joined() {
      for (position, pair) in groups[row.fixed].value.enumerated() {
        cells[pair].seconds = row.seconds(of: position, percentiles.count)
        cells[pair].usesStraightLine = row.usesStraightLine[position]
        if hasParts { cells[pair].parts = row.parts[position] }
      }
    }
    return cells
  }
}

extension TravelTimeMatrix.Row {
  /// The percentiles of one of the other doors; `nil` is unreachable.
  public func seconds(of other: Int, _ rankCount: Int) -> [Int?] {
    seconds[other * rankCount..<(other + 1) * rankCount].map {
      $0 == WindowScan.unreachable ? nil : Int($0)
    }
  }
}
