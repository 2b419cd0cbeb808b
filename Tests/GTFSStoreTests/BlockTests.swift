import Findings
import GTFSStore
import TestSupport
import Testing
import TransitRouting

/// Between which trips one can stay seated.
@Suite struct BlockTests {
  /// Station S with platforms P and Q; a degree of latitude is 111,195 m, so the stop N lies 0.0017°
  /// = 189 m north of P and F 0.0019° = 211 m.
  private static let stops = """
    stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station
    S,Station,50.8000,4.30,1,
    P,Platform 1,50.8000,4.30,0,S
    Q,Platform 2,50.8100,4.30,0,S
    N,Near,50.8017,4.30,0,
    F,Far,50.8019,4.30,0,
    A,Alpha,50.9000,4.30,0,
    B,Beta,50.9500,4.30,0,

    """

  /// - Parameters:
  ///   - trips: `id block service`, and its two calls as `stop time`.
  ///   - rules: `from,to,type`.
  private func feed(
    _ trips: [(id: String, block: String, calls: [(String, String)])], rules: String = "",
    service: String = "weekday"
  ) -> FeedText {
    var tripText = "route_id,service_id,trip_id,block_id\n"
    var callText = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
    for trip in trips {
      tripText += "R,\(service),\(trip.id),\(trip.block)\n"
      for (sequence, call) in trip.calls.enumerated() {
        callText += "\(trip.id),\(call.1),\(call.1),\(call.0),\(sequence)\n"
      }
    }
    let feed = FeedText.minimal.replacing("stops.txt", with: Self.stops)
      .replacing("trips.txt", with: tripText).replacing("stop_times.txt", with: callText)
    return rules.isEmpty
      ? feed
      : feed.replacing(
        "transfers.txt", with: "from_trip_id,to_trip_id,transfer_type\n\(rules)\n")
  }

  private func links(_ feed: FeedText, _ date: String = "2019-10-29") throws -> [String] {
    try Network(feed).load(date).timetable.links
  }

  /// X from A to P, 08:00 to 08:10; Y from `stop` at `time` to B.
  private func pair(
    _ stop: String, _ time: String, block: String = "b", rules: String = ""
  ) -> FeedText {
    feed(
      [
        ("X", "b", [("A", "08:00:00"), ("P", "08:10:00")]),
        ("Y", block, [(stop, time), ("B", "09:00:00")]),
      ], rules: rules)
  }

  @Test(arguments: [
    ("P", "08:10:00", true), ("P", "08:45:00", true), ("Q", "08:12:00", true),
    ("N", "08:12:00", true), ("F", "08:12:00", false), ("A", "08:40:00", false),
    ("P", "08:09:59", false),
  ])
  func aBlockGoesOnFromTheSameStopOrStationOrWithin200Meters(
    stop: String, time: String, isLinked: Bool
  ) throws {
    #expect(try links(pair(stop, time)) == (isLinked ? ["X>Y"] : []))
    #expect(try links(pair(stop, time, block: "c")) == [])
    #expect(try links(pair(stop, time, block: "")) == [])
  }

  @Test func onlyTripsThatFollowEachOtherAreLinked() throws {
    let trips = [
      ("Z", "b", [("P", "09:10:00"), ("A", "09:30:00")]),
      ("X", "b", [("A", "08:00:00"), ("P", "08:10:00")]),
      ("Y", "b", [("P", "08:20:00"), ("P", "09:00:00")]),
    ]
    #expect(try links(feed(trips)) == ["X>Y", "Y>Z"])
    // Where the trip between begins elsewhere, the vehicle has driven there.
    let moved = trips.prefix(2) + [("Y", "b", [("B", "08:20:00"), ("P", "09:00:00")])]
    #expect(try links(feed(Array(moved))) == ["Y>Z"])
  }

