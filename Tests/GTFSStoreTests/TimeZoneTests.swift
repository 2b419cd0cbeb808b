import GTFSStore
import TestSupport
import Testing

/// In which zone times are read.
@Suite struct TimeZoneTests {
  private let daily = FeedText.minimal
    .substituting("1,1,1,1,1,0,0", "1,1,1,1,1,1,1", in: "calendar.txt")

  /// Clocks in New York change a week after those in Brussels: on 22 October they are 6 hours apart,
  /// on the 29th 5, on 5 November 6 again.
  @Test(arguments: [("2019-10-22", "14"), ("2019-10-29", "13"), ("2019-11-05", "14")])
  func twoFeedsInDifferentZonesMeetOnTheSameClock(date: String, hour: String) throws {
    let network = try Network()
    try network.add("be", daily)
    try network.add(
      "us", daily.substituting("Europe/Brussels", "America/New_York", in: "agency.txt"))
    #expect(
      try network.load(date).timetable.lines == [
        "be:T: be:A 8:00:00, be:B 8:10:00-8:11:00, be:C 8:20:00",
        "us:T: us:A \(hour):00:00, us:B \(hour):10:00-\(hour):11:00, us:C \(hour):20:00",
      ])
  }

  /// The service day of 27 October starts in Brussels at noon CET less 12 hours, 23:00 UTC, in
  /// New York (EDT) at 04:00 UTC, 5 hours later: its 08:00 is 13:00. That of the 26th started there
  /// 24 hours before: its 26:00 is 7:00. In Brussels the night was 25 hours long.
  @Test func aClockChangeShiftsEachFeedByItsOwnZone() throws {
    let network = try Network()
    let both = daily.appending("R,weekday,N", to: "trips.txt")
      .appending("N,26:00:00,26:00:00,A,1", "N,26:10:00,26:10:00,B,2", to: "stop_times.txt")
    try network.add("be", both)
    try network.add(
      "us", both.substituting("Europe/Brussels", "America/New_York", in: "agency.txt"))
    let lines = try network.load("2019-10-27").timetable.lines
    #expect(lines.contains("be:N: be:A 1:00:00, be:B 1:10:00"))
    #expect(lines.contains("us:N: us:A 7:00:00, us:B 7:10:00"))
    #expect(lines.contains("us:T: us:A 13:00:00, us:B 13:10:00-13:11:00, us:C 13:20:00"))
  }

  /// The reference counts stop_times in `agency_timezone`, whatever a stop says of itself.
  @Test func theZoneOfAStopShiftsNothing() throws {
    let feed = FeedText.minimal.substituting("stop_lon", "stop_lon,stop_timezone", in: "stops.txt")
      .substituting("4.30", "4.30,Europe/London", in: "stops.txt")
    #expect(
      try Network(feed).load("2019-10-29").timetable.lines
        == ["T: A 8:00:00, B 8:10:00-8:11:00, C 8:20:00"])
  }
}
