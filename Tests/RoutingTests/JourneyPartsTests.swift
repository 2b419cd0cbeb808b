import Geography
import Routing
import TestSupport
import Testing
import TransitRouting

/// The parts of the journeys behind medians.
struct JourneyPartsTests {
  private struct Run {
    var from: Int
    var to: Int
    var departure: Int
    var arrival: Int
    var line: String
  }

  /// Four stops, 5 km apart; the second and the third are `walkSeconds` apart on foot.
  private func network(
    _ runs: [Run], walkSeconds: Int = 293, slackSeconds: Int = 60, seated: [(Int, Int)] = []
  ) throws -> DoorToDoorNetwork {
    var builder = TimetableBuilder()
    let stops = (0..<4).map {
      builder.add(
        stop: .init(
          id: "\($0)", name: "Stop \($0)",
          coordinate: Coordinate(latitude: 50 + Double($0) / 20, longitude: 4)))
    }
    var trips: [TripIndex] = []
    for run in runs {
      let route = builder.add(route: .init(id: run.line, shortName: run.line, type: 3))
      trips.append(
        try builder.add(
          trip: .init(id: "T\(trips.count)", route: route),
          events: [(run.from, run.departure), (run.to, run.arrival)].map { stop, second in
            .init(stop: stops[stop], arrivalSeconds: second, departureSeconds: second)
          }))
    }
    for (from, to) in seated { builder.addContinuation(from: trips[from], to: trips[to]) }
    builder.add(transfer: Transfer(from: stops[1], to: stops[2], seconds: walkSeconds))
    var options = TransitOptions()
    options.transferSlackSeconds = slackSeconds
    return DoorToDoorNetwork(withoutWalks: builder.build(), options: options)
  }

  private func door(_ stop: Int, _ seconds: Int) -> Door {
    let walks = [StopWalk(stop: StopIndex(stop), seconds: seconds)]
    return Door(access: walks, egress: walks)
  }

  /// Line 1 from stop 0 to 1 at 08:00 and 08:20 in ten minutes, line 2 from stop 2 to 3 at 08:15 and
  /// 08:30 in ten minutes.
  private static let twoLines = [
    Run(from: 0, to: 1, departure: 28_800, arrival: 29_400, line: "1"),
    Run(from: 0, to: 1, departure: 30_000, arrival: 30_600, line: "1"),
    Run(from: 2, to: 3, departure: 29_700, arrival: 30_300, line: "2"),
    Run(from: 2, to: 3, departure: 30_600, arrival: 31_200, line: "2"),
  ]