  @Test func aTripWithOneCallDoesNotBreakABlock() throws {
    #expect(
      try links(
        feed([
          ("X", "b", [("A", "08:00:00"), ("P", "08:10:00")]), ("W", "b", [("P", "08:11:00")]),
          ("Y", "b", [("P", "08:20:00"), ("B", "09:00:00")]),
        ])) == ["X>Y"])
  }

  @Test func ofTwoFeedsEachHasItsOwnBlocks() throws {
    let network = try Network()
    try network.add("one", pair("P", "08:20:00"))
    try network.add("two", pair("P", "08:15:00", block: "c"))
    #expect(try network.load("2019-10-29").timetable.links == ["one:X>one:Y"])
  }

  /// X 23:30 to 24:10 and Y 24:15 to 25:00 are of one service day; on Wednesday they are there from
  /// Tuesday (−0:30 to 0:10, 0:15) and from Wednesday.
  @Test func aBlockGoesOnOverMidnight() throws {
    let night = feed([
      ("X", "b", [("A", "23:30:00"), ("P", "24:10:00")]),
      ("Y", "b", [("P", "24:15:00"), ("B", "25:00:00")]),
    ])
    #expect(try links(night, "2019-10-30") == ["X>Y", "X>Y"])
    let timetable = try Network(night).load("2019-10-30").timetable
    let runs = timetable.trips.indices.map { timetable.events(of: TripIndex($0)) }
    for (trip, events) in runs.enumerated() {
      for next in timetable.continuations.following(TripIndex(trip)) {
        // 24:15 less 24:10.
        let start = runs[next.position].first?.departureSeconds
        #expect(start == events.last.map { $0.arrivalSeconds + 300 })
      }
    }
  }

  /// A block is of one service day: Y at 00:15 of the next one is another vehicle's, unless a rule
  /// says so.
  @Test func onlyARuleLinksTripsOfTwoServiceDays() throws {
    let trips = [
      ("X", "b", [("A", "23:30:00"), ("P", "24:10:00")]),
      ("Y", "b", [("P", "00:15:00"), ("B", "01:00:00")]),
    ]
    #expect(try links(feed(trips), "2019-10-30") == [])
    let timetable = try Network(feed(trips, rules: "X,Y,4")).load("2019-10-30").timetable
    // Tuesday's X ends at 0:10 and goes on as Wednesday's Y; Wednesday's X would as Thursday's.
    #expect(timetable.links == ["X>Y"])
    let linked = timetable.trips.indices.filter {
      !timetable.continuations.following(TripIndex($0)).isEmpty
    }
    #expect(timetable.events(of: TripIndex(linked[0])).last?.arrivalSeconds == 600)
  }

  @Test func aRuleOfType4LinksTripsWithoutABlockAndFarApart() throws {
    #expect(try links(pair("F", "08:12:00", block: "", rules: "X,Y,4")) == ["X>Y"])
    // 08:05 lies before X arrives, and the day after has 23:55 h to wait, which is not 24.
    #expect(try links(pair("P", "08:05:00", block: "", rules: "X,Y,4")) == [])
  }

  @Test func aRuleOfType5EndsTheLinkOfABlock() throws {
    #expect(try links(pair("P", "08:12:00", rules: "X,Y,5")) == [])
    #expect(try links(pair("P", "08:12:00", rules: "Y,X,5")) == ["X>Y"])
  }

  /// The block says X, Y, Z; the rule that X goes on as Z, so Y does not.
  @Test func aRuleCountsBeforeABlock() throws {
    let trips = [
      ("X", "b", [("A", "08:00:00"), ("P", "08:10:00")]),
      ("Y", "b", [("P", "08:20:00"), ("P", "09:00:00")]),
      ("Z", "b", [("P", "09:10:00"), ("A", "09:30:00")]),
    ]
    #expect(try links(feed(trips, rules: "X,Z,4")) == ["X>Z"])
    #expect(try links(feed(trips, rules: "X,Z,5")) == [])
  }

  @Test func aTrainMayBeDividedAndTwoJoined() throws {
    let trips = [
      ("X", "", [("A", "08:00:00"), ("P", "08:10:00")]),
      ("W", "", [("B", "08:00:00"), ("Q", "08:08:00")]),
      ("Y", "", [("P", "08:15:00"), ("A", "09:00:00")]),
      ("Z", "", [("P", "08:15:00"), ("B", "09:10:00")]),
    ]
    #expect(
      try links(feed(trips, rules: "X,Y,4\nX,Z,4\nW,Y,4")) == ["X>Y", "X>Z", "W>Y"])
  }

  @Test func tripsOfFrequenciesAreNotLinked() throws {
    let repeated = pair("P", "08:12:00", rules: "X,Y,4").replacing(
      "frequencies.txt",
      with: "trip_id,start_time,end_time,headway_secs,exact_times\n"
        + "Y,08:12:00,08:30:00,600,1\n")
    let loaded = try Network(repeated).load("2019-10-29")
    #expect(loaded.timetable.trips.map(\.id) == ["X", "Y@29520", "Y@30120"])
    #expect(loaded.timetable.links == [])
    #expect(loaded.notes.map(\.code) == ["transfer_not_used"])
  }
}
