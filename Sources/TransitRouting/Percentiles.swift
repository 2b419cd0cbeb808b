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
      let value = times[rank(percent, of: times.count) - 1]
      return value == WindowScan.unreachable ? nil : Int(value)
    }
  }

  /// The same of times that are those of several minutes each.
  ///
  /// - Parameters:
  ///   - times: of the minutes that have a journey. Sorted here.
  ///   - minutes: of the window, those without a journey too.
  public static func nearestRank(
    ofPeriods times: inout [(seconds: Int, minutes: Int)], of minutes: Int, _ ranks: [Int]
  ) -> [Int?] {
    times.sort { $0.seconds < $1.seconds }
    return ranks.map { percent in
      var left = rank(percent, of: minutes)
      return times.first {
        left -= $0.minutes
        return left <= 0
      }?.seconds
    }
  }

  private static func rank(_ percent: Int, of count: Int) -> Int {
    min(max(1, (percent * count + 99) / 100), count)
  }
}
