/// Travel times over the minutes of a window, in seconds; unreachable minutes count.
public enum Percentiles {
  /// Nearest-rank percentiles: the value at rank `ceil(p / 100 * n)` of the sorted times.
  ///
  /// - Parameters:
  ///   - times: one per minute; `WindowScan.unreachable` where there is no journey. Sorted here.
  ///   - ranks: percentages in `0...100`.
  /// - Returns: one value for each of `ranks`; `nil` where it falls among unreachable minutes.
  public static func nearestRank(_ times: inout [Int32], _ ranks: [Int]) -> [Int?] {
    guard !times.isEmpty else { return ranks.map { _ in nil } }
    times.sort()
    return ranks.map { percent in
      let rank = max(1, (percent * times.count + 99) / 100)
      let value = times[min(rank, times.count) - 1]
      return value == WindowScan.unreachable ? nil : Int(value)
    }
  }
}
