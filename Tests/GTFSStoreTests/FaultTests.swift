import FeedArchive
import Findings
import Foundation
import GTFSStore
import TestSupport
import Testing

/// A feed with one fault, and the one error it must bring.
struct Fault: Sendable, CustomTestStringConvertible {
  var what: String
  var feed: FeedText
  var code: String
  var file: String?
  var line: Int?
  var field: String?

  init(
    _ what: String, _ feed: FeedText, _ code: String, _ file: String? = nil, _ line: Int? = nil,
    _ field: String? = nil
  ) {
    self.what = what
    self.feed = feed
    self.code = code
    self.file = file.map { "f.zip/" + $0 }
    self.line = line
    self.field = field
  }

  var testDescription: String { what }

  private static let good = FeedText.minimal
  private static let times = "stop_times.txt"

  static let files: [Fault] =
    ["agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt"].flatMap { file in
      [
        Fault("no \(file)", good.removing(file), "missing_required_file", nil, nil, file),
        Fault("an empty \(file)", good.replacing(file, with: "\n"), "empty_file", file),
      ]
    } + [
      Fault("no calendar", good.removing("calendar.txt"), "missing_calendar"),
      Fault(
        "a missing column", good.substituting("stop_sequence", "stop_sequenc", in: times),
        "missing_required_column", times, 1, "stop_sequence"),
      Fault(
        "a column without which ids are unknown",
        good.substituting("stop_id", "stop", in: "stops.txt"),
        "missing_required_column", "stops.txt", 1, "stop_id"),
      Fault(
        "a column twice", good.substituting("stop_name", "stop_lat", in: "stops.txt"),
        "duplicated_column", "stops.txt", 1, "stop_lat"),
      Fault(
        "a row that is too short", good.appending("T,08:30:00", to: times), "missing_cells", times,
        5),
      Fault(
        "text after a quote", good.appending("R2,L,\"a\"b,3", to: "routes.txt"), "stray_quote",
        "routes.txt", 3),
      Fault(
        "an unclosed quote", good.appending("R2,L,\"a,3", to: "routes.txt"), "unclosed_quote",
        "routes.txt", 3),
      Fault(
        "a zero byte", good.substituting("Beta", "Be\0ta", in: "stops.txt"), "invalid_utf8",
        "stops.txt", 3, "stop_name"),
    ]

  static let rows: [Fault] = [
    Fault(
      "an unknown stop", good.substituting(",B,2", ",X,2", in: times), "foreign_key_violation",
      times, 3, "stop_id"),
    Fault(
      "an unknown trip", good.appending("X,09:00:00,09:00:00,A,1", to: times),
      "foreign_key_violation", times, 5, "trip_id"),
    Fault(
      "an unknown route", good.appending("X,weekday,U", to: "trips.txt"), "foreign_key_violation",
      "trips.txt", 3, "route_id"),
    Fault(
      "an unknown service", good.appending("R,sunday,U", to: "trips.txt"), "foreign_key_violation",
      "trips.txt", 3, "service_id"),
    Fault(
      "an unknown agency", good.appending("R2,X,2,3", to: "routes.txt"), "foreign_key_violation",
      "routes.txt", 3, "agency_id"),
    Fault(
      "an unknown parent",
      good.substituting("stop_lon", "stop_lon,parent_station", in: "stops.txt")
        .substituting("4.30", "4.30,X", in: "stops.txt"),
      "foreign_key_violation", "stops.txt", 2, "parent_station"),
    Fault(
      "a duplicate trip", good.appending("R,weekday,T", to: "trips.txt"), "duplicate_key",
      "trips.txt", 3, "trip_id"),
    Fault(
      "a duplicate call", good.appending("T,08:20:00,08:20:00,C,3", to: times), "duplicate_key",
      times, 5, "trip_id"),
    Fault(
      "two agencies without ids",
      good.replacing(
        "agency.txt",
        with: """
          agency_name,agency_url,agency_timezone
          L,https://example.org,Europe/Brussels
          M,https://example.org,Europe/Brussels

          """
      ).replacing("routes.txt", with: "route_id,route_short_name,route_type\nR,1,3\n"),
      "duplicate_key", "agency.txt", 3, "agency_id"),
    Fault(
      "an empty id", good.appending(",Delta,50.8,4.3", to: "stops.txt"), "missing_required_value",
      "stops.txt", 5, "stop_id"),
  ]

