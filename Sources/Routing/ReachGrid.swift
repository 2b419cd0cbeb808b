public import Geography
import Parallelism
import StreetRouting
import TransitRouting

/// The grid of an isochrone would be too large.
public struct ReachTooLarge: Error, Sendable, CustomStringConvertible {
  public let cellMeters: Double

  public var description: String {
    "with cells of \(cellMeters) m the reach has more than \(ReachGrid.cellLimit) cells; take larger "
      + "cells or fewer minutes"
  }
}

/// Travel times between one place and all places of a grid: what isochrones are drawn from.
public struct ReachGrid: Sendable {
  public static let cellLimit = 12_000_000

  public let grid: CellGrid
  /// For each percentile the seconds of each cell; `Contour.none` beyond reach.
  public private(set) var seconds: [[Int32]]
  /// Cells whose way is the straight line somewhere.
  private var isStraightLine: [Bool]

  /// The area within a time at the percentile of a position.
  public func area(_ position: Int, withinSeconds limit: Int) -> MultiPolygon {
    Contour(grid, values: seconds[position]).area(upTo: Int32(clamping: limit))
  }

  /// Of the cells within a time those whose way is the straight line somewhere, 0 to 1.
  public func straightLineShare(_ position: Int, withinSeconds limit: Int) -> Double {
    let cells = seconds[position].indices.filter { seconds[position][$0] <= limit }
    return cells.isEmpty
      ? 0 : Double(cells.count { isStraightLine[$0] }) / Double(cells.count)
  }

  private init(_ grid: CellGrid, percentileCount: Int) {
    self.grid = grid
    isStraightLine = Array(repeating: false, count: grid.count)
    seconds = Array(
      repeating: Array(repeating: Contour.none, count: grid.count), count: percentileCount)
  }

  private mutating func set(_ cell: Int, _ times: [Int?], isStraightLine: Bool) {
    for (position, time) in times.enumerated() {
      if let time { seconds[position][cell] = Int32(clamping: time) }
    }
    self.isStraightLine[cell] = isStraightLine
  }

  /// By one means all the way, from the place or, with `isForward` false, to it.
  public init(
    _ place: Coordinate, by model: any TravelModel, isForward: Bool, limitSeconds: Int,
    cellMeters: Double
  ) throws(ReachTooLarge) {
    let meters = Double(limitSeconds) * model.fallback.speedKilometersPerHour / 3.6
    let discs = [(place: place, meters: meters)]
    let grid = try Self.grid(place, discs, cellMeters)
    self.init(grid, percentileCount: 1)
    let cells = grid.cells(within: discs)
    let places = model.places(cells.map { grid.place($0) })
    let reached =
      isForward
      ? places.reached(from: place, limitSeconds: limitSeconds)
      : places.reaching(place, limitSeconds: limitSeconds)
    for cell in reached {
      set(cells[cell.position], [cell.time.seconds], isStraightLine: cell.time.isStraightLine)
    }
  }

  /// By car over the minutes of a window, no faster than 120 km/h.
  public init(
    _ place: Coordinate, by car: CarTravel, _ window: TimeWindow, percentiles: [Int],
    isForward: Bool, limitSeconds: Int, cellMeters: Double, threads: Int
  ) async throws(ReachTooLarge) {
    let drive = limitSeconds - car.parkingSeconds(at: place, isArrival: !isForward)
    let discs = [(place: place, meters: Double(max(0, drive)) * 120 / 3.6)]
    let grid = try Self.grid(place, discs, cellMeters)
    self.init(grid, percentileCount: percentiles.count)
    let cells = grid.cells(within: discs)
    let places = cells.map { grid.place($0) }
    let rows = await car.times(
      from: isForward ? [place] : places, to: isForward ? places : [place], over: window,
      percentiles: percentiles, limitSeconds: limitSeconds, threads: threads)
    for (position, cell) in cells.enumerated() {
      let times = isForward ? rows[0][position] : rows[position][0]
      set(cell, times.seconds, isStraightLine: times.usesStraightLine)
    }
  }

