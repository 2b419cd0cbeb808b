import TestSupport
import Testing

@testable import StreetRouting

struct SixteenTimesTests {
  @Test("sixteen times side by side are compared as each alone, at every size")
  func lanesAreIntegers() {
    var random = SeededGenerator(seed: 1)
    // Around the powers of two the bits of a float change their exponent.
    let edges = (0..<30).flatMap { [(1 << $0) - 1, 1 << $0, (1 << $0) + 1] } + [1_000_000_000]
    let values = edges.filter { $0 <= 1_000_000_000 }.map { Int32($0) } + [0]
    for _ in 0..<2000 {
      var (own, others) = (SixteenTimes.unreachable, SixteenTimes.unreachable)
      var expected: [Int32] = []
      let later = values.randomElement(using: &random) ?? 0
      for lane in 0..<16 {
        let (a, b) = (
          values.randomElement(using: &random) ?? 0, values.randomElement(using: &random) ?? 0
        )
        own[lane: lane] = a
        others[lane: lane] = b
        expected.append(min(a, b + later))
      }
      let least = own.lesser(others, later: later)
      #expect((0..<16).map { least[lane: $0] } == expected)
    }
    #expect(SixteenTimes.unreachable[lane: 3] == HierarchyWeights.unreachable)
  }
}
