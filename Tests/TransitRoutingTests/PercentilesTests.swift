import TestSupport
import Testing
import TransitRouting

@Suite struct PercentilesTests {
  @Test func theNearestRankIsATimeThatOccurs() {
    // Ranks of four minutes: 10 % is the first, 50 % the second, 90 % the fourth, which has no journey.
    var times: [Int32] = [900, 600, WindowScan.unreachable, 1200]
    #expect(Percentiles.nearestRank(&times, [10, 50, 90]) == [600, 900, nil])
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
