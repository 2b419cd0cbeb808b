import Geography
import Testing

@testable import TransitRouting

@Suite struct RerouteTests {
  private let example: EditExample

  init() throws { example = try EditExample() }

  private let place = Coordinate(latitude: 50.9, longitude: 4.4)

  @Test("a section between two stops is replaced and what follows moves")
  func theMiddleIsReplaced() throws {
    // From A at 0 in 200 s to X, where it stays 30 s (its own, after none at A), on in 250 s to C:
    // 480 instead of 600; D 600 s later, at 1080.
    let edited = try example.edited(
      .reroute(
        Reroute(
          .init(.trips, ["out"]), fromStop: "A", toStop: "C",
          stops: [.new(id: "X", name: "New", place)], hopTimes: [200, 250],
          dwellTimes: [0, 30, 0])))
    #expect(edited.timetable.line("out") == "A 0, X 200-230, C 480, D 1080")
    #expect(edited.effects == [EditEffect(changedTrips: 1, addedStops: 1)])
    let stop = try #require(edited.timetable.stops.last)
    #expect(stop.id == "X")
    #expect(stop.coordinate == place)
    #expect(edited.timetable.transfers.stopCount == 6)
    #expect(edited.timetable.links == ["out>back"])
  }

  @Test("stays at the ends of the section are kept where none are given")
  func staysAreKept() throws {
    // B is left at 360 as before; C 100 s later at 460, D at 1060.
    let edited = try example.edited(
      .reroute(
        Reroute(.init(.routes, ["R1"]), fromStop: "B", toStop: "C", stops: [], hopTimes: [100])))
    #expect(edited.timetable.line("out") == "A 0, B 300-360, C 460, D 1060")
    // `back` passes C before B.
    #expect(edited.effects == [EditEffect(changedTrips: 2, unfit: 1)])
  }

  @Test("a trip gets another end")
  func theEndIsReplaced() throws {
    let edited = try example.edited(
      .reroute(
        Reroute(
          .init(.trips, ["out"]), fromStop: "C", toStop: nil, stops: [.existing("A")],
          hopTimes: [700])))
    #expect(edited.timetable.line("out") == "A 0, B 300-360, C 600, A 1300")
    // `back` begins at D, where `out` ends no more.
    #expect(edited.timetable.links == [])
    #expect(edited.brokenLinks == 1)
  }

  @Test("with another beginning a trip still arrives where the old part begins as it did")
  func theBeginningIsReplaced() throws {
    // C at 600, and 150 s before it X left, after a stay of 60 s: 390-450.
    let edited = try example.edited(
      .reroute(
        Reroute(
          .init(.trips, ["out"]), fromStop: nil, toStop: "C",
          stops: [.new(id: "X", name: "New", place)], hopTimes: [150], dwellTimes: [60, 0])))
    #expect(edited.timetable.line("out") == "X 390-450, C 600, D 1200")
  }

  @Test("where a trip is made longer its old last stop can be boarded")
  func anExtensionIsBoarded() throws {
    var builder = TimetableBuilder()
    let stops = ["A", "B", "C"].map {
      builder.add(stop: .init(id: $0, name: $0, coordinate: EditExample.place(0)))
    }
    let route = builder.add(route: .init(id: "R", shortName: "1", type: 2))
    try builder.add(
      trip: .init(id: "T", route: route),
      events: [
        .init(stop: stops[0], arrivalSeconds: 0, departureSeconds: 0, canAlight: false),
        .init(stop: stops[1], arrivalSeconds: 60, departureSeconds: 60, canBoard: false),
      ])
    let edited = try EditedTimetable(
      builder.build(), draws: nil,
      [
        .reroute(
          Reroute(
            .init(.trips, ["T"]), fromStop: "B", toStop: nil, stops: [.existing("C")],
            hopTimes: [90]))
      ])
    #expect(edited.timetable.line("T", after: 0) == "A 0, B 60, C 150")
    #expect(edited.timetable.stopEvents.map(\.canBoard) == [true, true, true])
    #expect(edited.timetable.stopEvents.map(\.canAlight) == [false, true, true])
  }

  @Test("trips at a headway are rerouted in every draw")
  func rowsAreRerouted() throws {
    // A 0, B 100, then D 200 s later, at 300.
    let edited = try example.edited(
      .reroute(
        Reroute(
          .init(.routes, ["R2"]), fromStop: "A", toStop: "D", stops: [.existing("B")],
          hopTimes: [100, 200])))
    let draws = try #require(edited.draws)
    for draw in 0..<10 {
      let start = 7 * 3600 + draws.rows[0].phaseSeconds(draw: draw, seed: 1)
      #expect(draws.timetable(draw: draw, seed: 1).line(at: 3, after: start) == "A 0, B 100, D 300")
    }
  }
}
