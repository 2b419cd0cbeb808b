import Geography
import Parallelism
import Routing
import TransitRouting

extension CommuteTimes {
  private struct Worker {
    var morning: WindowTimes
    var evening: WindowTimes

    init(_ network: CommuteNetwork) {
      morning = WindowTimes(network.doors, network.arrivals)
      evening = WindowTimes(network.doors, network.departures)
    }
  }

  /// One backward and one forward scan for each workplace serve all homes.
  static func transit(
    _ network: CommuteNetwork, _ workplaces: [Coordinate], _ threads: Int,
    _ done: @Sendable @escaping (Int, Int) -> Void
  ) async -> [[Pair]] {
    let homes = network.homeModel.places(network.homes)
    let limit = network.doors.options.maximumWalkSeconds
    return await concurrentMap(
      count: workplaces.count, threads: threads, makeWorker: { Worker(network) },
      done: { done($0, workplaces.count) }
    ) { worker, index in
      let place = workplaces[index]
      let door = network.doors.door(at: place)
      // The way without any vehicle, by the means that homes are left with.
      let there = byPosition(homes.reaching(place, limitSeconds: limit))
      let back = byPosition(homes.reached(from: place, limitSeconds: limit))
      var column = [Pair](repeating: Pair(), count: network.homes.count)
      worker.morning.run(
        fixed: door, others: network.homeDoors, directSeconds: { there[$0]?.seconds }
      ) { column[$0].morning = percentileSeconds(&$1) }
      worker.evening.run(
        fixed: door, others: network.homeDoors, directSeconds: { back[$0]?.seconds }
      ) { column[$0].evening = percentileSeconds(&$1) }
      for home in column.indices {
        // Where the median is the way without a vehicle, it is that one's.
        func isOnLine(_ times: WindowTimes, _ median: Int32, _ direct: TravelTime?) -> Bool {
          guard let direct, Int32(clamping: direct.seconds) == median else {
            return times.usesStraightLine[home]
          }
          return direct.isStraightLine
        }
        column[home].usesStraightLine =
          isOnLine(worker.morning, column[home].morning[1], there[home])
          || isOnLine(worker.evening, column[home].evening[1], back[home])
      }
      return column
    }
  }

  /// Over the one facility at which the median commute, there and back, is the shortest: the
  /// vehicle is where it was left.
  static func overFacilities(
    _ network: CommuteNetwork, _ doors: [[ParkAndRide.FacilityDoor]], _ workplaces: [Coordinate],
    _ threads: Int, _ done: @Sendable @escaping (Int, Int) -> Void
  ) async -> [[Pair]] {
    let ways = doors.enumerated().flatMap { home, doors in doors.map { (home: home, way: $0) } }
    return await concurrentMap(
      count: workplaces.count, threads: threads, makeWorker: { Worker(network) },
      done: { done($0, workplaces.count) }
    ) { worker, index in
      let door = network.doors.door(at: workplaces[index])
      var pairs = ways.map { way in
        var pair = Pair()
        pair.facility = Int32(way.way.facility)
        return pair
      }
      let others = ways.map(\.way.door)
      worker.morning.run(fixed: door, others: others, directSeconds: { _ in nil }) {
        pairs[$0].morning = percentileSeconds(&$1)
      }
      worker.evening.run(fixed: door, others: others, directSeconds: { _ in nil }) {
        pairs[$0].evening = percentileSeconds(&$1)
      }
      for way in pairs.indices {
        pairs[way].usesStraightLine =
          worker.morning.usesStraightLine[way] || worker.evening.usesStraightLine[way]
      }
      var column = [Pair](repeating: Pair(), count: network.homes.count)
      for (way, pair) in zip(ways, pairs) {
        guard let seconds = pair.bothWays, seconds < column[way.home].bothWays ?? .max else {
          continue
        }
        column[way.home] = pair
      }
      return column
    }
  }

  static func byPosition(_ reached: [ReachedPlace]) -> [Int: TravelTime] {
    Dictionary(reached.map { ($0.position, $0.time) }) { first, _ in first }
  }
}
