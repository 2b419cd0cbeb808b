import Geography
import Testing

@testable import TransitRouting

@Suite struct AddTripsTests {
  private let example: EditExample

  init() throws { example = try EditExample() }

  private func add(
    route: String = "N", isBidirectional: Bool = false, _ frequencies: Departures...
  ) -> TimetableEdit {
    .addTrips(
      AddTrips(
        route: route,
        stops: [
          .existing("A"), .new(id: nil, name: "New", Coordinate(latitude: 50.9, longitude: 4.4)),
          .existing("D"),
        ], hopTimes: [120, 300], dwellTimes: [40, 30, 0], isBidirectional: isBidirectional,
        frequencies: frequencies))
  }

  @Test("stated departures are those from the first stop")
  func statedDepartures() throws {
    // Leaves A at 0 after a stay of 40 s; the new stop 120-150; D 300 s later, at 450.
    let edited = try example.edited(add(.stated([28_800, 30_600])))
    #expect(edited.timetable.line("N:0@28800") == "A -40-0, edit 1 stop 2 120-150, D 450")
    #expect(
      edited.timetable.line("N:0@30600") == "A 1760-1800, edit 1 stop 2 1920-1950, D 2250")
    #expect(edited.effects == [EditEffect(addedTrips: 2, addedStops: 1)])
    let route = try #require(edited.timetable.routes.last)
    #expect(route.id == "N")
    #expect(route.type == 3)
    // Trips at a headway stay last, as draws need them.
    #expect(edited.timetable.trips.map(\.id)[3...4] == ["N:0@28800", "N:0@30600"])
    #expect(edited.draws?.rows.map(\.trips) == [5..<17])
  }

  @Test("in the other direction times are mirrored")
  func bothDirections() throws {
    // D, without a stay, at 0; 300 s; the new stop 300-330; 120 s; A at 450, where it stays 40 s.
    let edited = try example.edited(add(isBidirectional: true, .stated([28_800])))
    #expect(edited.timetable.line("N:1@28800") == "D 0, edit 1 stop 2 300-330, A 450-490")
    #expect(edited.effects == [EditEffect(addedTrips: 2, addedStops: 1)])
  }

  @Test("a headway with exact times is a list of departures")
  func exactHeadway() throws {
    // From 08:00 to before 08:20 every ten minutes: two.
    let edited = try example.edited(
      add(.headway(28_800..<30_000, headwaySeconds: 600, isExact: true)))
    #expect(edited.timetable.trips.map(\.id)[3...4] == ["N:0@28800", "N:0@29400"])
    #expect(edited.effects == [EditEffect(addedTrips: 2, addedStops: 1)])
  }

  @Test("a headway without exact times has a random phase in each draw")
  func randomHeadway() throws {
    let edited = try example.edited(
      add(.headway(28_800..<30_000, headwaySeconds: 600, isExact: false)))
    let draws = try #require(edited.draws)
    #expect(edited.effects == [EditEffect(addedRows: 1, addedStops: 1)])
    #expect(edited.timetable.trips.map(\.id).suffix(2) == ["N:0@28800", "N:0@29400"])
    #expect(draws.rows.map(\.trips) == [3..<15, 15..<17])
    var phases: Set<Int> = []
    for draw in 0..<20 {
      let phase = draws.rows[1].phaseSeconds(draw: draw, seed: 1)
      phases.insert(phase)
      let timetable = draws.timetable(draw: draw, seed: 1)
      #expect(
        timetable.trips.map(\.id).suffix(2)
          == ["N:0@\(28_800 + phase)", "N:0@\(29_400 + phase)"])
      #expect(
        timetable.line(at: timetable.trips.count - 2, after: 28_800 + phase).hasSuffix("D 450"))
    }
    #expect(phases.count > 10)
  }

  @Test("trips can be added to a route that exists, and later edits can name what was added")
  func laterEditsNameWhatWasAdded() throws {
    let edited = try example.edited(
      add(route: "R3", .stated([28_800])),
      .removeStops(RemoveStops(.init(.routes, ["R3"]), stops: ["edit 1 stop 2"])))
    #expect(edited.timetable.routes.count == 3)
    #expect(edited.timetable.line("R3:0@28800") == "A -40-0, D 420")
  }
}
