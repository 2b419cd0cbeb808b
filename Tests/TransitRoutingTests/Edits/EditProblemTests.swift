import Geography
import Testing

@testable import TransitRouting

@Suite struct EditProblemTests {
  private let example: EditExample

  init() throws { example = try EditExample() }

  @Test("everything that is wrong with all edits is told at once")
  func allAtOnce() {
    #expect(
      example.problems(
        .adjustSpeed(AdjustSpeed(.init(.routes, ["R1", "R9"]), scale: 2)),
        .removeTrips(RemoveTrips(.init(.trips, ["gone"]))),
        .removeStops(RemoveStops(nil, stops: ["Z", "A", "Y"])),
        .adjustFrequency(
          AdjustFrequency(
            route: "R2",
            entries: [
              .init(sourceTrip: "out", .stated([0])), .init(sourceTrip: "no", .stated([0])),
            ]
          )))
        == [
          "0 routes[1] unknown_route", "1 trips[0] unknown_trip", "2 stops[0] unknown_stop",
          "2 stops[2] unknown_stop", "3 entries[0].source_trip trip_of_other_route",
          "3 entries[1].source_trip unknown_trip",
        ])
  }

  @Test("an edit that matches nothing names what matches nothing")
  func whatMatchesNothing() {
    // R3 has no trip; nothing goes from D to A by R2; `F` does not call at B.
    #expect(
      example.problems(
        .removeTrips(RemoveTrips(.init(.routes, ["R3"]))),
        .adjustSpeed(
          AdjustSpeed(
            .init(.routes, ["R1"]), scale: 2,
            hops: [.init(from: "A", to: "D"), .init(from: "B", to: "B")])),
        .removeStops(RemoveStops(.init(.trips, ["F"]), stops: ["B"])),
        .removeStops(RemoveStops(.init(.routes, ["R2"]), stops: ["B", "C"])),
        .reroute(
          Reroute(
            .init(.trips, ["out", "back"]), fromStop: "A", toStop: "B", stops: [], hopTimes: [9])))
        == [
          "0 routes[0] edit_without_effect", "1 hops[1] edit_without_effect",
          "2 trips[0] edit_without_effect", "3 stops[0] edit_without_effect",
          "4 trips[1] edit_without_effect",
        ])
  }

  @Test("numbers of hops and stays must fit the stops")
  func countsMustFit() {
    let stops: [EditedStop] = [.existing("A"), .existing("B")]
    #expect(
      example.problems(
        .addTrips(
          AddTrips(route: "N", stops: stops, hopTimes: [1, -2], dwellTimes: [1], frequencies: [])),
        .addTrips(AddTrips(route: "M", stops: [], hopTimes: [], frequencies: [.stated([0])])),
        .reroute(
          Reroute(.init(.routes, ["R1"]), fromStop: nil, toStop: nil, stops: [], hopTimes: [])),
        .reroute(
          Reroute(
            .init(.routes, ["R1"]), fromStop: "A", toStop: "C", stops: [], hopTimes: [],
            dwellTimes: [1])))
        == [
          "0 hop_times wrong_count", "0 hop_times[1] value_out_of_range",
          "0 dwell_times wrong_count", "0 frequencies missing_key", "1 stops wrong_count",
          "2 from_stop missing_key", "2 stops missing_key", "3 hop_times wrong_count",
          "3 dwell_times wrong_count",
        ])
  }

  @Test("what a wrong edit would have made is not missing from later ones")
  func oneMistakeIsOneProblem() {
    let new = EditedStop.new(id: "X", name: "X", EditExample.place(2))
    #expect(
      example.problems(
        .addTrips(
          AddTrips(
            route: "N", stops: [new, .existing("Z")], hopTimes: [60], frequencies: [.stated([0])])),
        .adjustSpeed(AdjustSpeed(.init(.routes, ["N"]), scale: 2)),
        .reroute(
          Reroute(
            .init(.routes, ["R1"]), fromStop: "A", toStop: "C", stops: [.existing("X")],
            hopTimes: [1, 1])))
        == ["0 stops[1] unknown_stop"])
  }

  @Test("a route that exists keeps its own values, and a stop's id is its own")
  func whatExistsIsNotMadeAgain() {
    let new = EditedStop.new(id: "A", name: "A", EditExample.place(2))
    #expect(
      example.problems(
        .addTrips(
          AddTrips(
            route: "R3", mode: 0, stops: [new, .existing("B")], hopTimes: [60],
            frequencies: [.stated([0])])))
        == ["0 mode known_route", "0 stops[0] duplicated_stop"])
  }

  @Test("an id without its feed is found where one feed has it, and ambiguous where two have")
  func idsMayLackTheirFeed() throws {
    var builder = TimetableBuilder()
    let stops = ["x:A", "x:B", "y:B"].map {
      builder.add(stop: .init(id: $0, name: $0, coordinate: EditExample.place(0)))
    }
    for feed in ["x", "y"] {
      let route = builder.add(route: .init(id: "\(feed):R", shortName: "", type: 3))
      try builder.add(
        trip: .init(id: "\(feed):T\(feed)", route: route),
        events: stops.enumerated().map {
          .init(stop: $1, arrivalSeconds: 60 * $0, departureSeconds: 60 * $0)
        })
    }
    let timetable = builder.build()
    let edited = try EditedTimetable(
      timetable, draws: nil, [.removeStops(RemoveStops(.init(.trips, ["Ty"]), stops: ["A"]))])
    #expect(edited.timetable.line("y:Ty", after: 0) == "x:B 60, y:B 120")
    let error = #expect(throws: EditErrors.self) {
      try EditedTimetable(
        timetable, draws: nil, [.removeStops(RemoveStops(.init(.routes, ["R"]), stops: ["B"]))])
    }
    #expect(error?.problems.map(\.code) == ["ambiguous_stop", "ambiguous_route"])
  }
}
