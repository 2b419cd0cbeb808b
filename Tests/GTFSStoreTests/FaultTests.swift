import FeedArchive
import Findings
import Foundation
import GTFSStore
import TestSupport
import Testing

/// The table of rules: a feed with one fault brings one notice, with its place.
@Suite struct FaultTests {
  @Test(arguments: Fault.all)
  func oneFaultBringsOneNoticeWithItsPlace(fault: Fault) throws {
    let network = try Network()
    let source = TextSource(name: "f.zip", bytes: fault.files)
    var summary: ImportSummary?
    let refused = findings { summary = try network.add("f", source) }
    let found = refused + (summary?.findings ?? [])
    #expect(found.map(\.shown) == [fault.notice])
    #expect(found.allSatisfy { !$0.message.isEmpty && $0.remedy?.isEmpty == false })
    // An error leaves nothing behind, another notice the whole feed.
    #expect(try network.names == (refused.isEmpty ? ["network.sqlite"] : []))
    #expect(refused.isEmpty == refused.errors.isEmpty)
    guard refused.isEmpty else { return }
    #expect(
      try network.rows("SELECT code, severity, line, field, value, count FROM feed_notices")
        == found.map { notice in
          let line = notice.line.map { "\($0)" } ?? ""
          return "\(notice.code)|\(notice.severity.rawValue)|\(line)|\(notice.field ?? "")|"
            + "\(notice.value ?? "")|\(notice.count)"
        })
  }

  @Test func everyFaultOfAFeedIsSaidInOneRun() throws {
    let feed = FeedText.minimal
      .substituting("50.83", "95", in: "stops.txt")
      .substituting("08:10:00", "8h10", in: "stop_times.txt")
      .removing("agency.txt")
    let found = findings { try Network().add("f", feed) }
    #expect(
      found.map(\.shown) == [
        "feed error missing_required_file agency.txt",
        "stops.txt:4 error number_out_of_range stop_lat=95",
        "stop_times.txt:3 error invalid_time arrival_time=8h10",
      ])
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
      summary.findings.map(\.shown) == [
        "agency.txt:1 warning missing_required_column agency_url",
        "feed_info.txt:2 warning missing_required_value feed_publisher_url=",
        "feed_info.txt:2 warning invalid_date feed_start_date=soon",
      ])
    #expect(try network.rows("SELECT * FROM feed_info") == ["f|P||nl||||||"])
  }

  /// A file that is read at once has a limit; what is endless ends there.
  @Test func zonesWithoutEndAreRefused() throws {
    struct Endless: FeedSource {
      let texts = TextSource(name: "f.zip", files: FeedText.minimal.files)
      var name: String { texts.name }
      var members: [String] { texts.members + ["locations.geojson"] }

      func open(
        _ member: String
      ) throws(Failure) -> (UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
        if member != "locations.geojson" { return try texts.open(member) }
        return { buffer in
          buffer.initializeMemory(as: UInt8.self, repeating: UInt8(ascii: " "))
          return buffer.count
        }
      }
    }
    let found = findings { try Network().add("f", Endless()) }
    #expect(found.map(\.shown) == ["locations.geojson error file_too_large"])
  }
}