  static let values: [Fault] = [
    Fault(
      "an arrival before the departure before",
      good.substituting("08:20:00,08:20:00", "08:10:30,08:20:00", in: times), "decreasing_time",
      times, 4, "arrival_time"),
    Fault(
      "a departure before its arrival",
      good.substituting("08:10:00,08:11:00", "08:10:00,08:09:00", in: times), "decreasing_time",
      times, 3, "departure_time"),
    Fault(
      "a time that goes back in scattered rows",
      good.replacing(
        times,
        with: """
          trip_id,arrival_time,departure_time,stop_id,stop_sequence
          T,08:20:00,08:20:00,C,3
          T,08:30:00,08:30:00,B,2
          T,08:00:00,08:00:00,A,1

          """), "decreasing_time", times, nil, "arrival_time"),
    Fault(
      "no first time", good.substituting("08:00:00,08:00:00", ",", in: times), "missing_trip_edge",
      times, 2, "arrival_time"),
    Fault(
      "no last time", good.substituting("08:20:00,08:20:00", ",", in: times), "missing_trip_edge",
      times, 4, "arrival_time"),
    Fault(
      "a bad time", good.substituting("08:10:00", "08:61:00", in: times), "invalid_time", times, 3,
      "arrival_time"),
    Fault(
      "a bad date", good.substituting("20191231", "20190229", in: "calendar.txt"), "invalid_date",
      "calendar.txt", 2, "end_date"),
    Fault(
      "a bad number",
      good.substituting("50.81", "50,81", in: "stops.txt").substituting(
        "50,81", "50°81", in: "stops.txt"), "invalid_number", "stops.txt", 3, "stop_lat"),
    Fault(
      "a latitude of 95", good.substituting("50.83", "95", in: "stops.txt"), "number_out_of_range",
      "stops.txt", 4, "stop_lat"),
    Fault(
      "a longitude of 181", good.substituting("50.83,4.30", "50.83,181", in: "stops.txt"),
      "number_out_of_range", "stops.txt", 4, "stop_lon"),
    Fault(
      "a whole number that is none", good.substituting(",B,2", ",B,2.5", in: times),
      "invalid_integer", times, 3, "stop_sequence"),
    Fault(
      "a weekday of 2", good.substituting("1,1,0,0", "1,1,0,2", in: "calendar.txt"),
      "number_out_of_range", "calendar.txt", 2, "sunday"),
    Fault(
      "a route type below 0", good.substituting("1,3", "1,-1", in: "routes.txt"),
      "number_out_of_range", "routes.txt", 2, "route_type"),
  ]
}

@Suite struct FaultTests {
  @Test(arguments: Fault.files + Fault.rows + Fault.values)
  func oneFaultBringsOneErrorWithItsPlace(fault: Fault) throws {
    let network = try Network()
    let found = findings { try network.add("f", fault.feed) }.errors
    #expect(found.count == 1, "\(found)")
    let error = try #require(found.first)
    #expect(error.code == fault.code)
    #expect(error.file == fault.file ?? "f.zip")
    #expect(error.line == fault.line)
    #expect(error.field == fault.field)
    #expect(error.count == 1)
    #expect(try network.names.isEmpty)
  }

