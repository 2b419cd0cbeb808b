import Geography
import TestSupport
import Testing

@testable import TransitRouting

@Suite struct RemoveEditTests {
  private let example: EditExample

  init() throws { example = try EditExample() }

  @Test("a stop that is passed saves its stay, and the seconds asked for")
  func aStopIsPassed() throws {
    // A to B 300 s, B to C 240 s: 540 s without the stay of 60, and 20 s more saved: C at 520, and
    // D 600 s later, at 1120.
    let edited = try example.edited(
      .removeStops(
        RemoveStops(.init(.patterns, ["out"]), stops: ["B"], secondsSavedAtEachStop: 20)))
    #expect(edited.timetable.line("out") == "A 0, C 520, D 1120")
    #expect(edited.timetable.line("out2") == "A 1800, C 2320, D 2920")
    #expect(edited.timetable.line("back") == example.timetable.line("back"))
    #expect(edited.effects == [EditEffect(changedTrips: 2)])
  }

  @Test("without its first stops a trip keeps its times at the others")
  func theFirstStopsGo() throws {
    let edited = try example.edited(
      .removeStops(RemoveStops(.init(.trips, ["out"]), stops: ["A"], secondsSavedAtEachStop: 50)))
    #expect(edited.timetable.line("out") == "B 300-360, C 600, D 1200")
    #expect(edited.timetable.links == ["out>back"])
  }

  @Test("a hop takes no less than no time, and that is counted")
  func aHopIsNotNegative() throws {
    // 540 s less 600 is no time: C follows A at once.
    let edited = try example.edited(
      .removeStops(RemoveStops(.init(.trips, ["out"]), stops: ["B"], secondsSavedAtEachStop: 600)))
    #expect(edited.timetable.line("out") == "A 0, C 0, D 600")
    #expect(edited.effects.map(\.shortHops) == [1])
  }

  @Test("a stop is closed for everyone, trips at a headway too")
  func aStopIsClosed() throws {
    // Without A `F` runs from C to D in 400 s, and still begins its headway when it left A.
    let edited = try example.edited(.removeStops(RemoveStops(nil, stops: ["A"])))
    let draws = try #require(edited.draws)
    #expect(edited.effects == [EditEffect(changedTrips: 3, changedRows: 1)])
    let phase = draws.rows[0].phaseSeconds(draw: 4, seed: 1)
    #expect(
      draws.timetable(draw: 4, seed: 1).line(at: 3, after: 7 * 3600 + phase) == "C 500, D 900")
  }

  @Test("a trip that is left with one call is no trip, and its links go")
  func aTripWithoutHopsGoes() throws {
    let edited = try example.edited(
      .removeStops(RemoveStops(.init(.trips, ["back"]), stops: ["A", "B", "C"])))
    #expect(edited.timetable.line("back") == nil)
    #expect(edited.effects == [EditEffect(removedTrips: 1)])
    #expect(edited.timetable.links == [])
    #expect(edited.brokenLinks == 0)
  }

  @Test("a removed route leaves no trip, no link and no rule of its own")
  func aRouteIsRemoved() throws {
    // The rule from R1 to R2 at C splits C in three: C itself, its part of R1 and its part of R2.
    let example = try EditExample(rule: true)
    #expect(example.timetable.stops.count == 7)
    #expect(example.timetable.transfers.stated.contains { $0.seconds == 77 })
    let edited = try example.edited(.removeTrips(RemoveTrips(.init(.routes, ["R1"]))))
    let timetable = edited.timetable
    #expect(Set(timetable.trips.map(\.route)) == [RouteIndex(1)])
    #expect(timetable.continuations.isEmpty)
    #expect(timetable.stops.count == 6)
    #expect(
      timetable.stops.compactMap(\.splitFrom).map { timetable.stops[$0.position].id } == ["C"])
    #expect(!timetable.transfers.stated.contains { $0.seconds == 77 })
    #expect(edited.effects == [EditEffect(removedTrips: 3)])
    // The line at a headway is as it was.
    #expect(try #require(edited.draws).rows.map(\.name) == example.draws.rows.map(\.name))
    #expect(
      timetable.line("F@28800") == example.timetable.line("F@28800"))
  }

  @Test("a removed line at a headway is in no draw")
  func aRowIsRemoved() throws {
    let edited = try example.edited(.removeTrips(RemoveTrips(.init(.trips, ["F"]))))
    #expect(edited.draws == nil)
    #expect(edited.timetable.trips.map(\.id) == ["out", "out2", "back"])
    #expect(edited.effects == [EditEffect(removedRows: 1)])
  }

  @Test(
    "without trips one travels as with trips that nobody may board",
    arguments: (0..<60).map { 2 * $0 } as [UInt64])
  func removalIsAsGoodAsNotBoarding(seed: UInt64) throws {
    let timetable = RandomNetwork.timetable(seed: seed)
    let edited = try EditedTimetable(
      timetable, draws: nil, [.removeTrips(RemoveTrips(.init(.routes, ["R1"])))])
    let closed = timetable.closing(RouteIndex(1))
    #expect(edited.timetable.trips.allSatisfy { $0.route != RouteIndex(1) })
    let wholes = timetable.stops.indices.filter { timetable.stops[$0].splitFrom == nil }
    for from in wholes {
      for to in wholes where from != to {
        #expect(
          arrival(edited.timetable, from, to) == arrival(closed, from, to), "\(from) to \(to)")
      }
    }
  }

  private func arrival(_ timetable: Timetable, _ from: Int, _ to: Int) -> Int? {
    JourneySearch(timetable, ScanNetwork(timetable, .forward), transferSlackSeconds: 30).journeys(
      JourneyEnds(from: StopIndex(from), to: StopIndex(to), in: timetable), at: 7 * 3600 + 1200
    ).last?.arrivalSeconds
  }
}

extension Timetable {
  /// Nobody may board or leave the trips of a route.
  fileprivate func closing(_ route: RouteIndex) -> Timetable {
    var events = stopEvents
    for trip in trips.indices where trips[trip].route == route {
      for event in Int(tripStarts[trip])..<Int(tripStarts[trip + 1]) {
        events[event].canBoard = false
        events[event].canAlight = false
      }
    }
    return Timetable(
      stops: stops, routes: routes, trips: trips, stopEvents: events, tripStarts: tripStarts,
      transfers: transfers, continuations: continuations)
  }
}
