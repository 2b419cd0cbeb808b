import Geography
import Parallelism
import Routing
import Scenarios
import TransitRouting

extension CommuteTimes {
  /// On foot or by bicycle all the way: the same time in every minute.
  static func direct(
    _ network: CommuteNetwork, _ mode: CommuteMode, _ workplaces: [Coordinate], _ threads: Int,
    _ done: @Sendable @escaping (Int, Int) -> Void
  ) async -> [[Pair]] {
    let homes = network.model(mode).places(network.homes)
    return await concurrentMap(
      count: workplaces.count, threads: threads, makeWorker: {},
      done: { done($0, workplaces.count) }
    ) { _, index in
      let there = byPosition(
        homes.reaching(workplaces[index], limitSeconds: network.maximumSeconds))
      let back = byPosition(
        homes.reached(from: workplaces[index], limitSeconds: network.maximumSeconds))
      func same(_ time: TravelTime?) -> Seconds {
        Seconds(repeating: time.map { Int32(clamping: $0.seconds) } ?? WindowScan.unreachable)
      }
      return network.homes.indices.map { home in
        Pair(
          morning: same(there[home]), evening: same(back[home]),
          usesStraightLineInMorning: there[home]?.isStraightLine == true,
          usesStraightLineInEvening: back[home]?.isStraightLine == true)
      }
    }
  }

  /// By car, with the congestion of each minute of the windows.
  static func byCar(
    _ network: CommuteNetwork, _ workplaces: [Coordinate], _ threads: Int
  ) async -> [[Pair]] {
    guard let car = network.car else {
      return workplaces.map { _ in network.homes.map { _ in Pair() } }
    }
    let morning = await car.times(
      from: network.homes, to: workplaces, over: network.arrivals, percentiles: percentiles,
      limitSeconds: network.maximumSeconds, threads: threads)
    let evening = await car.times(
      from: workplaces, to: network.homes, over: network.departures, percentiles: percentiles,
      limitSeconds: network.maximumSeconds, threads: threads)
    func seconds(_ times: CarTravel.Times) -> Seconds {
      Seconds(times.seconds.lazy.map { $0.map { Int32(clamping: $0) } ?? WindowScan.unreachable })
    }
    return workplaces.indices.map { workplace in
      network.homes.indices.map { home in
        let (there, back) = (morning[home][workplace], evening[workplace][home])
        return Pair(
          morning: seconds(there), evening: seconds(back),
          usesStraightLineInMorning: there.usesStraightLine,
          usesStraightLineInEvening: back.usesStraightLine)
      }
    }
  }
}