  /// 390 s to stop 0: from 07:52 at the stop at 07:58:30, 90 s until 08:00. In stop 1 at 08:10, 293 s
  /// on foot and 60 s of slack until 08:15:53: 08:30 is taken, so 1200 − 293 = 907 s of waiting. There
  /// at 08:40, 400 s to the door: 390 + 90 + 1200 + 293 + 907 + 400 = 3280. From 07:53 it is 3220, and
  /// 07:54 misses 08:00 and then 08:30. The second of three is the median: 07:52.
  @Test("in a window of departures the parts begin at the minute of the median")
  func departures() throws {
    var journeys = MedianJourneys(
      try network(Self.twoLines), .departures([28_320, 28_380, 28_440]))
    let parts = try #require(
      journeys.row(fixed: door(0, 390), others: [door(3, 400)], directSeconds: { _ in nil }).parts[
        0])
    #expect(parts.departureSeconds == 28_320 && parts.arrivalSeconds == 31_600)
    #expect(parts.seconds == [390, 90, 1200, 293, 907, 400])
    #expect(parts.totalSeconds == 3280 && parts.rideCount == 2 && parts.linesText == "1|2")
    // 65, 80, 280, 328.8, 480 and 546.7 tenths have passed after each part.
    #expect(parts.tenthsOfMinutes.parts == [65, 15, 200, 49, 151, 67])
    #expect(parts.tenthsOfMinutes.total == 547)
  }

  /// One leaves at 08:00 − 390 s = 07:53:30 and is there at 08:40 + 400 s = 08:46:40, whether by
  /// 08:50, 08:55 or 09:00: 3390, 3690 and 3990 s. For 08:55 500 s are left at the door.
  @Test("in a window of arrivals the wait is what is left at the destination")
  func arrivals() throws {
    var journeys = MedianJourneys(
      try network(Self.twoLines), .arrivals([31_800, 32_100, 32_400]))
    let parts = try #require(
      journeys.row(fixed: door(3, 400), others: [door(0, 390)], directSeconds: { _ in nil }).parts[
        0])
    #expect(parts.departureSeconds == 28_410 && parts.arrivalSeconds == 32_100)
    #expect(parts.seconds == [390, 500, 1200, 293, 907, 400])
    #expect(parts.seconds.reduce(0, +) == parts.totalSeconds)
  }

  @Test("who walks all the way has access and no rides; who cannot come has no parts")
  func onFoot() throws {
    let doors = try network(Self.twoLines)
    for window in [TimeWindow.departures([28_320, 28_380]), .arrivals([31_800, 32_100])] {
      var journeys = MedianJourneys(doors, window)
      let (walked, none) = (door(1, 2000), door(2, 0))
      let parts = journeys.row(
        fixed: door(window.isOfDepartures ? 0 : 1, 390),
        others: [walked, none], directSeconds: { $0 == 0 ? 900 : nil }
      ).parts
      #expect(parts[0]?.seconds == [900, 0, 0, 0, 0, 0])
      #expect(parts[0]?.rideCount == 0 && parts[0]?.linesText.isEmpty == true)
      #expect(parts[0]?.departureSeconds == (window.isOfDepartures ? 28_320 : 31_200))
      #expect(parts[1] == nil)
    }
  }

  /// S leaves at 08:00 and takes 30 minutes; F overtakes it, 08:10 to 08:20.
  @Test("the journey is the one that overtakes, and the wait for it counts")
  func overtaking() throws {
    var journeys = MedianJourneys(
      try network([
        Run(from: 0, to: 1, departure: 28_800, arrival: 30_600, line: "S"),
        Run(from: 0, to: 1, departure: 29_400, arrival: 30_000, line: "F"),
      ]), .departures([28_800]))
    let parts = journeys.row(
      fixed: door(0, 0), others: [door(1, 0)], directSeconds: { _ in nil }
    ).parts[0]
    #expect(parts?.seconds == [0, 600, 600, 0, 0, 0])
    #expect(parts?.linesText == "F")
  }

  /// 08:00 to 08:40 with one ride, or with two in the same time.
  @Test("of equally fast journeys the one with the fewest rides is shown")
  func fewestRides() throws {
    var journeys = MedianJourneys(
      try network(
        Self.twoLines + [Run(from: 0, to: 3, departure: 28_800, arrival: 31_200, line: "D")]),
      .departures([28_800]))
    let parts = journeys.row(
      fixed: door(0, 0), others: [door(3, 0)], directSeconds: { _ in nil }
    ).parts[0]
    #expect(parts?.seconds == [0, 0, 2400, 0, 0, 0])
    #expect(parts?.linesText == "D")
  }

  /// 08:00 to 08:10 as line 1, on as line 2 from 08:15 to 08:25: one ride of 25 minutes.
  @Test("who stays seated rides once; a bar in a line's name does not count as a change")
  func staysSeated() throws {
    var journeys = MedianJourneys(
      try network(
        [
          Run(from: 0, to: 1, departure: 28_800, arrival: 29_400, line: "1|x"),
          Run(from: 2, to: 3, departure: 29_700, arrival: 30_300, line: "2"),
        ], seated: [(0, 1)]), .departures([28_800]))
    let parts = journeys.row(
      fixed: door(0, 0), others: [door(3, 0)], directSeconds: { _ in nil }
    ).parts[0]
    #expect(parts?.seconds == [0, 0, 1500, 0, 0, 0])
    #expect(parts?.rideCount == 1 && parts?.linesText == "1/x+2")
  }
}

extension MedianJourneys {
  /// The row of one fixed door alone.
  mutating func row(
    _ percentiles: [Int] = [], fixed: Door, others: [Door], directSeconds: (Int) -> Int?
  ) -> TravelTimeMatrix.Row {
    search([fixed])
    return row(percentiles, others: others, directSeconds: directSeconds)
  }
}
