import Geography
import Testing
import TransitRouting

/// Worked examples; the properties are in `ReferenceAgreementTests`.
struct WindowScanTests {
  /// A line from A over B to C every ten minutes from 08:00 to 08:50, five minutes a hop.
  private func line(
    canAlightAtB: Bool = true, canBoardAtB: Bool = true, transfers: [(Int, Int, Int?)] = []
  ) throws -> Timetable {
    var builder = TimetableBuilder()
    let stops = (0..<4).map { index in
      builder.add(
        stop: .init(
          id: "\(index)", name: "Stop \(index)",
          coordinate: Coordinate(latitude: 50 + Double(index), longitude: 4)))
    }
    let route = builder.add(route: .init(id: "R", shortName: "1", type: 1))
    for departure in stride(from: 28_800, through: 31_800, by: 600) {
      try builder.add(
        trip: .init(id: "T\(departure)", route: route),
        events: [
          .init(stop: stops[0], arrivalSeconds: departure, departureSeconds: departure),
          .init(
            stop: stops[1], arrivalSeconds: departure + 300, departureSeconds: departure + 300,
            canBoard: canBoardAtB, canAlight: canAlightAtB),
          .init(stop: stops[2], arrivalSeconds: departure + 600, departureSeconds: departure + 600),
        ])
    }
    for (from, to, seconds) in transfers {
      builder.add(transfer: Transfer(from: stops[from], to: stops[to], seconds: seconds))
    }
    return builder.build()
  }

  private func arrivals(
    _ timetable: Timetable, _ direction: SearchDirection, at times: [Int32], from stop: Int,
    to goal: Int, slack: Int32 = 0, maximumSeconds: Int32 = 86_400
  ) -> [Int32?] {
    var scan = WindowScan()
    scan.run(
      ScanNetwork(timetable, direction), departures: times,
      access: [StopWalk(stop: StopIndex(stop), seconds: 0)], transferSlackSeconds: slack,
      maximumSeconds: maximumSeconds)
    let arrivals = scan.arrivals(stopCount: timetable.stops.count)
    return times.indices.map {
      let label = arrivals[goal * scan.width + $0]
      return label == WindowScan.unreachable ? nil : label
    }
  }

