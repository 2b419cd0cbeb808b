import TestSupport
import Testing
import TransitRouting

@Suite struct PercentilesTests {
  /// Of five times the rank of p10 is ⌈0.5⌉ = 1, of p50 ⌈2.5⌉ = 3, of p90 ⌈4.5⌉ = 5.
  @Test("percentiles are nearest ranks, and unreachable minutes count")
  func nearestRank() {
    var times: [Int32] = [500, 100, 400, 200, 300]
    #expect(Percentiles.nearestRank(&times, [0, 10, 50, 90, 100]) == [100, 100, 300, 500, 500])
    var some: [Int32] = [WindowScan.unreachable, 100, WindowScan.unreachable, 200, 300]
    #expect(Percentiles.nearestRank(&some, [50, 60, 61, 90]) == [300, 300, nil, nil])
    var none: [Int32] = []
    #expect(Percentiles.nearestRank(&none, [50]) == [nil])
  }

  @Test func periodsGiveWhatTheirMinutesGiveOneByOne() {
    var chance = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let window = Int.random(in: 1...130, using: &chance)
      var periods: [(seconds: Int, minutes: Int)] = []
      var left = window
      while left > 0, Int.random(in: 0..<4, using: &chance) > 0 {
        let minutes = Int.random(in: 1...left, using: &chance)
        periods.append((.random(in: 0...20, using: &chance), minutes))
        left -= minutes
      }
      var times = periods.flatMap { [Int32](repeating: Int32($0.seconds), count: $0.minutes) }
      times += [Int32](repeating: WindowScan.unreachable, count: left)
      let ranks = [0, 1, 10, 50, 90, 99, 100]
      #expect(
        Percentiles.nearestRank(ofPeriods: &periods, of: window, ranks)
          == Percentiles.nearestRank(&times, ranks))
    }
  }
}
