import TestSupport
import Testing

@testable import TransitRouting

/// Scans that count several origins, or several limits of rides, side by side.
struct ScanLanesTests {
  private func departures(_ timetable: Timetable, _ width: Int, _ direction: SearchDirection)
    -> [Int32]
  {
    let first = timetable.stopEvents.map(\.departureSeconds).min() ?? 0
    let times = (0..<width).map { first + Int32($0 * 1440 / width) }
    return direction == .forward ? times : times.reversed().map { -$0 - 1200 }
  }

  /// Six departures run in sixteen lanes or 32, 130 in eight. Some origins share a stop, some have none.
  @Test(
    "several origins at once find what each finds alone", arguments: [6, 130],
    [SearchDirection.forward, .backward])
  func origins(width: Int, direction: SearchDirection) {
    var (together, alone) = (WindowScan(), WindowScan())
    var reached = 0
    for seed in 0..<60 {
      let timetable = RandomNetwork.timetable(seed: UInt64(seed))
      let walks = seed % 2 == 0 ? nil : RandomWalks.graph(timetable, seed: UInt64(seed / 2))
      let network = ScanNetwork(timetable, direction, walks: walks)
      let departures = departures(timetable, width, direction)
      let limit = WindowScan.originLimit(width: width)
      let count = (seed % 8 < 4 ? limit : min(limit, 16)) - seed % 3
      let origins = (0..<count).map { origin in
        (0..<(origin % 4)).map { walk in
          StopWalk(
            stop: StopIndex((3 * origin + 5 * walk + seed) % timetable.stops.count),
            seconds: (origin * walk * 37) % 400)
        }
      }
      let slack: Int32 = seed % 4 < 2 ? 0 : 60
      together.run(
        network, departures: departures, origins: origins, transferSlackSeconds: slack,
        maximumSeconds: 24 * 3600)
      for (origin, access) in origins.enumerated() {
        alone.run(
          network, departures: departures, access: access, transferSlackSeconds: slack,
          maximumSeconds: 24 * 3600)
        let expected = alone.arrivals(stopCount: network.stopCount)
        let found = together.arrivals(stopCount: network.stopCount, of: origin)
        #expect(found == expected, "seed \(seed), origin \(origin)")
        reached += expected.count { $0 != WindowScan.unreachable }
      }
    }
    #expect(reached > 3_000)
  }

  @Test("a limit of rides equals the naive router with that limit", arguments: [Int32(0), 60])
  func rides(slack: Int32) {
    var scan = WindowScan()
    var differences = 0
    for seed in 0..<200 {
      let timetable = RandomNetwork.timetable(seed: UInt64(seed))
      let network = ScanNetwork(timetable, .forward)
      let reference = ReferenceRouter(timetable, slackSeconds: Int(slack))
      let departures = departures(timetable, 5, .forward)
      let access = [StopWalk(stop: StopIndex(seed % timetable.stops.count), seconds: seed % 3 * 30)]
      scan.run(
        network, departures: departures, access: access, rides: 4, transferSlackSeconds: slack,
        maximumSeconds: 24 * 3600)
      for rides in 1...4 {
        let found = scan.arrivals(stopCount: network.stopCount, of: rides - 1)
        for (index, departure) in departures.enumerated() {
          let expected = reference.earliestArrivals(
            access, departing: Int(departure), rides: rides)
          let actual = timetable.stops.indices.map { stop in
            let label = found[stop * departures.count + index]
            return label == WindowScan.unreachable ? nil : Int(label)
          }
          #expect(actual == expected, "seed \(seed), \(rides) rides, at \(departure)")
          let unlimited = reference.earliestArrivals(access, departing: Int(departure))
          if unlimited != expected { differences += 1 }
        }
      }
    }
    #expect(differences > 150)
  }

  /// With a share of one the calls that cannot matter are left out from the first moment on at which
  /// any stop is done; with a share without end never. Short lengths look often, and each time find
  /// other stops done.
  @Test(
    "to leave out the calls that change nothing any more changes nothing",
    arguments: [Int32(0), 60], [SearchDirection.forward, .backward])
  func tail(slack: Int32, direction: SearchDirection) {
    var (whole, short) = (WindowScan(), WindowScan())
    (whole.tailShare, short.tailShare) = (.max, 1)
    (whole.singleTailShare, short.singleTailShare) = (.max, 1)
    var reached = 0
    for seed in 0..<300 {
      let timetable = RandomNetwork.timetable(seed: UInt64(seed))
      let walks = seed % 3 == 0 ? RandomWalks.graph(timetable, seed: UInt64(seed)) : nil
      let network = ScanNetwork(timetable, direction, walks: walks)
      let departures = departures(timetable, seed % 4 < 2 ? 1 : 5, direction)
      // One, a few and many origins are counted in other ways.
      let origins = (0..<[1, 3, 20][seed / 6 % 3]).map { origin in
        timetable.stops.indices.prefix(2).map { position in
          StopWalk(
            stop: StopIndex((position + origin) % timetable.stops.count), seconds: 60 * position)
        }
      }
      func arrivals(_ scan: inout WindowScan) -> [Int32] {
        scan.run(
          network, departures: departures, origins: origins, transferSlackSeconds: slack,
          maximumSeconds: 24 * 3600)
        return origins.indices.flatMap { scan.arrivals(stopCount: network.stopCount, of: $0) }
      }
      func arrivalsByRides(_ scan: inout WindowScan) -> [Int32] {
        scan.run(
          network, departures: departures, access: origins[0], rides: 3,
          transferSlackSeconds: slack, maximumSeconds: 24 * 3600)
        return (0..<3).flatMap { scan.arrivals(stopCount: network.stopCount, of: $0) }
      }
      let expected = arrivals(&whole)
      short.tailLength = [6, 30, 32_768][seed / 2 % 3]
      #expect(arrivals(&short) == expected, "seed \(seed)")
      #expect(arrivalsByRides(&short) == arrivalsByRides(&whole), "seed \(seed), rides")
      reached += expected.count { $0 != WindowScan.unreachable }
    }
    #expect(reached > 1_000)
  }

