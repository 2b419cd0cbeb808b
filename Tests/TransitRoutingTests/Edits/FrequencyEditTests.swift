import Testing

@testable import TransitRouting

@Suite struct FrequencyEditTests {
  private let example: EditExample

  init() throws { example = try EditExample() }

  private let window = 28_800..<30_000

  @Test("a route runs at its new headway alone, with the times of the source trip")
  func theWorkedExample() throws {
    // All of R1 goes, `back` too. Every 400 s from 08:00 to before 08:20: 08:00, 08:06:40, 08:13:20.
    let edited = try example.edited(
      .adjustFrequency(
        AdjustFrequency(
          route: "R1",
          entries: [
            .init(
              sourceTrip: "out2", .headway(window, headwaySeconds: 400, isExact: true))
          ])))
    #expect(
      edited.timetable.trips.map(\.id).prefix(4)
        == ["out2@28800", "out2@29200", "out2@29600", "F@25200"])
    #expect(edited.timetable.line("out2@29200") == "A 400, B 700-760, C 1000, D 1600")
    #expect(edited.effects == [EditEffect(addedTrips: 3, removedTrips: 3)])
    #expect(edited.timetable.links == [])
  }

  @Test("trips outside the windows are retained if asked for")
  func tripsAreRetained() throws {
    // `out` leaves at 08:00, in the window; `out2` at 08:30 and `back` at 08:25 do not.
    let edited = try example.edited(
      .adjustFrequency(
        AdjustFrequency(
          route: "R1",
          entries: [
            .init(sourceTrip: "out", .headway(window, headwaySeconds: 600, isExact: false))
          ], retainsTripsOutsideEntries: true)))
    #expect(edited.timetable.trips.map(\.id).prefix(2) == ["out2", "back"])
    #expect(edited.effects == [EditEffect(removedTrips: 1, addedRows: 1)])
    let row = try #require(edited.draws?.rows.last)
    #expect(row.tripID == "out")
    #expect(row.startSeconds..<row.endSeconds == window)
  }

  @Test("a line at a headway keeps what is outside the windows, in every draw")
  func rowsAreCut() throws {
    // `F` runs from 07:00 to 09:00; from 08:00 to 08:20 it gets another headway. Before it the phases
    // are the old ones; after it the phase is drawn for the new beginning.
    let edited = try example.edited(
      .adjustFrequency(
        AdjustFrequency(
          route: "R2",
          entries: [
            .init(sourceTrip: "F", .headway(window, headwaySeconds: 300, isExact: false))
          ], retainsTripsOutsideEntries: true)))
    let draws = try #require(edited.draws)
    #expect(
      draws.rows.map { [$0.startSeconds, $0.endSeconds, $0.headwaySeconds] } == [
        [25_200, 28_800, 600], [30_000, 32_400, 600], [28_800, 30_000, 300],
      ])
    #expect(Set(draws.rows.map(\.name)).count == 3)
    #expect(edited.effects == [EditEffect(addedRows: 1, changedRows: 1)])
    for draw in 0..<20 {
      let starts = draws.timetable(draw: draw, seed: 1).starts(of: RouteIndex(1))
      let old = example.draws.timetable(draw: draw, seed: 1).starts(of: RouteIndex(1))
      #expect(starts.filter { $0 < 28_800 } == old.filter { $0 < 28_800 })
      // Four in 20 minutes at 5, and four in 40 minutes at 10: neither window is cut by a phase.
      #expect(starts.count { window.contains($0) } == 4)
      #expect(starts.count { $0 >= 30_000 } == 4)
    }
  }

  @Test("a line at a headway gets another one as a whole")
  func aRowIsReplaced() throws {
    let edited = try example.edited(
      .adjustFrequency(
        AdjustFrequency(
          route: "R2",
          entries: [.init(sourceTrip: "F", .stated([28_800, 36_000]))])))
    #expect(edited.draws == nil)
    #expect(edited.timetable.trips.map(\.id).suffix(2) == ["F@28800", "F@36000"])
    #expect(edited.timetable.line("F@36000") == "A 7200, C 7700, D 8100")
    #expect(edited.effects == [EditEffect(addedTrips: 2, removedRows: 1)])
  }
}

extension Timetable {
  /// When the trips of a route leave their first stop, ascending.
  fileprivate func starts(of route: RouteIndex) -> [Int] {
    trips.indices.filter { trips[$0].route == route }
      .compactMap { events(of: TripIndex($0)).first.map { Int($0.departureSeconds) } }.sorted()
  }
}
