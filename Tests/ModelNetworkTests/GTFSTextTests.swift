import ModelNetwork
import Testing

/// Two stations 2 minutes apart.
enum Example {
  static let stations = "station_id,name,lat,lon\nA,Alpha,50.84,4.35\nB,Beta,50.85,4.36\n"
  static let lines = """
    line_id,mode,short_name,long_name,color,path
    M1,metro,1,Alpha - Beta,B5378C,A 2 B

    """
  static let headways = """
    line_id,from,to,headway_minutes,offset_minutes
    M1,07:00,07:30,10,0

    """

  static func files(
    stations: String = stations, lines: String = lines, headways: String = headways
  ) throws -> [String: String] {
    let network = try ModelNetwork(stations: stations, lines: lines, headways: headways)
    return Dictionary(uniqueKeysWithValues: network.gtfsFiles().map { ($0.name, $0.text) })
  }

  static func headways(_ rows: String) -> String {
    "line_id,from,to,headway_minutes,offset_minutes,direction\n\(rows)\n"
  }
}

@Suite struct GTFSTextTests {
  @Test func filesComeInAFixedOrderAndAlwaysTheSame() throws {
    let network = try ModelNetwork(
      stations: Example.stations, lines: Example.lines, headways: Example.headways)
    let files = network.gtfsFiles()
    #expect(
      files.map(\.name) == [
        "agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt", "calendar.txt",
        "feed_info.txt",
      ])
    #expect(files.map(\.text) == network.gtfsFiles().map(\.text))
    for file in files { #expect(file.text.hasSuffix("\n") && !file.text.hasSuffix("\n\n")) }
  }

  @Test func everyTenMinutesInHalfAnHourMakesThreeTripsEachWay() throws {
    // 07:00, 07:10 and 07:20 lie in 07:00 ..< 07:30; 07:30 does not.
    #expect(
      try Example.files()["trips.txt"] == """
        route_id,service_id,trip_id,trip_headsign,direction_id
        M1,weekday,M1-0-0700,Beta,0
        M1,weekday,M1-0-0710,Beta,0
        M1,weekday,M1-0-0720,Beta,0
        M1,weekday,M1-1-0700,Alpha,1
        M1,weekday,M1-1-0710,Alpha,1
        M1,weekday,M1-1-0720,Alpha,1

        """)
  }

  @Test func aTripCallsAtBothStationsTwoMinutesApart() throws {
    // 3 trips × 2 stations × 2 directions = 12 rows; 07:00 + 2 min = 07:02.
    #expect(
      try Example.files()["stop_times.txt"] == """
        trip_id,arrival_time,departure_time,stop_id,stop_sequence
        M1-0-0700,07:00:00,07:00:00,A,1
        M1-0-0700,07:02:00,07:02:00,B,2
        M1-0-0710,07:10:00,07:10:00,A,1
        M1-0-0710,07:12:00,07:12:00,B,2
        M1-0-0720,07:20:00,07:20:00,A,1
        M1-0-0720,07:22:00,07:22:00,B,2
        M1-1-0700,07:00:00,07:00:00,B,1
        M1-1-0700,07:02:00,07:02:00,A,2
        M1-1-0710,07:10:00,07:10:00,B,1
        M1-1-0710,07:12:00,07:12:00,A,2
        M1-1-0720,07:20:00,07:20:00,B,1
        M1-1-0720,07:22:00,07:22:00,A,2

        """)
  }

  @Test func theSmallFilesSayWhatTheFeedIs() throws {
    let files = try Example.files()
    #expect(
      files["agency.txt"] == """
        agency_id,agency_name,agency_url,agency_timezone
        model,Antenne model timetable,https://example.org/antenne,Europe/Brussels

        """)
    #expect(
      files["calendar.txt"] == """
        service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
        weekday,1,1,1,1,1,0,0,20190101,20301231

        """)
    let feed = "Antenne model timetable (not a published timetable),https://example.org/antenne,mul"
    #expect(
      files["feed_info.txt"] == """
        feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date
        \(feed),20190101,20301231

        """)
    #expect(
      files["routes.txt"] == """
        route_id,agency_id,route_short_name,route_long_name,route_type,route_color
        M1,model,1,Alpha - Beta,1,B5378C

        """)
  }

  @Test func stopsKeepTheTextOfTheirCoordinates() throws {
    let stations = "station_id,name,lat,lon\nA,Alpha,50.840,4.35\nB,Beta,50.85,4.3\n"
    #expect(
      try Example.files(stations: stations)["stops.txt"] == """
        stop_id,stop_name,stop_lat,stop_lon
        A,Alpha,50.840,4.35
        B,Beta,50.85,4.3

        """)
  }

  @Test func tramsAndTrainsHaveTheirRouteTypes() throws {
    for (mode, type) in [("tram", 0), ("metro", 1), ("train", 2)] {
      let lines = Example.lines.split(separator: "\n")[0] + "\nM1,\(mode),1,L,000000,A 2 B\n"
      let routes = try Example.files(lines: String(lines))["routes.txt"]
      #expect(routes?.hasSuffix("M1,model,1,L,\(type),000000\n") == true)
    }
  }
}
