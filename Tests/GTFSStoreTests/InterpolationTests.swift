import Findings
import GTFSStore
import Geography
import TestSupport
import Testing
import TransitRouting

@Suite struct InterpolationTests {
  private func calls(_ rows: String) -> FeedText {
    FeedText.minimal.replacing(
      "stop_times.txt",
      with:
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence,shape_dist_traveled\n\(rows)\n")
  }

  private func load(_ feed: FeedText) throws -> LoadedTimetable {
    try Network(feed).load("2019-10-29")
  }

  @Test func emptyTimesAreSpreadByDistance() throws {
    // A to B is 0.01°, B to C 0.02°: B lies a third of the way from 08:00 to 08:30.
    let loaded = try load(calls("T,08:00:00,08:00:00,A,1,\nT,,,B,2,\nT,08:30:00,08:30:00,C,3,"))
    #expect(loaded.timetable.lines == ["T: A 8:00:00, B 8:10:00, C 8:30:00"])
    #expect(loaded.notes.map(\.code) == ["interpolated_times"])
    #expect(loaded.notes.first?.count == 1)
  }

  @Test func distancesOfTheFeedComeFirst() throws {
    // 6 of 8 along: 08:00 + 0.75 × 30 min = 08:22:30.
    let loaded = try load(calls("T,08:00:00,08:00:00,A,1,0\nT,,,B,2,6\nT,08:30:00,08:30:00,C,3,8"))
    #expect(loaded.timetable.lines == ["T: A 8:00:00, B 8:22:30, C 8:30:00"])
  }

  @Test func distancesThatGoBackAreNotUsed() throws {
    let loaded = try load(calls("T,08:00:00,08:00:00,A,1,0\nT,,,B,2,9\nT,08:30:00,08:30:00,C,3,8"))
    #expect(loaded.timetable.lines == ["T: A 8:00:00, B 8:10:00, C 8:30:00"])
  }

  @Test func withoutPlacesTimesAreSpreadEvenly() throws {
    let feed = calls("T,08:00:00,08:00:00,A,1,\nT,,,B,2,\nT,08:30:00,08:30:00,C,3,")
      .substituting("50.81,4.30", ",", in: "stops.txt")
    #expect(try load(feed).timetable.lines == ["T: A 8:00:00, B 8:15:00, C 8:30:00"])
  }

  @Test func interpolationStartsAtTheDepartureAndRoundsToSeconds() throws {
    // From 08:02 to 08:02:10 there are 10 s; a third is 3.33.
    let loaded = try load(
      calls("T,08:00:00,08:02:00,A,1,\nT,,,B,2,\nT,08:02:10,08:03:00,C,3,\nT,08:04:00,,A,4,"))
    #expect(
      loaded.timetable.lines == [
        "T: A 8:00:00-8:02:00, B 8:02:03, C 8:02:10-8:03:00, A 8:04:00"
      ])
  }

  @Test func severalCallsAndStretchesAreFilled() throws {
    // Stretches A B C with C at 08:30, then C B A: two thirds of the way at B, 08:30 + 20 min.
    let loaded = try load(
      calls(
        "T,08:00:00,08:00:00,A,1,\nT,,,B,2,\nT,08:30:00,08:30:00,C,3,\nT,,,B,4,\nT,09:00:00,09:00:00,A,5,"
      ))
    #expect(
      loaded.timetable.lines == ["T: A 8:00:00, B 8:10:00, C 8:30:00, B 8:50:00, A 9:00:00"])
    #expect(loaded.notes.first?.count == 2)
  }

  @Test func oneTimeOfACallStandsForBoth() throws {
    let loaded = try load(calls("T,,08:00:00,A,1,\nT,08:10:00,,B,2,\nT,08:20:00,,C,3,"))
    #expect(loaded.timetable.lines == ["T: A 8:00:00, B 8:10:00, C 8:20:00"])
    #expect(loaded.notes.isEmpty)
  }

  @Test func exactFrequenciesAreTripsFromStartToBeforeTheEnd() throws {
    // From 07:00 every 10 min before 07:30: 07:00, 07:10, 07:20; ids carry seconds (07:00 = 25200).
    let feed = FeedText.minimal.replacing(
      "frequencies.txt",
      with: "trip_id,start_time,end_time,headway_secs,exact_times\nT,07:00:00,07:30:00,600,1\n")
    let loaded = try load(feed)
    #expect(
      loaded.timetable.lines == [
        "T@25200: A 7:00:00, B 7:10:00-7:11:00, C 7:20:00",
        "T@25800: A 7:10:00, B 7:20:00-7:21:00, C 7:30:00",
        "T@26400: A 7:20:00, B 7:30:00-7:31:00, C 7:40:00",
      ])
    #expect(loaded.notes.isEmpty)
  }

  @Test func inexactFrequenciesRunAtAFixedPhaseAndSaySo() throws {
    // Two periods meet at 07:20: it belongs to the second.
    let feed = FeedText.minimal.replacing(
      "frequencies.txt",
      with: """
        trip_id,start_time,end_time,headway_secs
        T,07:00:00,07:20:00,600
        T,07:20:00,08:00:00,1200

        """)
    let loaded = try load(feed)
    #expect(loaded.timetable.trips.map(\.id) == ["T@25200", "T@25800", "T@26400", "T@27600"])
    #expect(loaded.notes.map(\.code) == ["fixed_phase"])
    #expect(loaded.notes.first?.count == 2)
  }
}
