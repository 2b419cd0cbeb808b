import Geography
public import Routing

/// Drops candidates that are too near others on foot.
public struct Separation: Sendable {
  public var kept: [Candidate]
  public var droppedCount: Int
  /// Those of them that were dropped by a straight line × its detour, for want of a street.
  public var straightLineCount: Int

  /// Takes the candidates in their order; each stays unless one that stayed is nearer on foot, in
  /// either direction, than `apartMeters`.
  ///
  /// A way is never shorter than the straight line, so only candidates within that are looked at:
  /// with a fixed density the work grows with the number of candidates. Times are rounded up to whole
  /// seconds, 1.3 m at 4.8 km/h: two at just the distance may count as too near, never the reverse.
  ///
  /// - Parameters:
  ///   - candidates: in the order in which they stay, the first before the last.
  ///   - apartMeters: 0 keeps all.
  ///   - progress: called with how many were looked at.
  public init(
    _ candidates: [Candidate], apartMeters: Double, walking: any TravelModel,
    progress: (Int) -> Void = { _ in }
  ) {
    guard apartMeters > 0 else {
      (kept, droppedCount, straightLineCount) = (candidates, 0, 0)
      return
    }
    let places = candidates.map(\.coordinate)
    let grid = PointGrid(places, cellMeters: max(50, apartMeters))
    let metersPerSecond = walking.fallback.speedKilometersPerHour / 3.6
    let limit = Int((apartMeters / metersPerSecond).rounded(.up))
    // A metre more for rounding.
    let reach = Double(limit) * metersPerSecond + 1
    var isKept = [Bool](repeating: false, count: candidates.count)
    var straightLines = 0
    for (position, place) in places.enumerated() {
      var near: [Int] = []
      grid.forEach(within: reach, of: place) { other, _ in
        if isKept[other] { near.append(other) }
      }
      isKept[position] = !near.contains { other in
        let way =
          walking.time(from: place, to: places[other], limitSeconds: limit)
          ?? walking.time(from: places[other], to: place, limitSeconds: limit)
        if way?.isStraightLine == true { straightLines += 1 }
        return way != nil
      }
      progress(position + 1)
    }
    kept = candidates.indices.filter { isKept[$0] }.map { candidates[$0] }
    droppedCount = candidates.count - kept.count
    straightLineCount = straightLines
  }
}
