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

  let network: DoorToDoorNetwork
  let window: TimeWindow
  let percentiles: [Int]
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

  /// How many rows each thread computes before they are handed on.
  static let rowsPerThread = 32

  /// Computes a whole matrix and hands it on row by row, in the order of the fixed doors; a few rows
  /// are in memory, however large it is.
  ///
  /// - Parameters:
  ///   - directSeconds: the walk from an origin to a destination without a vehicle.
  ///   - done: called with how many rows are ready, and of how many; from any thread.
  public func forEachRow<Failed: Error>(
    origins: [Door], destinations: [Door], threads: Int,
    directSeconds: @Sendable @escaping (Int, Int) -> Int?,
    done: @Sendable @escaping (Int, Int) -> Void = { _, _ in },
    _ body: (Row) throws(Failed) -> Void
  ) async throws(Failed) {
    if hasParts {
      return try await forEachRowWithParts(
        origins: origins, destinations: destinations, threads: threads,
        directSeconds: directSeconds, done: done, body)
    }
    let isByOrigin = isByOrigin
    let fixed = isByOrigin ? origins : destinations
    let prototype = WindowTimes(network, window)
    let others = prototype.others(isByOrigin ? destinations : origins)
    let wave = Self.rowsPerThread * max(1, threads)
    for start in stride(from: 0, to: fixed.count, by: wave) {
      let rows = await concurrentMap(
        count: min(wave, fixed.count - start), threads: threads, makeWorker: { prototype },
        done: { done(start + $0, fixed.count) },
        { [percentiles] worker, index in
          let position = start + index
          let seconds = worker.percentiles(percentiles, fixed: fixed[position], others: others) {
            isByOrigin ? directSeconds(position, $0) : directSeconds($0, position)
          }
          return Row(
            fixed: position, seconds: seconds, usesStraightLine: worker.usesStraightLine)
        })
      for row in rows { try body(row) }
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
    let (ranks, hasParts) = (percentiles, hasParts)
    let rows = await concurrentMap(
      count: groups.count, threads: threads,
      makeWorker: {
        (times: WindowTimes(network, window), journeys: MedianJourneys(network, window))
      },
      done: { done($0, groups.count) },
      { worker, index in
        let (position, members) = groups[index]
        let fixed = isByOrigin ? origins[position] : destinations[position]
        let others = members.map {
          isByOrigin ? destinations[pairs[$0].destination] : origins[pairs[$0].origin]
        }
        let direct = { other in
          directSeconds(pairs[members[other]].origin, pairs[members[other]].destination)
        }
        if hasParts {
          return worker.journeys.row(
            ranks, position, fixed: fixed, others: others, directSeconds: direct)
        }
        let seconds = worker.times.percentiles(
          ranks, fixed: fixed, others: worker.times.others(others), directSeconds: direct)
        return Row(
          fixed: position, seconds: seconds, usesStraightLine: worker.times.usesStraightLine)
      })
    var cells = pairs.map {
      Cell(origin: $0.origin, destination: $0.destination, seconds: [], usesStraightLine: false)
    }
    for (group, row) in zip(groups, rows) {
      for (position, pair) in group.value.enumerated() {
        cells[pair].seconds = row.seconds(of: position, ranks.count)
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
