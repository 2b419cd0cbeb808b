import Findings
import GTFSStore
import TestSupport
import Testing
import TransitRouting

/// Rules of `transfers.txt` between routes and trips.
@Suite struct TransferRuleTests {
  /// Route 1: X and W from A to P. Route 2: Y and Z from Q to B. P and Q are platforms of S.
  private func load(_ rules: String, _ extra: (String, String)...) throws -> LoadedTimetable {
    var feed = FeedText.minimal
      .replacing(
        "stops.txt",
        with: """
          stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station
          S,Station,50.800,4.30,1,
          P,Platform 1,50.800,4.30,0,S
          Q,Platform 2,50.801,4.30,0,S
          A,Alpha,50.900,4.30,0,
          B,Beta,50.950,4.30,0,

          """
      )
      .replacing(
        "routes.txt",
        with: "route_id,agency_id,route_short_name,route_type\nR1,L,1,3\nR2,L,2,100\n"
      )
      .replacing(
        "trips.txt",
        with:
          "route_id,service_id,trip_id\nR1,weekday,X\nR1,weekday,W\nR2,weekday,Y\nR2,weekday,Z\n"
      )
      .replacing(
        "stop_times.txt",
        with: """
          trip_id,arrival_time,departure_time,stop_id,stop_sequence
          X,08:00:00,08:00:00,A,1
          X,08:10:00,08:10:00,P,2
          W,08:02:00,08:02:00,A,1
          W,08:12:00,08:12:00,P,2
          Y,08:15:00,08:15:00,Q,1
          Y,08:30:00,08:30:00,B,2
          Z,08:20:00,08:20:00,Q,1
          Z,08:35:00,08:35:00,B,2

          """
      )
      .replacing(
        "transfers.txt",
        with: "from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_route_id,to_route_id,"
          + "from_trip_id,to_trip_id\n\(rules)\n")
    for (name, text) in extra { feed = feed.replacing(name, with: text) }
    return try Network(feed).load("2019-10-29")
  }

  /// Seconds of the changes X to Y, X to Z, W to Y, W to Z; `-` where there is none.
  private func changes(_ rules: String) throws -> String {
    let timetable = try load(rules).timetable
    return ["X", "W"].flatMap { trip in
      ["Y", "Z"].map { next in
        timetable.changeSeconds(from: trip, to: next).map { "\($0)" } ?? "-"
      }
    }.joined(separator: " ")
  }

  @Test func eachEndMayNameARouteOrATrip() throws {
    #expect(try changes("") == "- - - -")
    #expect(try changes("P,Q,2,60,,,,") == "60 60 60 60")
    #expect(try changes("P,Q,2,60,R1,,,") == "60 60 60 60")
    #expect(try changes("P,Q,2,60,R2,,,") == "- - - -")
    #expect(try changes("P,Q,2,60,,R2,,") == "60 60 60 60")
    #expect(try changes("P,Q,2,60,R1,R2,,") == "60 60 60 60")
    #expect(try changes("P,Q,2,60,,,X,") == "60 60 - -")
    #expect(try changes("P,Q,2,60,,,,Y") == "60 - 60 -")
    #expect(try changes("P,Q,2,60,,R2,X,") == "60 60 - -")
    #expect(try changes("P,Q,2,60,R1,,,Y") == "60 - 60 -")
    #expect(try changes("P,Q,2,60,,,X,Y") == "60 - - -")
    // A trip takes precedence over its route.
    #expect(try changes("P,Q,2,60,R1,R2,X,Y") == "60 - - -")
  }

  /// Six rules for P to Q, one of each rank, in both orders of the file. X to Y fits all; X to Z
  /// those that do not name Y; W to Y those that do not name X; W to Z only routes and stops.
  @Test func theMostSpecificRuleWinsInAnyOrder() throws {
    let rules = [
      "P,Q,2,10,,,,", "P,Q,2,20,R1,,,", "P,Q,2,30,R1,R2,,", "P,Q,2,40,,,X,", "P,Q,2,50,R1,,,Y",
      "P,Q,2,60,,,X,Y",
    ]
    for order in [rules, rules.reversed()] {
      func text(_ count: Int) -> String {
        order.filter { rules.prefix(count).contains($0) }.joined(separator: "\n")
      }
      #expect(try changes(text(1)) == "10 10 10 10")
      #expect(try changes(text(2)) == "20 20 20 20")
      #expect(try changes(text(3)) == "30 30 30 30")
      #expect(try changes(text(4)) == "40 40 30 30")
      #expect(try changes(text(5)) == "50 40 50 30")
      #expect(try changes(text(6)) == "60 40 50 30")
    }
  }

  /// The trips are named before the stops are: a rule for a station with a trip wins over one for
  /// stops without.
  @Test func aStopIsMoreSpecificThanAStationAtEqualRank() throws {
    #expect(try changes("P,Q,2,20,,,X,\nS,S,2,30,,,X,") == "20 20 - -")
    #expect(try changes("S,Q,2,20,,,X,\nS,S,2,30,,,X,") == "20 20 - -")
    #expect(try changes("P,Q,2,20,,,,\nS,S,2,30,,,X,") == "30 30 20 20")
  }

  @Test func theTypesAreThoseOfRulesForAllTrips() throws {
    // 0.001° is 111.195 m; × 1.3 at 1.3333 m/s is 108.4 s, rounded up.
    #expect(try changes("P,Q,0,,,,X,") == "109 109 - -")
    #expect(try changes("P,Q,1,,,,X,Y\nP,Q,2,90,,,,") == "0 90 90 90")
    #expect(try changes("P,Q,3,,,,X,Y\nP,Q,2,90,,,,") == "- 90 90 90")
    #expect(try changes("P,Q,2,60,,,X,Y\nP,Q,3,,,,,") == "60 - - -")
  }

  @Test func aRuleOfATripThatDoesNotRunChangesNothing() throws {
    let trips = """
      route_id,service_id,trip_id
      R1,other,X
      R1,weekday,W
      R2,weekday,Y
      R2,weekday,Z

      """
    let loaded = try load(
      "P,Q,2,60,,,X,Y", ("trips.txt", trips),
      ("calendar_dates.txt", "service_id,date,exception_type\nother,20191102,1\n"))
    #expect(loaded.timetable.stops.count == 5)
    #expect(loaded.notes.isEmpty)
  }

  @Test func theRunsOfATripShareItsRules() throws {
    let loaded = try load(
      "P,Q,2,60,,,X,",
      (
        "frequencies.txt",
        "trip_id,start_time,end_time,headway_secs,exact_times\nX,08:00:00,08:20:00,600,1\n"
      ))
    #expect(loaded.timetable.changeSeconds(from: "X@28800", to: "Y") == 60)
    #expect(loaded.timetable.changeSeconds(from: "X@29400", to: "Y") == 60)
    #expect(loaded.timetable.stops.count == 6)
    #expect(loaded.timetable.stops.last.map(\.id) == "P")
    #expect(loaded.timetable.stops.last?.splitFrom == StopIndex(1))
  }

  @Test func extendedRouteTypesAreKnown() throws {
    #expect(try load("").timetable.routes.map(\.mode) == [.bus, .rail])
  }
}
