import FeedArchive
import GTFSStore
import TestSupport
import Testing

/// A feed that looks like a faulty one and is right: it brings no notice.
struct NearMiss: Sendable, CustomTestStringConvertible {
  var what: String
  var files: [String: [UInt8]]

  init(_ what: String, _ feed: FeedText) {
    self.what = what
    files = feed.bytes
  }

  var testDescription: String { what }

  private static let good = FeedText.minimal
  private static let times = "stop_times.txt"

  /// The feed with other ends of lines in every file.
  private static func lineEnds(_ end: String, isLastThere: Bool = true) -> FeedText {
    FeedText(
      good.files.map { file in
        let lines = file.text.split(separator: "\n").joined(separator: end)
        return (file.name, lines + (isLastThere ? end : ""))
      })
  }

  private static func block(_ times: [String], _ services: [String]) -> FeedText {
    good.withTwoTrips.adding("block_id", "1", "1", to: "trips.txt")
      .substituting("09:00:00,09:00:00,A", "\(times[0]),\(times[0]),A", in: "stop_times.txt")
      .substituting("09:20:00,09:20:00,C", "\(times[1]),\(times[1]),C", in: "stop_times.txt")
      .substituting("weekday,U", "\(services[0]),U", in: "trips.txt")
  }

  static let ofText: [NearMiss] = [
    NearMiss("a good feed", good),
    NearMiss("CRLF", lineEnds("\r\n")),
    NearMiss("no last line end", lineEnds("\n", isLastThere: false)),
    NearMiss("empty lines", good.appending("", "", to: "stops.txt")),
    NearMiss("quotes", good.substituting("Beta", "\"Beta, \"\"B\"\"\"", in: "stops.txt")),
    NearMiss("letters of many scripts", good.substituting("Beta", "Βήτα 北京 é", in: "stops.txt")),
    NearMiss("columns in another order", good.adding("stop_code", "1", to: "stops.txt")),
    NearMiss("extended route types", good.substituting("1,3", "1,702", in: "routes.txt")),
    NearMiss("one-digit hours", good.substituting(",08:", ",8:", in: times)),
  ]

  static let ofDays: [NearMiss] = [
    NearMiss(
      "no weekday, and days that are added, as in Belgian rail feeds",
      good.substituting("1,1,1,1,1,0,0", "0,0,0,0,0,0,0", in: "calendar.txt").replacing(
        "calendar_dates.txt", with: "service_id,date,exception_type\nweekday,20191029,1\n")),
    NearMiss(
      "dates without a calendar",
      good.removing("calendar.txt").replacing(
        "calendar_dates.txt", with: "service_id,date,exception_type\nweekday,20191029,1\n")),
    NearMiss(
      "a service of one day",
      good.substituting("20191001,20191231", "20191001,20191001", in: "calendar.txt")),
    NearMiss(
      "weekdays that the feed's dates cut off",
      good.replacing(
        "feed_info.txt",
        with: """
          feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date
          P,https://example.org,nl,20191001,20191231

          """)),
  ]

  static let ofTrips: [NearMiss] = [
    NearMiss(
      "a loop",
      good.appending("T,08:30:00,08:30:00,A,4", to: times)),
    NearMiss(
      "a stop twice in a row", good.appending("T,08:25:00,08:25:00,C,4", to: times)),
    NearMiss("past midnight", good.substituting("08:20:00", "25:20:00", in: times)),
    NearMiss("no time between", good.substituting("08:10:00,08:11:00", ",", in: times)),
    NearMiss(
      "only a departure first and an arrival last",
      good.substituting("08:00:00,08:00:00", ",08:00:00", in: times)
        .substituting("08:20:00,08:20:00", "08:20:00,", in: times)),
    NearMiss(
      "sequences with gaps, in another order",
      good.replacing(
        times,
        with: """
          trip_id,arrival_time,departure_time,stop_id,stop_sequence
          T,08:20:00,08:20:00,C,300
          T,08:00:00,08:00:00,A,0
          T,08:10:00,08:11:00,B,20

          """)),
    NearMiss(
      "a block one after the other",
      block(["08:20:00", "08:40:00"], ["weekday"])),
    NearMiss(
      "a block at once on other days",
      block(["08:10:00", "08:40:00"], ["weekend"]).appending(
        "weekend,0,0,0,0,0,1,1,20191001,20191231", to: "calendar.txt")),
    NearMiss(
      "a block at once, the common day removed",
      block(["08:10:00", "08:40:00"], ["holiday"]).replacing(
        "calendar_dates.txt",
        with: "service_id,date,exception_type\nholiday,20191101,1\nweekday,20191101,2\n")),
    NearMiss(
      "headways one after the other",
      good.replacing(
        "frequencies.txt",
        with: """
          trip_id,start_time,end_time,headway_secs
          T,09:00:00,10:00:00,300
          T,08:00:00,09:00:00,600

          """)),
  ]

  static let ofPlaces: [NearMiss] = [
    NearMiss(
      "an international train of a national feed: 30 stops within 90 km, one at 330",
      national(latitude: "54.2")),
    NearMiss(
      "a station with platforms, an entrance, a boarding area and transfers",
      good.adding("location_type", "", "", "", to: "stops.txt")
        .adding("parent_station", "S", to: "stops.txt")
        .appending(
          "S,Station,50.80,4.30,1,", "E,Door,50.80,4.30,2,S", "N,,,,3,S", "Q,,,,4,A",
          to: "stops.txt"
        )
        .replacing(
          "transfers.txt",
          with: """
            from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id,to_trip_id
            S,S,2,120,,
            A,S,0,,,
            ,,5,,T,T

            """)),
    NearMiss(
      "a stop where rides are ordered",
      good.appending("D,Delta,50.80,4.30", to: "stops.txt")
        .replacing("location_groups.txt", with: "location_group_id\nG\n")
        .replacing("location_group_stops.txt", with: "location_group_id,stop_id\nG,D\n")),
    NearMiss("a shape", good.withShape),
    NearMiss(
      "a shape whose points have no distance",
      good.withShape.substituting("2,3.3", "2,", in: "shapes.txt")),
  ]

  private static func national(latitude: String) -> FeedText {
    var stops = ""
    var calls = ""
    for number in 10..<40 {
      stops += "N\(number),North \(number),5\(Double(number) / 20 ),4.30\n"
      calls += "U,\(number):00:00,\(number):00:00,N\(number),\(number)\n"
    }
    return good.appending("R,weekday,U", to: "trips.txt")
      .substituting("1,3", "1,2", in: "routes.txt")
      .replacing("stops.txt", with: good.text(of: "stops.txt") + stops + "Z,Far,\(latitude),4.30\n")
      .replacing(
        times, with: good.text(of: times) + calls + "U,48:00:00,48:00:00,Z,41\n")
  }
}

@Suite struct NearMissTests {
  @Test(arguments: NearMiss.ofText + NearMiss.ofDays + NearMiss.ofTrips + NearMiss.ofPlaces)
  func aFeedThatIsRightBringsNoNotice(feed: NearMiss) throws {
    let network = try Network()
    let source = TextSource(name: "f.zip", bytes: feed.files)
    var summary: ImportSummary?
    let refused = findings { summary = try network.add("f", source) }
    #expect((refused + (summary?.findings ?? [])).map(\.shown) == [])
  }
}
