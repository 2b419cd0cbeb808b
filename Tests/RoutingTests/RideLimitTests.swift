import Geography
import TestSupport
import Testing
import TransitRouting

@testable import Routing

/// Limits of rides and penalties for changes.
struct RideLimitTests {
  /// A bus from stop 0 to stop 2 at 08:00 takes 40 minutes. A train at 08:00 is at stop 1 at 08:10,
  /// from where another at 08:12 is at stop 2 at 08:25.
  private func network(_ adjust: (inout TransitOptions) -> Void) throws -> DoorToDoorNetwork {
    var builder = TimetableBuilder()
    let stops = (0..<3).map { index in
      builder.add(
        stop: .init(
          id: "\(index)", name: "\(index)",
          coordinate: Coordinate(latitude: 50 + Double(index), longitude: 4)))
    }
    let route = builder.add(route: .init(id: "R", shortName: "1", type: 3))
    for (id, from, to, departure, arrival) in [
      ("bus", 0, 2, 28_800, 31_200), ("train", 0, 1, 28_800, 29_400),
      ("next", 1, 2, 29_520, 30_300),
    ] {
      try builder.add(
        trip: .init(id: id, route: route),
        events: [
          .init(stop: stops[from], arrivalSeconds: departure, departureSeconds: departure),
          .init(stop: stops[to], arrivalSeconds: arrival, departureSeconds: arrival),
        ])
    }
    var options = TransitOptions()
    options.transferSlackSeconds = 0
    adjust(&options)
    return DoorToDoorNetwork(withoutWalks: builder.build(), options: options)
  }

  private func minutes(_ network: DoorToDoorNetwork, _ window: TimeWindow) async -> [Int?] {
    let ends = [0, 2].map { network.door(atStop: StopIndex($0)) }
    let cells = await TravelTimeMatrix(network, window, percentiles: [50]).cells(
      origins: [ends[0]], destinations: [ends[1]], pairs: [(0, 0)], threads: 1,
      directSeconds: { _, _ in nil })
    return cells[0].seconds.map { seconds in seconds.map { $0 / 60 } }
  }

  /// With a change 25 minutes, without 40: a change saves 15. One of 14 minutes is worth it, one of
  /// 15 is not, since of equals fewer rides are taken; the penalty is no part of the time.
  /// By 08:45 the trains leave at 08:00 like the bus: 45 minutes both, and the bus is taken.
  @Test("a change is taken if it saves more than the penalty, which is no part of the time")
  func penalty() async throws {
    let atEight = TimeWindow.departures([28_800])
    #expect(await minutes(try network { _ in }, atEight) == [25])
    #expect(await minutes(try network { $0.maximumRides = 1 }, atEight) == [40])
    #expect(await minutes(try network { $0.maximumRides = 2 }, atEight) == [25])
    #expect(await minutes(try network { $0.changePenaltySeconds = 14 * 60 }, atEight) == [25])
    #expect(await minutes(try network { $0.changePenaltySeconds = 15 * 60 }, atEight) == [40])
    let byNineth = TimeWindow.arrivals([28_800 + 45 * 60])
    #expect(await minutes(try network { $0.maximumRides = 1 }, byNineth) == [45])
    let doors = try network { $0.changePenaltySeconds = 15 * 60 }
    let journeys = doors.journeys(
      from: doors.door(atStop: StopIndex(0)), to: doors.door(atStop: StopIndex(2)),
      directSeconds: nil, .forward, at: 28_800)
    #expect(journeys.map(\.rideCount) == [1])
  }

  /// Every time of a window against the Pareto set of times and rides of one search.
  @Test(
    "times with a limit and a penalty are those of the best journey",
    arguments: [(nil, 300), (2, 0), (2, 300), (1, 0), (3, 60)])
  func journeys(rides: Int?, penalty: Int) {
    var (found, changed) = (0, 0)
    for seed in 0..<40 {
      let timetable = RandomNetwork.timetable(seed: UInt64(seed))
      var options = TransitOptions()
      options.maximumSeconds = 24 * 3600
      options.transferSlackSeconds = 60
      let free = DoorToDoorNetwork(withoutWalks: timetable, options: options)
      (options.maximumRides, options.changePenaltySeconds) = (rides, penalty)
      let network = DoorToDoorNetwork(withoutWalks: timetable, options: options)
      let first = Int(timetable.stopEvents.map(\.departureSeconds).min() ?? 0)
      let ends = timetable.stops.indices.map { network.door(atStop: StopIndex($0)) }
      for isForward in [true, false] {
        let instants = (0..<4).map { first + $0 * 360 + (isForward ? 0 : 2400) }
        let window: TimeWindow = isForward ? .departures(instants) : .arrivals(instants)
        var (times, freeTimes) = (WindowTimes(network, window), WindowTimes(free, window))
        var without: [Int: [Int32]] = [:]
        freeTimes.run(fixed: ends[0], others: ends, directSeconds: { _ in nil }) {
          without[$0] = $1
        }
        times.run(fixed: ends[0], others: ends, directSeconds: { _ in nil }) { other, seconds in
          for (instant, seconds) in zip(instants, seconds) {
            let journey = network.journeys(
              from: isForward ? ends[0] : ends[other], to: isForward ? ends[other] : ends[0],
              directSeconds: nil, isForward ? .forward : .backward, at: instant
            ).last
            let expected = journey.map {
              isForward ? $0.arrivalSeconds - instant : instant - $0.departureSeconds
            }
            #expect(
              expected.map { Int32($0) } ?? WindowScan.unreachable == seconds,
              "seed \(seed), \(isForward), to \(other) at \(instant)")
            if let journey { #expect(journey.rideCount <= rides ?? 8) }
            if expected != nil { found += 1 }
          }
          if without[other] != seconds { changed += 1 }
        }
      }
    }
    #expect(found > 300)
    #expect(changed > 3)
  }
}