  /// At 08:00 the train of 08:00 is at C at 08:10 (29,400 s); at 08:01 and 08:10 it is that of
  /// 08:10, at 08:20 (30,000 s); at 08:51 there is none left.
  @Test("each departure takes the next train")
  func nextTrain() throws {
    #expect(
      arrivals(try line(), .forward, at: [28_800, 28_860, 29_400, 31_860], from: 0, to: 2)
        == [29_400, 30_000, 30_000, nil])
  }

  /// Mirrored times: by 08:20 (−30,000) the last departure is 08:10 (−29,400), by 08:19 (−29,940)
  /// it is 08:00 (−28,800), by 08:09 (−28,940) none.
  @Test("each arrival takes the latest train that is in time")
  func latestTrain() throws {
    #expect(
      arrivals(try line(), .backward, at: [-30_000, -29_940, -28_940], from: 2, to: 0)
        == [-29_400, -28_800, nil])
  }

  @Test("a call without drop-off cannot be left, one without pickup not boarded")
  func restrictedCalls() throws {
    let noDropOff = try line(canAlightAtB: false)
    #expect(arrivals(noDropOff, .forward, at: [28_800], from: 0, to: 1) == [nil])
    #expect(arrivals(noDropOff, .forward, at: [28_800], from: 1, to: 2) == [29_400])
    let noPickup = try line(canBoardAtB: false)
    #expect(arrivals(noPickup, .forward, at: [28_800], from: 0, to: 1) == [29_100])
    #expect(arrivals(noPickup, .forward, at: [28_800], from: 1, to: 2) == [nil])
  }

  @Test("a call that can be neither boarded nor left is passed through")
  func passThrough() throws {
    let timetable = try line(canAlightAtB: false, canBoardAtB: false)
    #expect(timetable.stopEvents.count == 12)
    #expect(arrivals(timetable, .forward, at: [28_800], from: 0, to: 1) == [nil])
    #expect(arrivals(timetable, .forward, at: [28_800], from: 0, to: 2) == [29_400])
  }

  /// The train of 08:00 is at B at 08:05, and nobody who changes there was there before.
  @Test("a change that a broken table gives a negative time takes none")
  func negativeChange() throws {
    #expect(Transfer(from: StopIndex(1), to: StopIndex(1), seconds: -90_000).seconds == 0)
    let broken = try line(transfers: [(1, 1, -90_000), (1, 3, .min)])
    for direction in [SearchDirection.forward, .backward] {
      let (from, at): (Int, Int32) = direction == .forward ? (0, 28_800) : (2, -30_000)
      for goal in 0..<4 {
        #expect(
          arrivals(broken, direction, at: [at], from: from, to: goal)
            == arrivals(
              try line(transfers: [(1, 1, 0), (1, 3, 0)]), direction, at: [at], from: from, to: goal
            ))
      }
    }
  }

  /// Out at B at 08:05 (29,100 s); the walk of 60 s to D at the end of the journey takes no slack:
  /// there at 08:06 (29,160 s).
  @Test("the slack counts between two vehicles, not at the end")
  func slack() throws {
    let timetable = try line(transfers: [(1, 1, 120), (1, 3, 60)])
    let search = JourneySearch(
      timetable, ScanNetwork(timetable, .forward), transferSlackSeconds: 60)
    let ends = JourneyEnds(from: StopIndex(0), to: StopIndex(3), in: timetable)
    let journey = try #require(search.journeys(ends, at: 28_800).last)
    #expect(journey.arrivalSeconds == 29_160)
    #expect(journey.rideCount == 1)
  }

  /// The train of 08:10 is at C at 08:20, 1,140 s after 08:01.
  @Test("calls beyond the longest journey are not visited")
  func maximum() throws {
    #expect(
      arrivals(try line(), .forward, at: [28_860], from: 0, to: 2, maximumSeconds: 1139) == [nil])
    #expect(
      arrivals(try line(), .forward, at: [28_860], from: 0, to: 2, maximumSeconds: 1140)
        == [30_000])
  }

  @Test("a time that goes back is refused and leaves nothing behind")
  func decreasingTimes() throws {
    var builder = TimetableBuilder()
    let stop = builder.add(
      stop: .init(id: "A", name: "A", coordinate: Coordinate(latitude: 0, longitude: 0)))
    let route = builder.add(route: .init(id: "R", shortName: "1", type: 1))
    #expect(throws: TimetableError.self) {
      try builder.add(
        trip: .init(id: "T", route: route),
        events: [
          .init(stop: stop, arrivalSeconds: 100, departureSeconds: 100),
          .init(stop: stop, arrivalSeconds: 99, departureSeconds: 120),
        ])
    }
    #expect(builder.build().stopEvents.isEmpty)
  }
}

struct TransferTableTests {
  @Test("a stop without a rule changes in 0 s, a forbidden change is none")
  func selfTransfers() {
    let table = TransferTable(
      stopCount: 2, [Transfer(from: StopIndex(0), to: StopIndex(0), seconds: nil)])
    #expect(table.leaving(StopIndex(0)).isEmpty)
    #expect(table.leaving(StopIndex(1)) == [.init(to: StopIndex(1), seconds: 0)])
  }

  @Test("of two rules for a pair the later one counts")
  func laterRule() {
    let pair = (StopIndex(0), StopIndex(1))
    let table = TransferTable(
      stopCount: 2,
      [
        Transfer(from: pair.0, to: pair.1, seconds: 60),
        Transfer(from: pair.0, to: pair.1, seconds: 90),
      ])
    #expect(table.walksLeaving(pair.0).last?.seconds == 90)
    #expect(table.walksReaching(pair.1).last == StopWalk(stop: pair.0, seconds: 90))
  }
}
