import Geography
import Routing

/// The exit that each of many places is nearest to by car.
enum ExitDrives {
  struct Drive: Equatable {
    var exit: Int
    var seconds: Int
    var isStraightLine: Bool
  }

  /// In the morning peak.
  static let departureSeconds = 8 * 3600
  static let limitSeconds = 2 * 3600
  /// Rows in memory at a time.
  private static let batch = 4096

  /// - Returns: `nil` for places from which no exit is within the limit; the first of several as
  ///   near.
  static func nearest(
    from places: [Coordinate], to exits: [Coordinate], by car: CarTravel, threads: Int,
    progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) async -> [Drive?] {
    var drives: [Drive?] = []
    guard !exits.isEmpty else { return places.map { _ in nil } }
    for start in stride(from: 0, to: places.count, by: batch) {
      let end = min(places.count, start + batch)
      let rows = await car.times(
        from: Array(places[start..<end]), to: exits, at: departureSeconds, .placeToPlace,
        limitSeconds: limitSeconds, threads: threads)
      drives += rows.map { row in
        row.min { ($0.time.seconds, $0.position) < ($1.time.seconds, $1.position) }.map {
          Drive(
            exit: $0.position, seconds: $0.time.seconds, isStraightLine: $0.time.isStraightLine)
        }
      }
      progress(end, places.count)
    }
    return drives
  }
}
