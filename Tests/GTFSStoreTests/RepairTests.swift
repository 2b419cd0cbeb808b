import FeedArchive
import Findings
import GTFSStore
import TestSupport
import Testing

/// A feed that `--repair` mends.
struct Repair: Sendable, CustomTestStringConvertible {
  var what: String
  var files: [String: [UInt8]]
  /// As `Finding.shown` writes it where the feed is refused.
  var refusal: String
  /// The same feed without the fault.
  var clean: FeedText

  init(_ what: String, _ feed: FeedText, _ refusal: String, clean: FeedText = .minimal) {
    self.what = what
    files = feed.bytes
    self.refusal = refusal
    self.clean = clean
  }

  var testDescription: String { what }

  private static let good = FeedText.minimal
  private static let folder = FeedText(good.files.map { ("gtfs/" + $0.name, $0.text) })
  private static let capitals = FeedText(good.files.map { ($0.name.uppercased(), $0.text) })

  static let all: [Repair] = [
    Repair(
      "dates with hyphens",
      good.substituting("20191231", "2019-12-31", in: "calendar.txt"),
      "calendar.txt:2 error iso_date end_date=2019-12-31"),
    Repair(
      "spaces around a coordinate", good.substituting("50.81", " 50.81", in: "stops.txt"),
      "stops.txt:3 error number_with_spaces stop_lat= 50.81"),
    Repair(
      "spaces around a time", good.substituting("08:10:00", "08:10:00 ", in: "stop_times.txt"),
      "stop_times.txt:3 error number_with_spaces arrival_time=08:10:00 "),
    Repair(
      "spaces around a date and a weekday",
      good.substituting("weekday,1", "weekday, 1", in: "calendar.txt"),
      "calendar.txt:2 error number_with_spaces monday= 1"),
    Repair("names in capitals", capitals, "feed error file_name_case =AGENCY.TXT ×6"),
    Repair("a folder in the zip", folder, "feed error nested_folder =gtfs/agency.txt ×6"),
    latin1,
    Repair(
      "a trip twice", good.appending("R,weekday,T", to: "trips.txt"),
      "trips.txt:3 error duplicated_row trip_id=T"),
    Repair(
      "a call twice", good.appending("T,08:10:00,08:11:00,B,2", to: "stop_times.txt"),
      "stop_times.txt:5 error duplicated_row stop_sequence=2"),
  ]

  /// The euro sign is 0x80 in Windows-1252, and è 0xE8 there and in Latin-1.
  private static var latin1: Repair {
    var repair = Repair(
      "Windows-1252", good, "stops.txt:3 error invalid_utf8 stop_name=Li\u{FFFD}ge \u{FFFD}",
      clean: good.substituting("Beta", "Liège €", in: "stops.txt"))
    let text = good.substituting("Beta", "Li#ge @", in: "stops.txt").text(of: "stops.txt")
    repair.files["stops.txt"] = text.utf8.map {
      $0 == UInt8(ascii: "#") ? 0xE8 : $0 == UInt8(ascii: "@") ? 0x80 : $0
    }
    return repair
  }
}

@Suite struct RepairTests {
  @Test(arguments: Repair.all)
  func whatCanBeMendedIsRefusedOrMendedToTheSameRows(repair: Repair) throws {
    let source = TextSource(name: "f.zip", bytes: repair.files)
    let network = try Network()
    let found = findings { try network.add("f", source) }
    #expect(found.map(\.shown) == [repair.refusal])
    #expect(found.allSatisfy { $0.remedy?.contains("--repair") == true })
    #expect(try network.names.isEmpty)

    let summary = try network.add("f", source, repairs: true)
    #expect(summary.findings.map(\.code) == found.map(\.code))
    #expect(summary.findings.map(\.severity) == [.warning])
    #expect(summary.findings.map(\.remedy) == ["mended"])
    #expect(summary.findings.map(\.count) == found.map(\.count))
    let clean = try Network(repair.clean)
    for file in FeedText.minimal.files {
      let all = "SELECT * FROM \(file.name.dropLast(4))"
      #expect(try network.rows(all) == clean.rows(all), "\(file.name)")
    }
  }

  @Test func everyRuleThatSaysSoIsMended() {
    let codes = Set(Repair.all.compactMap { $0.refusal.split(separator: " ").dropFirst(2).first })
    #expect(Set(codes.map(String.init)) == Set(Rule.all.filter(\.isRepairable).map(\.code)))
  }

  @Test func severalFaultsAreMendedTogether() throws {
    let feed = FeedText.minimal
      .substituting("20191001,20191231", "2019-10-01,2019-12-31", in: "calendar.txt")
      .substituting("50.81,4.30", " 50.81, 4.30", in: "stops.txt")
    let network = try Network()
    let summary = try network.add("f", feed, repairs: true)
    #expect(
      summary.findings.map(\.shown) == [
        "stops.txt:3 warning number_with_spaces stop_lat= 50.81",
        "stops.txt:3 warning number_with_spaces stop_lon= 4.30",
        "calendar.txt:2 warning iso_date start_date=2019-10-01",
        "calendar.txt:2 warning iso_date end_date=2019-12-31",
      ])
    let clean = try Network(.minimal)
    for view in ["stops", "calendar"] {
      #expect(try network.rows("SELECT * FROM \(view)") == clean.rows("SELECT * FROM \(view)"))
    }
  }

  /// What cannot be mended is refused all the same.
  @Test func anotherErrorRefusesInSpiteOfRepairs() throws {
    let feed = FeedText.minimal
      .substituting("50.81", " 50.81", in: "stops.txt")
      .substituting("50.83", "95", in: "stops.txt")
    let network = try Network()
    let found = findings { try network.add("f", feed, repairs: true) }
    #expect(
      found.map(\.shown) == [
        "stops.txt:3 warning number_with_spaces stop_lat= 50.81",
        "stops.txt:4 error number_out_of_range stop_lat=95",
      ])
    #expect(try network.names.isEmpty)
  }
}
