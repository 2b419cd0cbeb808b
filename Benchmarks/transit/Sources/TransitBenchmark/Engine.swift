import Geography
import Routing
import TransitRouting

/// The library's calls that are timed; nothing else of the benchmark knows them.
enum Engine {
  /// One origin, a window of departures, all stops.
  struct Stops {
    private let network: DoorToDoorNetwork
    private let forward: ScanNetwork
    private let doors: [Door]
    private let others: DoorSet
    private var scan = WindowScan()
    private var labels: [Int32] = []

    init(_ network: DoorToDoorNetwork) {
      self.network = network
      forward = ScanNetwork(network.timetable, .forward)
      doors = network.timetable.stops.indices.map { network.door(atStop: StopIndex($0)) }
      others = WindowTimes(network, .departures([])).others(doors)
    }

    /// The earliest time off a vehicle at every stop, as steps.
    mutating func runScan(from origin: Int, _ departures: [Int32]) {
      scan.run(
        forward, departures: departures, access: doors[origin].access, transferSlackSeconds: 0,
        maximumSeconds: Int32(clamping: network.options.maximumSeconds))
    }

    /// The steps of the last scan as a table, one cell for each stop and departure.
    mutating func fillTable() -> Int {
      scan.fillArrivals(&labels, stopCount: forward.stopCount)
      return labels.count
    }

    /// The travel times to every stop, with the walk after the last ride and the one without any
    /// ride: one row for each stop, one cell for each departure.
    func travelTimes(
      from origin: Int, _ departures: [Int], using worker: inout WindowTimes,
      visit: (Int, inout [Int32]) -> Void
    ) {
      let (network, doors) = (network, doors)
      worker.run(
        fixed: doors[origin], others: others,
        directSeconds: { network.directTransferSeconds(doors[origin], doors[$0]) }, visit: visit)
    }

    func directSeconds(from origin: Int, to stop: Int) -> Int? {
      network.directTransferSeconds(doors[origin], doors[stop])
    }

    func worker(_ departures: [Int]) -> WindowTimes {
      WindowTimes(network, .departures(departures))
    }
  }

  /// The cells of a whole matrix in seconds, row by row; -1 is unreachable.
  static func matrix(
    _ network: DoorToDoorNetwork, _ window: TimeWindow, percentiles: [Int], origins: [Door],
    destinations: [Door], direct: [[Int: Int]], threads: Int
  ) async -> [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(origins.count * destinations.count * percentiles.count)
    await TravelTimeMatrix(network, window, percentiles: percentiles).forEachRow(
      origins: origins, destinations: destinations, threads: threads,
      directSeconds: { direct[$0][$1] }
    ) { row in
      for seconds in row.seconds { rows.append(seconds == WindowScan.unreachable ? -1 : seconds) }
    }
    return rows
  }
}
