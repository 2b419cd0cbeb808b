import Findings
import GTFSStore
import TestSupport
import Testing
import TransitRouting

@Suite struct TransferTests {
  /// Station S with platforms P and Q 0.001° apart, and the stop T 0.002° north of P.
  private func load(_ rules: String) throws -> LoadedTimetable {
    let feed = FeedText.minimal
      .replacing(
        "stops.txt",
        with: """
          stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station
          S,Station,50.800,4.30,1,
          P,Platform 1,50.800,4.30,0,S
          Q,Platform 2,50.801,4.30,0,S
          T,Tram,50.802,4.30,0,

          """
      )
      .replacing(
        "stop_times.txt",
        with: """
          trip_id,arrival_time,departure_time,stop_id,stop_sequence
          T,08:00:00,08:00:00,P,1
          T,08:10:00,08:11:00,T,2

          """
      )
      .replacing(
        "transfers.txt",
        with: "from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_route_id\n\(rules)\n")
    return try Network(feed).load("2019-10-29")
  }

  @Test func withoutRulesOnlyAStopItselfIsReached() throws {
    #expect(try load("").timetable.changes == [])
    #expect(try load("").timetable.transfers.edges.count == 4)
  }

  @Test func aStationStandsForItsPlatforms() throws {
    // 3 members each way, also within one platform.
    #expect(
      try load("S,S,2,300,").timetable.changes == [
        "S>S 300", "S>P 300", "S>Q 300", "P>S 300", "P>P 300", "P>Q 300", "Q>S 300", "Q>P 300",
        "Q>Q 300",
      ])
    #expect(try load("S,T,2,240,").timetable.changes == ["S>T 240", "P>T 240", "Q>T 240"])
    #expect(try load("T,S,2,240,").timetable.changes == ["T>S 240", "T>P 240", "T>Q 240"])
  }

  @Test(arguments: [
    "S,S,2,300,\nS,T,2,240,\nS,Q,2,200,\nP,Q,2,120,",
    "P,Q,2,120,\nS,Q,2,200,\nS,S,2,300,\nS,T,2,240,",
  ])
  func theMoreSpecificRuleWinsInAnyOrder(rules: String) throws {
    let changes = Set(try load(rules).timetable.changes)
    // Both stops named 120; one station named 200; both stations 300.
    #expect(
      changes.isSuperset(of: ["P>Q 120", "S>Q 200", "Q>Q 200", "Q>P 300", "P>P 300", "P>T 240"]))
    #expect(changes.count == 12)
  }

  @Test func typesSayHowLongAChangeTakes() throws {
    // 0.002° is 222.39 m; × 1.3 at 4.8 km/h = 1.3333 m/s is 216.8 s, rounded up.
    #expect(try load("P,T,0,,").timetable.changes == ["P>T 217"])
    #expect(try load("P,T,,,").timetable.changes == ["P>T 217"])
    #expect(try load("P,T,0,90,").timetable.changes == ["P>T 90"])
    #expect(try load("P,T,2,,").timetable.changes == ["P>T 217"])
    // A timed change waits: it takes no time of its own.
    #expect(try load("P,T,1,,").timetable.changes == ["P>T 0"])
    #expect(try load("P,P,2,60,").timetable.changes == ["P>P 60"])
  }

  @Test func aForbiddenChangeIsNoneAlsoAtTheStopItself() throws {
    let timetable = try load("S,T,2,240,\nP,T,3,,\nT,T,3,,").timetable
    #expect(timetable.changes == ["S>T 240", "Q>T 240"])
    #expect(timetable.transfers.leaving(StopIndex(3)).isEmpty)
    #expect(timetable.transfers.stated.filter { $0.seconds == nil }.count == 2)
  }

  /// Types 4 and 5 must name two trips, types 0 to 3 two stops.
  @Test func rulesThatCannotBeUsedAreNoted() throws {
    let loaded = try load("P,T,4,,\nP,P,5,,\n,,2,60,R\nP,,2,60,")
    #expect(loaded.timetable.changes == [])
    #expect(loaded.timetable.stops.count == 4)
    #expect(loaded.notes.map(\.code) == ["transfer_not_used"])
    #expect(loaded.notes.first?.count == 4)
  }

  /// Else a rule of one stop would hold for the other, and a door at one be a door at both.
  @Test func aParentThatIsNoStationStandsForNothingButItself() throws {
    let feed = FeedText.minimal.replacing(
      "stops.txt",
      with: """
        stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station
        A,Alpha,50.80,4.30,0,B
        B,Beta,50.81,4.30,0,A
        C,Gamma,50.83,4.30,,

        """)
    let timetable = try Network(feed).load("2019-10-29").timetable
    #expect(timetable.stops.map(\.parent) == [nil, nil, nil])
  }
}
