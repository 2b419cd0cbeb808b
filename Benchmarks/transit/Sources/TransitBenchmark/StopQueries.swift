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

  /// For each pair of stops a line: the walk without any ride, then the time of each departure in
  /// seconds, `-` for none.
  func answers(_ pairs: [(from: String, to: String)], _ departures: [Int]) throws -> String {
    let stops = Engine.Stops(network)
    var worker = stops.worker(departures)
    var lines = [String](repeating: "", count: pairs.count)
    for (origin, members) in Dictionary(grouping: pairs.indices, by: { pairs[$0].from }) {
      let wanted = Dictionary(grouping: members) { positions[pairs[$0].to] ?? -1 }
      guard wanted[-1] == nil else { throw BenchmarkError.unknownStop("in the pairs") }
      let origin = try position(origin)
      stops.travelTimes(from: origin, departures, using: &worker) { stop, times in
        guard let members = wanted[stop] else { return }
        let direct = stops.directSeconds(from: origin, to: stop).map { String($0) } ?? "-"
        let cells = times.map { $0 == WindowScan.unreachable ? "-" : String($0) }
        for member in members { lines[member] = ([direct] + cells).joined(separator: " ") }
      }
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
      stops.travelTimes(from: origin, departures, using: &worker) { stop, times in
        sum &+= stop &+ times.count
      }
      query.stop("all stops")
      if round > 0 { clock.add(query) }
    }
    guard sum != 0 else { throw BenchmarkError.noAnswer }
  }
}
