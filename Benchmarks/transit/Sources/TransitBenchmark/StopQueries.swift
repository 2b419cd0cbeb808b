import Foundation
import GTFSStore
import Routing
import TransitRouting

/// From stop to stop on the feed's own transfers, without slack, as the oracle's engines did.
struct StopQueries {
  private let network: DoorToDoorNetwork
  private let positions: [String: Int]

  init(_ database: String, _ date: ServiceDate) throws {
    let loaded = try NetworkDatabase(database).loadTimetable(on: date, untilSeconds: 86_400)
    var options = TransitOptions()
    options.transferSlackSeconds = 0
    options.maximumSeconds = 86_400
    network = DoorToDoorNetwork(withoutWalks: loaded.timetable, options: options)
    positions = Dictionary(
      uniqueKeysWithValues: network.timetable.stops.enumerated().map { ($1.id, $0) })
  }

  private func position(_ stop: String) throws -> Int {
    guard let position = positions[stop] else { throw BenchmarkError.unknownStop(stop) }
    return position
  }

  /// For each origin a line `stop,cell,…`, and each cell the sorted times of the window, `-` for
  /// unreachable, in the order of `targets`.
  func answers(origins: [String], targets: [String], _ departures: [Int]) throws -> String {
    let stops = Engine.Stops(network)
    var worker = stops.worker(departures)
    var lines: [String] = []
    for origin in origins {
      var cells: [Int: String] = [:]
      let wanted = Set(try targets.map(position))
      stops.travelTimes(from: try position(origin), departures, using: &worker) { stop, times in
        guard wanted.contains(stop) else { return }
        cells[stop] = times.map { $0 == WindowScan.unreachable ? "-" : String($0) }
          .joined(separator: " ")
      }
      lines.append(([origin] + (try targets.map { cells[try position($0)] ?? "" }))
        .joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One time per origin and work.
  func time(origins: [String], _ departures: [Int], clock: inout WorkClock) throws {
    var stops = Engine.Stops(network)
    var worker = stops.worker(departures)
    let starts = departures.map { Int32(clamping: $0) }
    var sum = 0
    // The memory of the workers is made by an untimed first query.
    for (round, origin) in ([origins.first].compactMap { $0 } + origins).enumerated() {
      let origin = try position(origin)
      var query = WorkClock()
      query.start()
      stops.runScan(from: origin, starts)
      query.stop("scan")
      query.start()
      sum &+= stops.fillTable()
      query.stop("table")
      query.start()
      stops.travelTimes(from: origin, departures, using: &worker) { sum &+= $0 &+ $1.count }
      query.stop("all stops")
      if round > 0 { clock.add(query) }
    }
    guard sum != 0 else { throw BenchmarkError.noAnswer }
  }
}
