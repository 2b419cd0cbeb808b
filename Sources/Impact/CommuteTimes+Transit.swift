import Geography
import Parallelism
import Routing
import TransitRouting

extension CommuteTimes {
  /// One backward and one forward search for each few workplaces serve all homes.
  static func transit(
    _ network: CommuteNetwork, _ workplaces: [Coordinate], _ threads: Int,
    _ done: @Sendable @escaping (Int, Int) -> Void
  ) async -> [[Pair]] {
    let homes = network.homeModel.places(network.homes)
    let limit = network.doors.options.maximumWalkSeconds
    // The ways without any vehicle, by the means that homes are left with.
    let direct = await concurrentMap(count: workplaces.count, threads: threads, makeWorker: {}) {
      _, index in
      (
        there: byPosition(homes.reaching(workplaces[index], limitSeconds: limit)),
        back: byPosition(homes.reached(from: workplaces[index], limitSeconds: limit))
      )
    }
    var columns = await columns(
      network, workplaces, network.homeDoors, threads,
      there: { direct[$1].there[$0]?.seconds }, back: { direct[$0].back[$1]?.seconds }, done)
    for (workplace, direct) in direct.enumerated() {
      for (home, there) in direct.there where there.isMedian(columns[workplace][home].morning) {
        columns[workplace][home].usesStraightLineInMorning = there.isStraightLine
      }
      for (home, back) in direct.back where back.isMedian(columns[workplace][home].evening) {
        columns[workplace][home].usesStraightLineInEvening = back.isStraightLine
      }
    }
    return columns
  }

  /// Over the one facility at which the median commute, there and back, is the shortest: the
  /// vehicle is where it was left.
  static func overFacilities(
    _ network: CommuteNetwork, _ doors: [[ParkAndRide.FacilityDoor]], _ workplaces: [Coordinate],
    _ threads: Int, _ done: @Sendable @escaping (Int, Int) -> Void
  ) async -> [[Pair]] {
    let ways = doors.enumerated().flatMap { home, doors in doors.map { (home: home, way: $0) } }
    let columns = await columns(
      network, workplaces, ways.map(\.way.door), threads, there: { _, _ in nil },
      back: { _, _ in nil }, done)
    return columns.map { pairs in
      var column = [Pair](repeating: Pair(), count: network.homes.count)
      for (way, pair) in zip(ways, pairs) {
        guard let seconds = pair.bothWays, seconds < column[way.home].bothWays ?? .max else {
          continue
        }
        column[way.home] = pair
        column[way.home].facility = Int32(way.way.facility)
      }
      return column
    }
  }

  /// For each workplace the pairs with some other doors.
  ///
  /// - Parameters:
  ///   - there: seconds from another door to a workplace without any vehicle.
  ///   - back: seconds from a workplace to another door.
  private static func columns(
    _ network: CommuteNetwork, _ workplaces: [Coordinate], _ others: [Door], _ threads: Int,
    there: @Sendable @escaping (Int, Int) -> Int?, back: @Sendable @escaping (Int, Int) -> Int?,
    _ done: @Sendable @escaping (Int, Int) -> Void
  ) async -> [[Pair]] {
    let fixed = await network.doors.doors(
      at: workplaces, limitSeconds: network.doors.options.maximumWalkSeconds, threads: threads)
    var columns = workplaces.map { _ in [Pair](repeating: Pair(), count: others.count) }
    let count = percentiles.count
    await TravelTimeMatrix(network.doors, network.arrivals, percentiles: percentiles).forEachRow(
      origins: others, destinations: fixed, threads: threads, directSeconds: there,
      done: { ready, _ in done(ready / 2, fixed.count) }
    ) { row in
      for other in others.indices {
        columns[row.fixed][other].morning = Seconds(
          row.seconds[other * count..<(other + 1) * count])
        columns[row.fixed][other].usesStraightLineInMorning = row.usesStraightLine[other]
      }
    }
    await TravelTimeMatrix(network.doors, network.departures, percentiles: percentiles).forEachRow(
      origins: fixed, destinations: others, threads: threads, directSeconds: back,
      done: { ready, _ in done((fixed.count + ready) / 2, fixed.count) }
    ) { row in
      for other in others.indices {
        columns[row.fixed][other].evening = Seconds(
          row.seconds[other * count..<(other + 1) * count])
        columns[row.fixed][other].usesStraightLineInEvening = row.usesStraightLine[other]
      }
    }
    return columns
  }

  static func byPosition(_ reached: [ReachedPlace]) -> [Int: TravelTime] {
    Dictionary(reached.map { ($0.position, $0.time) }) { first, _ in first }
  }
}

extension TravelTime {
  /// Whether this, the way without a vehicle, is what percentiles have as their median.
  fileprivate func isMedian(_ percentileSeconds: CommuteTimes.Seconds) -> Bool {
    Int32(clamping: seconds) == percentileSeconds[1]
  }
}
