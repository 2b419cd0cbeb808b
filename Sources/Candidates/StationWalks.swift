import Geography
import Parallelism
import Routing
import Surroundings

/// The station that each of many places is nearest to on foot.
struct StationWalks {
  struct Walk: Equatable {
    var station: Int
    var seconds: Int
    var isStraightLine: Bool

    func isBetter(than other: Walk?) -> Bool {
      guard let other else { return true }
      return (seconds, station) < (other.seconds, other.station)
    }
  }

  /// Whoever walks longer takes something else.
  static let limitSeconds = 45 * 60
  /// Rows in memory at a time.
  private static let batch = 64

  /// One search back from each place where trains stop answers for all places.
  ///
  /// - Returns: `nil` for places that no station is within the limit of.
  static func nearest(
    from places: [Coordinate], to stations: [Station], walking: any TravelModel, threads: Int,
    progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) async -> [Walk?] {
    let reachable = walking.places(places)
    let targets = stations.enumerated().flatMap { number, station in
      station.stopPlaces.map { (station: number, place: $0) }
    }
    var best = [Walk?](repeating: nil, count: places.count)
    for start in stride(from: 0, to: targets.count, by: batch) {
      let range = start..<min(targets.count, start + batch)
      let rows = await concurrentMap(count: range.count, threads: threads, makeWorker: {}) {
        _, offset in
        reachable.reaching(targets[start + offset].place, limitSeconds: limitSeconds)
      }
      for (target, row) in zip(targets[range], rows) {
        for reached in row {
          let walk = Walk(
            station: target.station, seconds: reached.time.seconds,
            isStraightLine: reached.time.isStraightLine)
          if walk.isBetter(than: best[reached.position]) { best[reached.position] = walk }
        }
      }
      progress(range.upperBound, targets.count)
    }
    return best
  }
}
