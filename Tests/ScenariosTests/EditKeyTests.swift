import Findings
import Geography
import Testing
import TransitRouting

@testable import Scenarios

/// `edits` of a scenario file, and what they do to a timetable.
@Suite struct EditKeyTests {
  private let files: ScenarioFolder

  init() throws { files = try ScenarioFolder() }

  private func mistakes(_ edits: String) -> [String] {
    files.mistakes(ScenarioFolder.minimal + "edits:\n" + edits)
  }

  private func scenario(_ edits: String) throws -> Scenario {
    try files.resolve(ScenarioFolder.minimal + "edits:\n" + edits)
  }

  @Test("every type of edit is read with all its keys")
  func everyTypeIsRead() throws {
    let edits = try scenario(
      """
        - {type: remove-trips, routes: [R1]}
        - type: adjust-speed
          name: Bus lane
          patterns: [T1]
          scale: 1.25
          hops: [[A, B]]
        - {type: remove-stops, trips: [T1], stops: [A, B], seconds_saved_at_each_stop: 20}
        - {type: remove-stops, stops: [C]}
        - type: reroute
          routes: [R1]
          from_stop: A
          to_stop: B
          stops: [C, {id: X, name: New, lat: 50.8, lon: 4.3}]
          hop_times: [60, 70, 80]
          dwell_times: [1, 2, 3, 4]
        - type: adjust-frequency
          route: R1
          retain_trips_outside_frequency_entries: true
          entries:
            - {source_trip: T1, start_time: 07:00, end_time: 09:00, headway_secs: 300}
            - {source_trip: T2, first_departures: [06:30, 25:15]}
        - type: add-trips
          route: N1
          route_name: Night
          mode: 0
          operator: Op
          stops: [A, {lat: 50.8, lon: 4.3}]
          hop_times: [600]
          dwell_times: [30, 0]
          bidirectional: true
          frequencies:
            - {start_time: 07:00, end_time: 09:00, headway_secs: 300, exact_times: true}

      """
    ).edits
    let place = Coordinate(latitude: 50.8, longitude: 4.3)
    let expected: [TimetableEdit] = [
      .removeTrips(RemoveTrips(.init(.routes, ["R1"]))),
      .adjustSpeed(
        AdjustSpeed(.init(.patterns, ["T1"]), scale: 1.25, hops: [.init(from: "A", to: "B")])),
      .removeStops(
        RemoveStops(.init(.trips, ["T1"]), stops: ["A", "B"], secondsSavedAtEachStop: 20)),
      .removeStops(RemoveStops(nil, stops: ["C"])),
      .reroute(
        Reroute(
          .init(.routes, ["R1"]), fromStop: "A", toStop: "B",
          stops: [.existing("C"), .new(id: "X", name: "New", place)], hopTimes: [60, 70, 80],
          dwellTimes: [1, 2, 3, 4])),
      .adjustFrequency(
        AdjustFrequency(
          route: "R1",
          entries: [
            .init(
              sourceTrip: "T1",
              .headway(25_200..<32_400, headwaySeconds: 300, isExact: false)),
            .init(sourceTrip: "T2", .stated([23_400, 90_900])),
          ], retainsTripsOutsideEntries: true)),
      .addTrips(
        AddTrips(
          route: "N1", routeName: "Night", mode: 0, operatorName: "Op",
          stops: [.existing("A"), .new(id: nil, name: "new stop", place)], hopTimes: [600],
          dwellTimes: [30, 0], isBidirectional: true,
          frequencies: [.headway(25_200..<32_400, headwaySeconds: 300, isExact: true)])),
    ]
    #expect(edits.map(\.edit) == expected)
    #expect(edits.map(\.title)[...1] == ["remove-trips", "adjust-speed, Bus lane"])
  }

