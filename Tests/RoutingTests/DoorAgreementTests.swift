import Routing
import TestSupport
import Testing
import TransitRouting

/// Percentiles between doors with walks to several stops, against the naive router.
struct DoorAgreementTests {
  /// A door to some stops or parts of stops, of which some may come twice.
  private func door(_ timetable: Timetable, upTo most: Int, _ random: inout SeededGenerator) -> Door
  {
    func walks() -> [StopWalk] {
      (0..<Int.random(in: 0...most, using: &random)).map { _ in
        StopWalk(
          stop: StopIndex(Int.random(in: timetable.stops.indices, using: &random)),
          seconds: [0, 1, 60, 299, 700].randomElement(using: &random) ?? 0)
      }
    }
    return Door(access: walks(), egress: walks())
  }

  /// By sorting, as it is defined.
  private func nearestRank(_ times: [Int?], _ percent: Int) -> Int? {
    let sorted = times.map { $0 ?? Int.max }.sorted()
    let value = sorted[max(0, (percent * sorted.count + 99) / 100 - 1)]
    return value == Int.max ? nil : value
  }

  /// Walks to many stops are left out by what the percentiles asked for can be at most; more than 32
  /// of them are looked at in several goes.
  @Test(
    "a matrix has the naive router's percentiles, with departures and with arrivals",
    arguments: [true, false])
  func percentiles(isForward: Bool) async {
    var reached = 0
    var onFoot = 0
    for seed in 0..<300 {
      var random = SeededGenerator(seed: UInt64(seed) &* 131 &+ (isForward ? 1 : 2))
      let timetable = RandomNetwork.timetable(seed: UInt64(seed) + 20_000)
      var options = TransitOptions()
      options.transferSlackSeconds = [0, 45, 60][seed % 3]
      options.maximumSeconds = [1800, 7200, 86_400][seed % 3]
      let doors = DoorToDoorNetwork(withoutWalks: timetable, options: options)
      let reference = ReferenceRouter(timetable, slackSeconds: options.transferSlackSeconds)
      // One to nine instants, or five times as many, which take more vectors.
      let instants = (0..<(seed % 5 == 4 ? 5 : 1)).flatMap { turn in
        RandomNetwork.instants(timetable, seed: UInt64(seed + 1000 * turn)).map { Int($0) }
      }.sorted()
      let ends = (0..<3).map { _ in door(timetable, upTo: [4, 12, 70][seed / 3 % 3], &random) }
      let direct = ends.map { _ in [nil, 0, 900].randomElement(using: &random) ?? nil }
      let ranks = [[0, 10, 50, 75, 100], [50], [10], [90, 20]][seed % 4]
      let pairs = ends.indices.flatMap { a in ends.indices.map { (origin: a, destination: $0) } }
      let cells = await TravelTimeMatrix(
        doors, isForward ? .departures(instants) : .arrivals(instants), percentiles: ranks
      ).cells(
        origins: ends, destinations: ends, pairs: pairs, threads: 1 + seed / 4 % 2,
        directSeconds: { direct[($0 + $1) % direct.count] })
      let labels = ends.map { end in
        instants.map {
          isForward
            ? reference.earliestArrivals(end.access, departing: $0)
            : reference.latestDepartures(end.egress, arrivingBy: $0)
        }
      }
      for (pair, cell) in zip(pairs, cells) {
        let (fixed, other) = isForward ? pair : (pair.destination, pair.origin)
        let walks = isForward ? ends[other].egress : ends[other].access
        let walk = direct[(pair.origin + pair.destination) % direct.count]
        let times = zip(instants, labels[fixed]).map { instant, labels -> Int? in
          let rides = walks.compactMap { walk in
            labels[walk.stop.position].map { abs($0 - instant) + Int(walk.seconds) }
          }
          let best = (rides + [walk].compactMap(\.self)).min()
          return best.flatMap { $0 <= options.maximumSeconds ? $0 : nil }
        }
        #expect(cell.seconds == ranks.map { nearestRank(times, $0) }, "seed \(seed), \(pair)")
        if cell.seconds[0] != nil { reached += 1 }
        if walk != nil, cell.seconds[0] == walk { onFoot += 1 }
      }
    }
    #expect(reached > 300 && onFoot > 50)
  }

  /// The journey of the median says it, and for a lower percentile alone fewer stops are joined.
  @Test("whether a cell uses a straight line does not depend on the percentiles asked for")
  func straightLines() async {
    var (using, others) = (0, 0)
    for seed in 0..<150 {
      var random = SeededGenerator(seed: UInt64(seed) &* 137)
      let timetable = RandomNetwork.timetable(seed: UInt64(seed) + 20_000)
      let doors = DoorToDoorNetwork(withoutWalks: timetable, options: TransitOptions())
      let instants = RandomNetwork.instants(timetable, seed: UInt64(seed)).map { Int($0) }
      // The lines are at the destinations: with one at the origin every cell uses it.
      let origins = (0..<2).map { _ in door(timetable, upTo: 3, &random) }
      let destinations = (0..<4).map { _ in
        var end = door(timetable, upTo: 40, &random)
        for walk in end.egress.indices {
          end.egress[walk].isStraightLine = Int.random(in: 0..<2, using: &random) == 0
        }
        return end
      }
      let pairs = origins.indices.flatMap { a in
        destinations.indices.map { (origin: a, destination: $0) }
      }
      func flags(_ percent: Int) async -> [Bool] {
        await TravelTimeMatrix(doors, .departures(instants), percentiles: [percent]).cells(
          origins: origins, destinations: destinations, pairs: pairs, threads: 1,
          directSeconds: { _, _ in nil }
        ).map(\.usesStraightLine)
      }
      let expected = await flags(100)
      #expect(await flags(10) == expected, "seed \(seed)")
      using += expected.count { $0 }
      others += expected.count { !$0 }
    }
    #expect(using > 50 && others > 50)
  }
}
