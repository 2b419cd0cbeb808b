import FeedArchive
import Findings
import GTFSStore
import Geography
import TestSupport
import Testing
import TransitRouting

@Suite struct TimetableTests {
  private let good = FeedText.minimal

  private func lines(_ feed: FeedText, _ date: String, until: Int = 86_400) throws -> [String] {
    try Network(feed).load(date, untilSeconds: until).timetable.lines
  }

  @Test func aTripOfTheMinimalFeedHasItsCalls() throws {
    #expect(try lines(good, "2019-10-29") == ["T: A 8:00:00, B 8:10:00-8:11:00, C 8:20:00"])
  }

  @Test func aDateWithoutServiceNamesEachFeedAndItsValidity() throws {
    let network = try Network()
    try network.add("bus", good)
    try network.add(
      "tram", good.substituting("20191231", "20191130", in: "calendar.txt"))
    // 2 November 2019 is a Saturday; 3 December a Tuesday beyond the tram's calendar.
    let saturday = findings { _ = try network.load("2019-11-02") }
    #expect(saturday.map(\.code) == ["no_service_on_date", "no_service_on_date"])
    #expect(saturday.map(\.value) == ["2019-11-02", "2019-11-02"])
    let tuesday = findings { _ = try network.load("2019-12-03") }
    // The last day of November 2019 is a Saturday, so Friday the 29th is the last with service.
    #expect(
      tuesday.map(\.message) == [
        "feed tram has no service on 2019-12-03; it is valid from 2019-10-01 to 2019-11-29"
      ])
  }

  @Test func anEmptyCalendarNamesNoDay() throws {
    let network = try Network(
      good.substituting("1,1,1,1,1,0,0", "0,0,0,0,0,0,0", in: "calendar.txt"))
    #expect(
      findings { _ = try network.load("2019-10-29") }.first?.message.hasSuffix(
        "its calendars name no day at all") == true)
  }

  @Test func weekdaysCountInsideTheirDatesOnly() throws {
    let network = try Network(
      good.substituting("1,1,1,1,1,0,0", "1,0,0,0,0,0,1", in: "calendar.txt"))
    // October 2019: the 27th is a Sunday, the 28th a Monday, the 29th a Tuesday.
    for (date, trips) in [("2019-10-27", 1), ("2019-10-28", 1), ("2019-10-29", 0)] {
      let day = try #require(ServiceDate(date))
      #expect(try NetworkDatabase(network.path).service(on: day)["f"]?.trips == trips, "\(date)")
    }
    // Monday 30 September lies before the start, Sunday 5 January after the end.
    for date in ["2019-09-30", "2020-01-05"] {
      #expect(!findings { _ = try network.load(date) }.isEmpty)
    }
  }

  @Test func exceptionsAddAndRemoveDays() throws {
    let feed = good.replacing(
      "calendar_dates.txt",
      with:
        "service_id,date,exception_type\nweekday,20191101,2\nweekday,20191102,1\nextra,20191103,1\n"
    ).appending("R,extra,X", to: "trips.txt")
      .appending("X,10:00:00,10:00:00,A,1", "X,10:05:00,10:05:00,B,2", to: "stop_times.txt")
    let network = try Network(feed)
    // All Saints' is a Friday without service, the Saturday after has it, the Sunday its own.
    #expect(findings { _ = try network.load("2019-11-01") }.map(\.code) == ["no_service_on_date"])
    #expect(try network.load("2019-11-02").timetable.trips.map(\.id) == ["T"])
    #expect(try network.load("2019-11-03").timetable.lines == ["X: A 10:00:00, B 10:05:00"])
    #expect(try network.load("2019-10-29").timetable.trips.map(\.id) == ["T"])
  }

  @Test func serviceMayComeFromExceptionsAlone() throws {
    let feed = good.removing("calendar.txt").replacing(
      "calendar_dates.txt", with: "service_id,date,exception_type\nweekday,20191029,1\n")
    let network = try Network(feed)
    #expect(try network.load("2019-10-29").timetable.trips.count == 1)
    let stored = try #require(try NetworkDatabase(network.path).feeds().first)
    #expect(stored.firstServiceDate == "2019-10-29")
    #expect(stored.lastServiceDate == "2019-10-29")
  }

  @Test func theOrdinaryDateIsTheFirstTuesdayOfAllFeeds() throws {
    let network = try Network()
    try network.add("one", good)
    try network.add("two", good.substituting("20191001", "20191017", in: "calendar.txt"))
    // From Thursday 17 October the first Tuesday is the 22nd.
    #expect(try NetworkDatabase(network.path).ordinaryDate().description == "2019-10-22")
    try network.add(
      "three", good.substituting("20191001,20191231", "20200101,20200131", in: "calendar.txt"))
    #expect(
      findings { _ = try NetworkDatabase(network.path).ordinaryDate() }.map(\.code)
        == ["no_common_date"])
  }

  @Test func tripsOfTheDayBeforeThatStillRunAreIn() throws {
    let feed = good.appending("R,weekday,E", "R,weekday,N", "R,weekday,O", to: "trips.txt")
      .appending(
        // Ends before midnight; runs over midnight; starts after midnight.
        "E,23:40:00,23:40:00,A,1", "E,23:59:00,23:59:00,B,2",
        "N,23:50:00,23:50:00,A,1", "N,24:10:00,24:10:00,B,2",
        "O,25:00:00,25:00:00,A,1", "O,25:20:00,25:20:00,B,2", to: "stop_times.txt")
    #expect(
      // 23:50 less 24:00 is −0:10.
      try lines(feed, "2019-10-29") == [
        "T: A 8:00:00, B 8:10:00-8:11:00, C 8:20:00",
        "E: A 23:40:00, B 23:59:00",
        "N: A -0:10:00, B 0:10:00", "N: A 23:50:00, B 24:10:00",
        "O: A 1:00:00, B 1:20:00", "O: A 25:00:00, B 25:20:00",
      ])
    // On Monday the 28th nothing comes over from Sunday.
    #expect(try lines(feed, "2019-10-28").count == 4)
  }

  /// To be somewhere at 00:10 one may have to leave the evening before.
  @Test func tripsOfTheEveningBeforeAreInOnlyWhenAskedFor() throws {
    let feed = good.appending("R,weekday,E", to: "trips.txt")
      .appending("E,23:40:00,23:40:00,A,1", "E,23:59:00,23:59:00,B,2", to: "stop_times.txt")
    let network = try Network(feed)
    // 23:40 less 24:00 is −0:20; it is at B at −60 s.
    for (from, count) in [(0, 2), (-59, 2), (-60, 3), (-7200, 3), (-200_000, 4)] {
      let loaded = try NetworkDatabase(network.path).loadTimetable(
        on: try #require(ServiceDate("2019-10-29")), fromSeconds: from, untilSeconds: 86_400)
      // From −200,000 s on, T of Monday is in too; the days before Monday have no service.
      #expect(loaded.timetable.trips.count == count, "\(from)")
    }
  }

  /// The days before the day before are read only where a trip is long enough to matter.
  @Test func aTripOfThreeDaysIsInUntilItEnds() throws {
    // Monday's train from 22:00 is at C at 54:00, on Wednesday at 06:00.
    let feed = good.appending("R,weekday,L", to: "trips.txt")
      .appending("L,22:00:00,22:00:00,A,1", "L,54:00:00,54:00:00,C,2", to: "stop_times.txt")
    let wednesday = try lines(feed, "2019-10-30")
    #expect(
      wednesday == [
        "T: A 8:00:00, B 8:10:00-8:11:00, C 8:20:00",
        "L: A -26:00:00, C 6:00:00", "L: A -2:00:00, C 30:00:00", "L: A 22:00:00, C 54:00:00",
      ])
    // Of the same length by a repetition that leaves at 46:00 and takes 8 hours.
    let repeated = good.appending("R,weekday,L", to: "trips.txt")
      .appending("L,00:00:00,00:00:00,A,1", "L,08:00:00,08:00:00,C,2", to: "stop_times.txt")
      .replacing(
        "frequencies.txt",
        with: "trip_id,start_time,end_time,headway_secs,exact_times\nL,46:00:00,46:30:00,3600,1\n")
    #expect(try lines(repeated, "2019-10-30").contains("L@165600: A -2:00:00, C 6:00:00"))
  }

  @Test func tripsOfTheDayAfterAreInOnlyWhenAskedFor() throws {
    // 08:00 of Wednesday is 32:00 of Tuesday.
    let both = [
      "T: A 8:00:00, B 8:10:00-8:11:00, C 8:20:00",
      "T: A 32:00:00, B 32:10:00-32:11:00, C 32:20:00",
    ]
    #expect(try lines(good, "2019-10-29", until: 30 * 3600) == [both[0]])
    #expect(try lines(good, "2019-10-29", until: 32 * 3600) == [both[0]])
    #expect(try lines(good, "2019-10-29", until: 32 * 3600 + 1) == both)
    // Friday is not followed by a day with service.
    #expect(try lines(good, "2019-11-01", until: 40 * 3600) == [both[0]])
  }

  @Test func aPassThroughIsLeftOutAndRestrictionsAreKept() throws {
    let feed = good.replacing(
      "stop_times.txt",
      with: """
        trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type
        T,08:00:00,08:00:00,A,1,0,1
        T,08:10:00,08:11:00,B,2,1,1
        T,08:20:00,08:20:00,C,3,1,0
        T,08:30:00,08:30:00,A,4,2,3

        """)
    // Types 2 and 3 are by arrangement: the vehicle can be used.
    #expect(try lines(feed, "2019-10-29") == ["T: A 8:00:00!, C !8:20:00, A 8:30:00"])
  }

  @Test func aTripCannotCallAtAnEntrance() throws {
    let feed = good.substituting("stop_lon", "stop_lon,location_type", in: "stops.txt")
      .substituting("4.30", "4.30,2", in: "stops.txt")
    #expect(
      findings { _ = try Network(feed) }.errors.map { "\($0.code) \($0.line ?? 0) \($0.count)" }
        == ["call_at_station 2 3"])
  }

  @Test func aTripThatMustBeOrderedIsLeftOutAndSaidSo() throws {
    let feed = good.appending("R,weekday,D", to: "trips.txt")
      .substituting(
        "stop_sequence", "stop_sequence,start_pickup_drop_off_window,end_pickup_drop_off_window",
        in: "stop_times.txt"
      )
      .substituting(",A,1", ",A,1,,", in: "stop_times.txt")
      .substituting(",B,2", ",B,2,,", in: "stop_times.txt")
      .substituting(",C,3", ",C,3,,", in: "stop_times.txt")
      .appending("D,,,A,1,08:00:00,18:00:00", "D,,,B,2,08:00:00,18:00:00", to: "stop_times.txt")
    let loaded = try Network(feed).load("2019-10-29")
    #expect(loaded.timetable.trips.map(\.id) == ["T"])
    #expect(loaded.notes.map { "\($0.code) \($0.count)" } == ["on_demand_trip 1"])
  }

  @Test func aModelTimetableIsSaidToBeOne() throws {
    let network = try Network()
    let source = TextSource(name: "model", files: good.files)
    _ = try NetworkImport.run(
      [FeedToImport(name: "m", source: source, isModel: true)], into: network.path)
    #expect(try network.load("2019-10-29").notes.map(\.code) == ["model_timetable"])
  }

  @Test func aFeedInAnotherTimeZoneIsShifted() throws {
    let network = try Network()
    try network.add("be", good)
    try network.add("uk", good.substituting("Europe/Brussels", "Europe/London", in: "agency.txt"))
    // London's 08:00 is Brussels' 09:00; seconds count in the zone of the first feed by name.
    #expect(
      try network.load("2019-10-29").timetable.lines == [
        "be:T: be:A 8:00:00, be:B 8:10:00-8:11:00, be:C 8:20:00",
        "uk:T: uk:A 9:00:00, uk:B 9:10:00-9:11:00, uk:C 9:20:00",
      ])
  }

  @Test func theNightOfTheClockChangeIsAnHourLongerOrShorter() throws {
    let feed = good.substituting("1,1,1,1,1,0,0", "1,1,1,1,1,1,1", in: "calendar.txt")
      .substituting("20191001", "20190301", in: "calendar.txt")
      .substituting("08:00:00,08:00:00", "25:30:00,25:30:00", in: "stop_times.txt")
      .substituting("08:10:00,08:11:00", "25:40:00,25:40:00", in: "stop_times.txt")
      .substituting("08:20:00,08:20:00", "25:50:00,25:50:00", in: "stop_times.txt")
    // The service day of 26 October starts 25 hours before that of the 27th: 25:30 is 0:30.
    #expect(try lines(feed, "2019-10-27").first == "T: A 0:30:00, B 0:40:00, C 0:50:00")
    // The service day of 30 March starts 23 hours before that of the 31st: 25:30 is 2:30.
    #expect(try lines(feed, "2019-03-31").first == "T: A 2:30:00, B 2:40:00, C 2:50:00")
    #expect(try lines(feed, "2019-10-29").first == "T: A 1:30:00, B 1:40:00, C 1:50:00")
  }
}