  @Test func textThatIsNotUTF8IsNamed() throws {
    var bytes: [String: [UInt8]] = [:]
    for (name, text) in FeedText.minimal.files { bytes[name] = Array(text.utf8) }
    // "Liège" in Latin-1.
    bytes["stops.txt"]?.append(
      contentsOf: Array("D,Li".utf8) + [0xE8] + Array("ge,50.6,5.5\n".utf8))
    let source = TextSource(name: "f.zip", bytes: bytes)
    let found = findings { try Network().add("f", source) }.errors
    #expect(found.map(\.code) == ["invalid_utf8"])
    #expect(found.first?.line == 5)
    bytes["stops.txt"] = [0xFF, 0xFE] + bytes["agency.txt", default: []]
    let utf16 = TextSource(name: "f.zip", bytes: bytes)
    #expect(findings { try Network().add("f", utf16) }.map(\.code) == ["utf16_file"])
  }

  @Test func everyFaultOfAFeedIsSaidInOneRun() throws {
    let feed = FeedText.minimal
      .substituting("50.83", "95", in: "stops.txt")
      .substituting("08:10:00", "8h10", in: "stop_times.txt")
      .removing("agency.txt")
    let found = findings { try Network().add("f", feed) }.errors
    #expect(
      Set(found.map(\.code)) == ["missing_required_file", "number_out_of_range", "invalid_time"])
  }

  @Test func theSameFaultInManyRowsIsOneFindingWithACount() throws {
    let feed = FeedText.minimal.substituting("4.30", "x", in: "stops.txt")
    let found = findings { try Network().add("f", feed) }
    #expect(found.map(\.code) == ["invalid_number"])
    #expect(found.first?.count == 3)
    #expect(found.first?.line == 2)
    #expect(found.first?.value == "x")
  }

  @Test func isoDatesAndSpacesAroundNumbersAreRefusedOrMended() throws {
    let feed = FeedText.minimal
      .substituting("20191001,20191231", "2019-10-01,2019-12-31", in: "calendar.txt")
      .substituting("50.81,4.30", " 50.81, 4.30", in: "stops.txt")
    let network = try Network()
    let found = findings { try network.add("f", feed) }
    #expect(
      found.map { "\($0.severity) \($0.code) \($0.field ?? "") \($0.line ?? 0)" } == [
        "error number_with_spaces stop_lat 3", "error number_with_spaces stop_lon 3",
        "error iso_date start_date 2", "error iso_date end_date 2",
      ])
    #expect(found.allSatisfy { $0.remedy?.contains("--repair") == true })
    #expect(try network.names.isEmpty)

    let summary = try network.add("f", feed, repairs: true)
    #expect(summary.findings.map(\.code) == found.map(\.code))
    #expect(summary.findings.allSatisfy { $0.severity == .warning })
    let plain = try Network(.minimal)
    for view in ["stops", "calendar"] {
      #expect(try network.rows("SELECT * FROM \(view)") == plain.rows("SELECT * FROM \(view)"))
    }
  }

  @Test func aWarningRefusesWhereItIsAskedTo() throws {
    let network = try Network()
    let feed = FeedText.minimal.substituting("A,Alpha", "A ,Alpha", in: "stops.txt")
    let source = FeedToImport(name: "f", source: TextSource(name: "f", files: feed.files))
    let found = findings {
      _ = try NetworkImport.run([source], into: network.path, failOn: .warning)
    }
    #expect(found.map(\.code) == ["surrounding_spaces"])
    #expect(try network.names.isEmpty)
  }

  /// Routing needs no link to a site, no colour and no shape; an analyst needs the feed.
  @Test func aFaultThatRoutingDoesNotRelyOnIsAWarning() throws {
    let feed = FeedText.minimal
      .replacing(
        "agency.txt", with: "agency_id,agency_name,agency_timezone\nL,Lines,Europe/Brussels\n"
      )
      .replacing(
        "feed_info.txt",
        with: "feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date\nP,,nl,soon\n")
    let network = try Network()
    let summary = try network.add("f", feed)
    #expect(
      summary.findings.map { "\($0.severity) \($0.code) \($0.field ?? "")" } == [
        "warning missing_required_column agency_url",
        "warning missing_required_value feed_publisher_url", "warning invalid_date feed_start_date",
      ])
    #expect(try network.rows("SELECT * FROM feed_info") == ["f|P||nl||||||"])
  }
}