  /// One departure has a scan of its own. The first of two departures is found by that of windows;
  /// all shares of open stops at which calls are asked instead of visited give the same.
  @Test(
    "one departure alone is as early as the first of two", arguments: [Int32(0), 60],
    [SearchDirection.forward, .backward])
  func single(slack: Int32, direction: SearchDirection) {
    var (single, window) = (WindowScan(), WindowScan())
    var (served, reached) = (0, 0)
    for seed in 0..<600 {
      let timetable = RandomNetwork.timetable(seed: UInt64(seed))
      let network = ScanNetwork(timetable, direction)
      if SingleScan.serves(network) { served += 1 }
      let departures = departures(timetable, 5, direction)
      // Some leave after the last call, and some have no stop to go to.
      let departure = departures[seed % 5] + (seed % 13 == 0 ? 36 * 3600 : 0)
      let access = (0..<(seed % 11 == 0 ? 0 : 1 + seed % 3)).map {
        StopWalk(
          stop: StopIndex((seed + 7 * $0) % timetable.stops.count), seconds: seed % 2 * 90 * $0)
      }
      func arrivals(_ scan: inout WindowScan, _ departures: [Int32]) -> [Int32] {
        scan.run(
          network, departures: departures, access: access, transferSlackSeconds: slack,
          maximumSeconds: [1800, 24 * 3600][seed / 3 % 2])
        return scan.arrivals(stopCount: network.stopCount)
      }
      let both = arrivals(&window, [departure, departure])
      let expected = timetable.stops.indices.map { both[2 * $0] }
      single.singleTailShare = [1, 2, 12, .max][seed / 5 % 4]
      #expect(arrivals(&single, [departure]) == expected, "seed \(seed)")
      let steps = single.steps()
      #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.second <= $1.second })
      reached += expected.count { $0 != WindowScan.unreachable }
    }
    #expect(served > 100)
    #expect(reached > 1_200)
  }

  @Test("the changes on foot count too in a limit of rides")
  func ridesOnFoot() {
    var (limited, free) = (WindowScan(), WindowScan())
    var differences = 0
    for seed in 0..<200 {
      let timetable = RandomNetwork.timetable(seed: UInt64(seed))
      let graph = RandomWalks.graph(timetable, seed: UInt64(seed))
      let network = ScanNetwork(timetable, .forward, walks: graph)
      let departures = departures(timetable, 5, .forward)
      let access = [StopWalk(stop: StopIndex(0), seconds: 0)]
      limited.run(
        network, departures: departures, access: access, rides: WindowScan.rideLimit,
        transferSlackSeconds: 60, maximumSeconds: 24 * 3600)
      free.run(
        network, departures: departures, access: access, transferSlackSeconds: 60,
        maximumSeconds: 24 * 3600)
      // One ride is what a network without any change gives; eight are enough for these.
      let alone = ScanNetwork(
        timetable.with(
          transfers: TransferTable(stopCount: timetable.stops.count, forbidden(timetable))),
        .forward)
      let one = limited.arrivals(stopCount: network.stopCount, of: 0)
      let all = limited.arrivals(
        stopCount: network.stopCount, of: WindowScan.rideLimit - 1)
      #expect(all == free.arrivals(stopCount: network.stopCount), "seed \(seed)")
      if one != all { differences += 1 }
      free.run(
        alone, departures: departures, access: access, transferSlackSeconds: 60,
        maximumSeconds: 24 * 3600)
      #expect(one == free.arrivals(stopCount: network.stopCount), "seed \(seed)")
    }
    #expect(differences > 50)
  }

  private func forbidden(_ timetable: Timetable) -> [Transfer] {
    timetable.stops.indices.map {
      Transfer(from: StopIndex($0), to: StopIndex($0), seconds: nil)
    }
  }
}
