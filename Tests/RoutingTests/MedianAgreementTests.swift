import Routing
import TestSupport
import Testing
import TransitRouting

/// The parts of median journeys against the naive router on generated networks.
struct MedianAgreementTests {
  /// Six instants, four minutes apart, from the first trip on.
  private func instants(_ timetable: Timetable, after minutes: Int) -> [Int] {
    let first = Int(timetable.stopEvents.map(\.departureSeconds).min() ?? 0)
    return (0..<6).map { first + ($0 * 4 + minutes) * 60 }
  }

  private func network(_ seed: Int) -> DoorToDoorNetwork {
    var options = TransitOptions()
    options.transferSlackSeconds = seed % 4 == 0 ? 0 : 60
    options.maximumSeconds = 86_400
    return DoorToDoorNetwork(
      withoutWalks: RandomNetwork.timetable(seed: UInt64(seed)), options: options)
  }

  /// The position of the median and its travel time, by sorting.
  private func median(_ times: [Int?]) -> Int? {
    times.map { $0 ?? Int.max }.sorted()[(times.count + 1) / 2 - 1]
  }

  private func check(
    _ parts: JourneyParts?, _ times: [Int?], _ window: TimeWindow, _ doors: DoorToDoorNetwork,
    _ ends: (from: Door, to: Door), _ place: Comment
  ) {
    guard let median = median(times), median < Int.max else {
      #expect(parts == nil, place)
      return
    }
    let index = window.isOfDepartures ? times.firstIndex(of: median) : times.lastIndex(of: median)
    guard let parts, let index else {
      Issue.record("no parts, \(place)")
      return
    }
    let instant = window.instants[index]
    #expect(parts.totalSeconds == median, place)
    #expect(parts.seconds.reduce(0, +) == median, place)
    #expect(parts.seconds.allSatisfy { $0 >= 0 }, place)
    #expect(
      (window.isOfDepartures ? parts.departureSeconds : parts.arrivalSeconds) == instant, place)
    let (tenths, total) = parts.tenthsOfMinutes
    #expect(tenths.reduce(0, +) == total && abs(total * 6 - median) <= 3, place)
    #expect(zip(tenths, parts.seconds).allSatisfy { abs($0 * 6 - $1) < 6 }, place)
    // The itinerary behind the cell is what `antenne route` shows.
    let direction: SearchDirection = window.isOfDepartures ? .forward : .backward
    let journey = doors.journeys(
      from: ends.from, to: ends.to, directSeconds: doors.directTransferSeconds(ends.from, ends.to),
      direction, at: instant
    ).last
    #expect(
      journey.map { JourneyParts($0, doors.timetable, direction, at: instant) } == parts, place)
    #expect(journey?.rideCount == parts.rideCount, place)
  }

  private static let ranks = [10, 50, 90]

  /// Of sorted times the one at the rank p percent of their number, rounded up.
  private func nearestRanks(_ times: [Int?]) -> [Int?] {
    let sorted = times.map { $0 ?? .max }.sorted()
    return Self.ranks.map { percent in
      let value = sorted[max(1, (percent * sorted.count + 99) / 100) - 1]
      return value == .max ? nil : value
    }
  }

  @Test("departures: the parts add up to the naive router's median, and are those of the itinerary")
  func departures() {
    var reached = 0
    for seed in 0..<400 {
      let doors = network(seed)
      let timetable = doors.timetable
      let reference = ReferenceRouter(
        timetable, slackSeconds: doors.options.transferSlackSeconds)
      let ends = timetable.stops.indices.map { doors.door(atStop: StopIndex($0)) }
      let window = TimeWindow.departures(instants(timetable, after: 0))
      var journeys = MedianJourneys(doors, window)
      for origin in timetable.stops.indices.prefix(2) {
        let row = journeys.row(
          Self.ranks, fixed: ends[origin], others: ends,
          directSeconds: { doors.directTransferSeconds(ends[origin], ends[$0]) })
        let arrivals = window.instants.map {
          reference.earliestArrivals(ends[origin].access, departing: $0)
        }
        for (other, end) in ends.enumerated() {
          let times = zip(window.instants, arrivals).map { instant, arrivals in
            (end.egress.compactMap { walk in
              arrivals[walk.stop.position].map { $0 + Int(walk.seconds) - instant }
            } + [doors.directTransferSeconds(ends[origin], end)].compactMap(\.self)).min()
          }
          #expect(row.seconds(of: other, 3) == nearestRanks(times))
          check(
            row.parts[other], times, window, doors, (ends[origin], end),
            "seed \(seed), \(origin) to \(other)")
          if (row.parts[other]?.rideCount ?? 0) > 0 { reached += 1 }
        }
      }
    }
    #expect(reached > 500)
  }

  @Test("arrivals: the parts add up to the naive router's median, and are those of the itinerary")
  func arrivals() {
    var reached = 0
    for seed in 1000..<1300 {
      let doors = network(seed)
      let timetable = doors.timetable
      let reference = ReferenceRouter(
        timetable, slackSeconds: doors.options.transferSlackSeconds)
      let ends = timetable.stops.indices.map { doors.door(atStop: StopIndex($0)) }
      let window = TimeWindow.arrivals(instants(timetable, after: 40))
      var journeys = MedianJourneys(doors, window)
      for goal in timetable.stops.indices.prefix(2) {
        let row = journeys.row(
          Self.ranks, fixed: ends[goal], others: ends,
          directSeconds: { doors.directTransferSeconds(ends[$0], ends[goal]) })
        let departures = window.instants.map {
          reference.latestDepartures(ends[goal].egress, arrivingBy: $0)
        }
        for (other, end) in ends.enumerated() {
          let times = zip(window.instants, departures).map { instant, departures in
            (end.access.compactMap { walk in
              departures[walk.stop.position].map { instant - $0 + Int(walk.seconds) }
            } + [doors.directTransferSeconds(end, ends[goal])].compactMap(\.self)).min()
          }
          #expect(row.seconds(of: other, 3) == nearestRanks(times))
          check(
            row.parts[other], times, window, doors, (end, ends[goal]),
            "seed \(seed), \(other) to \(goal)")
          if (row.parts[other]?.rideCount ?? 0) > 0 { reached += 1 }
        }
      }
    }
    #expect(reached > 500)
  }
}
