import Findings
import GTFSStore
import TestSupport
import Testing
import TransitRouting

@Suite struct PhaseTests {
  /// The trip F of `minimal`'s stops beside T, which is left as it is.
  private func feed(_ frequencies: String) -> FeedText {
    FeedText.minimal.appending("R,weekday,F", to: "trips.txt")
      .appending("F,00:00:00,00:00:00,A,1", "F,00:10:00,00:10:00,B,2", to: "stop_times.txt")
      .replacing(
        "frequencies.txt",
        with: "trip_id,start_time,end_time,headway_secs,exact_times\n\(frequencies)\n")
  }

  @Test func aFeedWithoutSuchTripsHasNoDraws() throws {
    let scheduled = try Network(FeedText.minimal).load("2019-10-29")
    #expect(scheduled.draws == nil)
    let exact = try Network(feed("F,07:00:00,08:00:00,600,1")).load("2019-10-29")
    #expect(exact.draws == nil)
    #expect(exact.timetable.trips.count == 1 + 6)
    #expect(exact.notes(draws: 60, seed: 1).isEmpty)
  }

  @Test func exactTimesAreTheSameInEveryDraw() throws {
    // F every 10 minutes from 07:00 with exact times, then from 08:00 without.
    let loaded = try Network(feed("F,07:00:00,07:30:00,600,1\nF,08:00:00,09:00:00,600,0"))
      .load("2019-10-29")
    let draws = try #require(loaded.draws)
    #expect(draws.rows.count == 1)
    let fixed = loaded.timetable.lines
    #expect(
      fixed[..<4] == [
        "T: A 8:00:00, B 8:10:00-8:11:00, C 8:20:00",
        "F@25200: A 7:00:00, B 7:10:00", "F@25800: A 7:10:00, B 7:20:00",
        "F@26400: A 7:20:00, B 7:30:00",
      ])
    #expect(fixed.count == 4 + 6)
    for draw in 0..<10 {
      let lines = draws.timetable(draw: draw, seed: 3).lines
      #expect(lines[..<4] == fixed[..<4])
      let phase = draws.rows[0].phaseSeconds(draw: draw, seed: 3)
      #expect(lines[4].hasPrefix("F@\(8 * 3600 + phase): A 8:"))
      #expect(lines.count == 4 + 6)
    }
  }

  @Test func whatWasDrawnIsSaid() throws {
    let loaded = try Network(feed("F,07:00:00,08:00:00,600,0")).load("2019-10-29")
    #expect(loaded.notes.map(\.code) == ["fixed_phase"])
    let notes = loaded.notes(draws: 60, seed: 42)
    #expect(
      notes.map(\.message) == [
        "trips without exact times run at random phases: 60 draws, seed 42"
      ])
    #expect(notes.first?.count == 1)
  }

  @Test func theNightBeforeIsDrawnForItself() throws {
    // To 26:00, that is 02:00: on Tuesday the trips of Monday night and those of Tuesday night.
    let loaded = try Network(feed("F,20:00:00,26:00:00,600,0")).load("2019-10-29")
    let draws = try #require(loaded.draws)
    #expect(draws.rows.count == 2)
    #expect(Set(draws.rows.map(\.dayShiftSeconds)) == [-86_400, 0])
    let phases = draws.rows.map { row in
      (0..<10).map { row.phaseSeconds(draw: $0, seed: 1) }
    }
    #expect(phases[0] != phases[1])
    for draw in 0..<10 {
      let timetable = draws.timetable(draw: draw, seed: 1)
      // Of Monday's only those are in that are still under way at midnight.
      let early = timetable.trips.indices.compactMap {
        timetable.events(of: TripIndex($0)).last?.arrivalSeconds
      }
      #expect(early.allSatisfy { $0 >= 0 })
      // They run to 02:00, every 10 minutes, and one or two are on their way at midnight: from
      // −10 min on, so 13 in all.
      let night = timetable.trips.indices.filter {
        (timetable.events(of: TripIndex($0)).first?.departureSeconds ?? 0) < 7200
      }
      #expect((12...13).contains(night.count))
      #expect(night.allSatisfy { timetable.trips[$0].id.hasPrefix("F@") })
    }
  }

  @Test func anotherFeedLeavesThePhasesAsTheyAre() throws {
    let network = try Network(feed("F,07:00:00,08:00:00,600,0"))
    let alone = try #require(try network.load("2019-10-29").draws)
    try network.add("g", feed("F,07:00:00,08:00:00,600,0"))
    let both = try #require(try network.load("2019-10-29").draws)
    func phases(_ row: PhaseDraws.Row) -> [Int] {
      (0..<20).map { row.phaseSeconds(draw: $0, seed: 1) }
    }
    #expect(alone.rows.map(phases) == [phases(both.rows[0])])
    // The rows of the other feed have their own, though trip and start are called the same.
    #expect(phases(both.rows[0]) != phases(both.rows[1]))
    #expect(both.rows.map(\.tripID) == ["f:F", "g:F"])
  }

  @Test func blocksAndRulesOfTripsHoldInEveryDraw() throws {
    // T goes on as U from C at 08:30; a rule names F, so that it calls at a part of B.
    let feed = feed("F,07:00:00,08:00:00,1200,0")
      .replacing(
        "trips.txt",
        with: "route_id,service_id,trip_id,block_id\nR,weekday,T,1\nR,weekday,U,1\nR,weekday,F,1\n"
      )
      .appending("U,08:30:00,08:30:00,C,1", "U,08:40:00,08:40:00,A,2", to: "stop_times.txt")
      .replacing(
        "transfers.txt",
        with: """
          from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id,to_trip_id
          B,B,2,90,F,T

          """)
    let loaded = try Network(feed).load("2019-10-29")
    let draws = try #require(loaded.draws)
    #expect(loaded.timetable.links == ["T>U"])
    #expect(loaded.timetable.stops.count == 3 + 2)
    for draw in 0..<10 {
      let timetable = draws.timetable(draw: draw, seed: 1)
      #expect(timetable.links == ["T>U"])
      #expect(timetable.stops.count == 5)
      #expect(timetable.transfers.edges == loaded.timetable.transfers.edges)
      let part = loaded.timetable.events(of: TripIndex(2)).last?.stop
      for trip in 2..<timetable.trips.count {
        #expect(timetable.events(of: TripIndex(trip)).last?.stop == part)
      }
    }
  }
}