  /// By public transport: the door of every cell is joined with the stops from which the time that is
  /// left leads to it on foot, and one scan of the window gives the travel times of all.
  ///
  /// A cell's times are those of `WindowTimes`, so that an isochrone and a matrix agree.
  /// - Parameters:
  ///   - place: the origin with departures, the destination with arrivals.
  ///   - plan: how `place` is joined with the network: its bicycle or car is at hand there.
  public init(
    _ place: Coordinate, _ plan: DoorPlan, _ window: TimeWindow, percentiles: [Int],
    cellMeters: Double, threads: Int
  ) async throws(ReachTooLarge) {
    let network = plan.network
    let isForward = window.isOfDepartures
    let fixed = Door.merged(
      await plan.doors(at: [place], atSeconds: window.middle, threads: threads).map(\.door))
    let limit = network.options.maximumSeconds
    let walkLimit = min(limit, network.options.maximumWalkSeconds)
    let speed = network.walking.fallback.speedKilometersPerHour / 3.6
    let stops = Self.stops(fixed, in: network, window, isForward: isForward)
    let direct = plan.direct
    let directSpeed = (direct?.fallback.speedKilometersPerHour ?? 0) / 3.6
    let discs =
      [(place: place, meters: Double(walkLimit) * directSpeed)]
      + stops.map { stop in
        (place: stop.place, meters: Double(min(walkLimit, limit - stop.seconds)) * speed)
      }
    let grid = try Self.grid(place, discs, cellMeters)
    self.init(grid, percentileCount: percentiles.count)
    let cells = grid.cells(within: discs)
    let places = network.walking.places(cells.map { grid.place($0) })
    let walks = await concurrentMap(count: stops.count, threads: threads, makeWorker: {}) {
      _, index in
      let rest = min(walkLimit, limit - stops[index].seconds)
      return isForward
        ? places.reached(from: stops[index].place, limitSeconds: rest)
        : places.reaching(stops[index].place, limitSeconds: rest)
    }
    var doors = [Door](repeating: Door(access: [], egress: []), count: cells.count)
    for (stop, walks) in zip(stops, walks) {
      for walk in walks {
        let toCell = StopWalk(
          stop: stop.stop, seconds: walk.time.seconds, isStraightLine: walk.time.isStraightLine)
        if isForward {
          doors[walk.position].egress.append(toCell)
        } else {
          doors[walk.position].access.append(toCell)
        }
      }
    }
    let directPlaces =
      direct?.mode == network.walking.mode ? places : direct?.places(cells.map { grid.place($0) })
    let reached =
      isForward
      ? directPlaces?.reached(from: place, limitSeconds: walkLimit)
      : directPlaces?.reaching(place, limitSeconds: walkLimit)
    let directTimes = Dictionary((reached ?? []).map { ($0.position, $0.time) }) { first, _ in first
    }
    let found = await Self.times(
      fixed, doors, directTimes, in: network, window, percentiles, threads: threads)
    for (position, times) in found.enumerated() {
      set(cells[position], times.seconds, isStraightLine: times.isStraightLine)
    }
  }

  private static func grid(
    _ place: Coordinate, _ discs: [(place: Coordinate, meters: Double)], _ cellMeters: Double
  ) throws(ReachTooLarge) -> CellGrid {
    guard
      let grid = CellGrid(
        around: place, reaching: discs, cellMeters: cellMeters, limit: cellLimit)
    else { throw ReachTooLarge(cellMeters: cellMeters) }
    return grid
  }

  /// The stops where one can get off (with arrivals: on) and the least time of any minute.
  private static func stops(
    _ fixed: Door, in network: DoorToDoorNetwork, _ window: TimeWindow, isForward: Bool
  ) -> [(stop: StopIndex, place: Coordinate, seconds: Int)] {
    let service = network.timetable.service()
    let isServed = isForward ? service.alightable : service.boardable
    let served = network.timetable.stops.indices.filter {
      isServed[$0] && network.timetable.stops[$0].coordinate.isValid
    }
    var scan = WindowTimes(network, window)
    var stops: [(stop: StopIndex, place: Coordinate, seconds: Int)] = []
    let doors = served.map { stop in
      let walks = [StopWalk(stop: StopIndex(stop), seconds: 0)]
      return Door(access: walks, egress: walks)
    }
    scan.run(fixed: fixed, others: doors, directSeconds: { _ in nil }) { position, times in
      guard let least = times.min(), least != WindowScan.unreachable else { return }
      let stop = served[position]
      stops.append((StopIndex(stop), network.timetable.stops[stop].coordinate, Int(least)))
    }
    return stops
  }

  private static func times(
    _ fixed: Door, _ doors: [Door], _ direct: [Int: TravelTime], in network: DoorToDoorNetwork,
    _ window: TimeWindow, _ percentiles: [Int], threads: Int
  ) async -> [(seconds: [Int?], isStraightLine: Bool)] {
    let chunk = max(1, (doors.count + threads - 1) / threads)
    let starts = Array(stride(from: 0, to: doors.count, by: chunk))
    let chunks = await concurrentMap(
      count: starts.count, threads: threads, makeWorker: { WindowTimes(network, window) }
    ) { worker, index in
      let range = starts[index]..<min(doors.count, starts[index] + chunk)
      var found = [(seconds: [Int?], isStraightLine: Bool)](
        repeating: ([], false), count: range.count)
      worker.run(
        fixed: fixed, others: Array(doors[range]),
        directSeconds: { direct[range.lowerBound + $0]?.seconds }
      ) { position, times in
        found[position].seconds = Percentiles.nearestRank(&times, percentiles)
      }
      for position in found.indices {
        let cell = range.lowerBound + position
        let isOnFoot = doors[cell].access.isEmpty && doors[cell].egress.isEmpty
        found[position].isStraightLine =
          isOnFoot ? direct[cell]?.isStraightLine == true : worker.usesStraightLine[position]
      }
      return found
    }
    return chunks.flatMap { $0 }
  }
}
