import Foundation
import GTFSStore
import Geography
import Routing
import StreetRouting
import StreetStore
import TransitRouting

/// A matrix from door to door, each part of the work timed for itself.
struct DoorMatrix {
  var database: String
  var streets: String
  var date: ServiceDate
  var window: TimeWindow
  var threads: Int

  /// The median of the travel times in seconds, origin by origin.
  func run(
    _ origins: [Coordinate], _ destinations: [Coordinate], clock: inout WorkClock
  ) async throws -> [Int32] {
    let options = TransitOptions()
    clock.start()
    let reach = window.reach(maximumSeconds: options.maximumSeconds)
    let loaded = try NetworkDatabase(database).loadTimetable(
      on: date, fromSeconds: reach.lowerBound, untilSeconds: reach.upperBound)
    clock.stop("timetable")
    clock.start()
    let walking = StreetPaths(try StreetFile.read(streets))
      .travel(.walk, speedKilometersPerHour: 4.8)
    clock.stop("streets")
    clock.start()
    let network = DoorToDoorNetwork(loaded.timetable, walking: walking, options: options)
    clock.stop("network")
    clock.start()
    let limit = options.maximumWalkSeconds
    let from = await network.doors(
      at: origins, sides: .access, limitSeconds: limit, threads: threads)
    let to = await network.doors(
      at: destinations, sides: .egress, limitSeconds: limit, threads: threads)
    let direct = await DoorPlan(network, by: .travel(walking))
      .direct(destinations, isForward: true).seconds(origins, threads: threads)
    clock.stop("doors")
    clock.start()
    let cells = await Engine.matrix(
      network, window, percentiles: [50], origins: from, destinations: to, direct: direct,
      threads: threads)
    clock.stop("matrix")
    return cells
  }
}
