import TestSupport
import Testing

@testable import TransitRouting

/// That scans find the same as the naive router is in `ReferenceAgreementTests`.
struct AccessWalkTests {
  /// Of each random stop the seconds of its boardings are counted one by one.
  @Test(
    "a departure is noted at a stop exactly when a vehicle is boarded there before the next one comes",
    arguments: [SearchDirection.forward, .backward])
  func boardings(direction: SearchDirection) {
    var (noted, leftOut) = (0, 0)
    for seed in 0..<200 {
      let network = ScanNetwork(RandomNetwork.timetable(seed: UInt64(seed)), direction)
      guard let first = network.instants.first, let last = network.instants.last else { continue }
      let stop = seed % network.stopCount
      let walk = StopWalk(stop: StopIndex(stop), seconds: seed % 3 * 70)
      let boarded = network.instants.indices.flatMap { instant in
        network.calls(at: instant).filter {
          network.calls[$0].stop == stop && network.calls[$0].canBoard
        }.map { _ in network.instants[instant] }
      }
      // The last one is after all calls.
      let seconds = (stride(from: first - 500, through: last + 300, by: 130) + [last + 300])
      var access = AccessWalk(walk, from: first - 500, network)
      for (second, next) in zip(seconds, seconds.dropFirst() + [.max]) {
        let (from, before) = (
          second + walk.seconds, next.addingSaturated(walk.seconds)
        )
        let isBoarded = access.isBoarded(
          from: from, before: before, network.boardingsAtStop.positions.span,
          network.callSeconds.span)
        #expect(
          isBoarded == boarded.contains { $0 >= from && $0 < before }, "seed \(seed), \(second)")
        if isBoarded { noted += 1 } else { leftOut += 1 }
      }
    }
    #expect(noted > 100 && leftOut > 100)
  }
}
