extension RunResult.HistogramBin {
  /// Bins of so many minutes that cover everyone who has a value, in seconds.
  public static func bins(
    _ origins: [RunResult.OriginResult], minutes: Int,
    _ seconds: (RunResult.OriginResult) -> Double?
  ) -> [RunResult.HistogramBin] {
    var people: [Int: Double] = [:]
    for origin in origins {
      guard let value = seconds(origin) else { continue }
      people[Int((value / Double(60 * minutes)).rounded(.down)), default: 0] += origin.people
    }
    guard let first = people.keys.min(), let last = people.keys.max() else { return [] }
    return (first...last).map {
      .init(fromMinutes: $0 * minutes, toMinutes: ($0 + 1) * minutes, people: people[$0] ?? 0)
    }
  }
}
