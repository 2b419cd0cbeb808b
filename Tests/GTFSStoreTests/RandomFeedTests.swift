import GTFSStore
import TestSupport
import Testing
import TransitRouting

/// From the text of a feed to the answer, against what its rows mean to a naive router.
@Suite struct RandomFeedTests {
  /// Platforms in the order of their names.
  private func platforms(_ timetable: Timetable) -> [StopIndex] {
    timetable.stops.indices.map { StopIndex($0) }.filter {
      timetable.whole($0) == $0 && timetable.stops[$0.position].id.hasPrefix("P")
    }.sorted { timetable.stops[$0.position].id < timetable.stops[$1.position].id }
  }

  @Test(arguments: [SearchDirection.forward, .backward])
  func answersFollowFromTheRowsOfTransfersAndBlocks(direction: SearchDirection) throws {
    var scan = WindowScan()
    var (reached, changedByRules, changedByLinks) = (0, 0, 0)
    for seed in 0..<60 {
      let feed = RandomFeed(seed: UInt64(seed) + (direction == .forward ? 0 : 1000))
      let loaded = try Network(feed.text).load("2019-10-29").timetable
      let (plain, rules) = try feed.meaning()
      let reference = CallRouter(plain, rules)
      let unruled = CallRouter(plain, [])
      let stops = platforms(loaded)
      let network = ScanNetwork(loaded, direction)
      let instants = direction == .forward ? [28_800, 30_000] : [32_400, 34_200]
      for end in plain.stops.indices {
        let instant = instants[end % 2]
        scan.run(
          network, departures: [Int32(direction == .forward ? instant : -instant)],
          access: loaded.withParts([StopWalk(stop: stops[end], seconds: 0)]),
          transferSlackSeconds: 0, maximumSeconds: 86_400)
        let labels = scan.arrivals(stopCount: loaded.stops.count)
        let found = stops.map { stop -> Int? in
          let best = loaded.parts(of: stop).map { labels[$0.position] }.min()
          return best.flatMap {
            $0 == WindowScan.unreachable ? nil : Int(direction == .forward ? $0 : -$0)
          }
        }
        let walks = [StopWalk(stop: StopIndex(end), seconds: 0)]
        func answer(_ router: CallRouter) -> [Int?] {
          direction == .forward
            ? router.earliestArrivals(walks, departing: instant)
            : router.latestDepartures(walks, arrivingBy: instant)
        }
        let expected = answer(reference)
        #expect(found == expected, "seed \(seed), \(direction), P\(end)")
        reached += expected.count { $0 != nil }
        if answer(unruled) != expected { changedByRules += 1 }
      }
      if plain.trips.indices.contains(where: {
        !plain.continuations.following(TripIndex($0)).isEmpty
      }) {
        changedByLinks += 1
      }
    }
    #expect(reached > 250 && changedByRules > 5 && changedByLinks > 10)
  }
}