  @Test("mistakes in edits are told at once, each at its line")
  func mistakesAreToldAtOnce() {
    // The scenario has ten lines, `edits` is the eleventh.
    #expect(
      mistakes(
        """
          - {type: remove-tripes, routes: [R1]}
          - {routes: [R1]}
          - {type: remove-trips, routes: [R1], trips: [T1]}
          - {type: remove-trips}
          - {type: remove-trips, routes: R1}
          - {type: adjust-speed, routes: [R1], scale: 0}
          - {type: adjust-speed, routes: [R1], scale: 1, hops: [[A]], colour: red}
          - type: reroute
            routes: [R1]
            hop_times: [60, soon]
          - type: adjust-frequency
            route: R1
            entries:
              - {source_trip: T1, start_time: 09:00, end_time: 08:00, headway_secs: 300}
              - {source_trip: T1, first_departures: [07:00], headway_secs: 300}
              - {start_time: 07:00, end_time: 08:00, headway_secs: 5}
          - type: add-trips
            route: N
            hop_times: [60]
            mode: tram
            bidirectional: maybe
            stops: [A, {lat: 95, lon: 4.3}]
            frequencies: []

        """) == [
          "scenario.yaml:12 invalid_value edits[0].type",
          "scenario.yaml:13 missing_key edits[1].type",
          "scenario.yaml:14 unclear_selection edits[2]",
          "scenario.yaml:15 missing_key edits[3]",
          "scenario.yaml:16 not_a_list edits[4].routes",
          "scenario.yaml:17 value_out_of_range edits[5].scale",
          "scenario.yaml:18 unknown_key edits[6].colour",
          "scenario.yaml:18 invalid_value edits[6].hops[0]",
          "scenario.yaml:21 invalid_value edits[7].hop_times[1]",
          "scenario.yaml:25 invalid_value edits[8].entries[0].end_time",
          "scenario.yaml:26 unclear_departures edits[8].entries[1]",
          "scenario.yaml:27 missing_key edits[8].entries[2].source_trip",
          "scenario.yaml:27 invalid_value edits[8].entries[2].headway_secs",
          "scenario.yaml:31 invalid_value edits[9].mode",
          "scenario.yaml:34 not_a_list edits[9].frequencies",
          "scenario.yaml:32 invalid_value edits[9].bidirectional",
          "scenario.yaml:33 invalid_value edits[9].stops[1].lat",
        ])
    #expect(
      files.mistakes(ScenarioFolder.minimal + "edits: {type: remove-trips}\n")
        == ["scenario.yaml:11 not_a_list edits"])
  }

  /// A trip T1 of R1 from A to B, ten minutes from 08:00.
  private func timetable() throws -> Timetable {
    var builder = TimetableBuilder()
    let stops = ["A", "B", "Central"].map {
      builder.add(
        stop: .init(id: $0, name: $0, coordinate: Coordinate(latitude: 50.8, longitude: 4.3)))
    }
    let route = builder.add(route: .init(id: "R1", shortName: "1", type: 3))
    try builder.add(
      trip: .init(id: "T1", route: route),
      events: [
        .init(stop: stops[0], arrivalSeconds: 28_800, departureSeconds: 28_800),
        .init(stop: stops[1], arrivalSeconds: 29_400, departureSeconds: 29_400),
      ])
    return builder.build()
  }

  @Test("what the timetable does not have is told at once, at the line of the edit")
  func whatIsNotThereIsToldAtOnce() throws {
    let scenario = try scenario(
      """
        - type: remove-stops
          stops:
            - A
            - Centrall
        - {type: adjust-speed, routes: [R1], scale: 2, hops: [[B, A]]}
        - type: reroute
          routes: [R1]
          from_stop: A
          to_stop: B
          hop_times: [60, 60]

      """)
    let timetable = try timetable()
    let error = try #require(throws: Failure.self) {
      try scenario.edited(timetable, draws: nil)
    }
    #expect(error.exitCode == 65)
    #expect(
      error.findings.map(\.brief) == [
        "scenario.yaml:15 unknown_stop edits[0].stops[1]",
        "scenario.yaml:16 edit_without_effect edits[1].routes[0]",
        "scenario.yaml:21 wrong_count edits[2].hop_times",
      ])
    #expect(error.findings.first?.remedy == "did you mean Central?")
  }

  @Test("notes say what each edit has changed")
  func notesSayWhatWasChanged() throws {
    let scenario = try scenario(
      """
        - {type: adjust-speed, name: Bus lane, routes: [R1], scale: 2}
        - type: add-trips
          route: N1
          stops: [B, {lat: 50.8, lon: 4.3}]
          hop_times: [600]
          frequencies:
            - {first_departures: [07:00, 08:00]}
            - {start_time: 09:00, end_time: 10:00, headway_secs: 600}

      """)
    let edited = try scenario.edited(timetable(), draws: nil)
    #expect(
      edited.notes.map { "\($0.line ?? 0) \($0.severity) \($0.value ?? ""): \($0.message)" } == [
        "12 info adjust-speed, Bus lane: 1 trip changed",
        "13 info add-trips: 2 trips and 1 row of a headway added; 1 new stop",
        "0 info : trips without exact times run at random phases: 20 draws, seed 1",
      ])
    // From 09:00 to before 10:00 every ten minutes: six trips at phase 0.
    #expect(edited.draws?.rows.map(\.trips.count) == [6])
    #expect(edited.timetable.trips.count == 9)
  }

  @Test("without edits a timetable is handed through")
  func withoutEditsNothingIsSaid() throws {
    let edited = try files.resolve(ScenarioFolder.minimal).edited(timetable(), draws: nil)
    #expect(edited.notes.isEmpty)
    #expect(edited.timetable.trips.map(\.id) == ["T1"])
  }
}
