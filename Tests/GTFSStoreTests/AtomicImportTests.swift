import FeedArchive
import Findings
import Foundation
import GRDB
import GTFSStore
import TestSupport
import Testing

@Suite struct AtomicImportTests {
  /// A bad row, a bad file, bytes that end in the middle, and a reader that fails.
  private static let bad: [FeedText] = [
    .minimal.substituting("08:10:00", "x", in: "stop_times.txt"),
    .minimal.removing("stops.txt"),
    .minimal.appending("T,\"08:30:00", to: "stop_times.txt"),
    .minimal.replacing("agency.txt", with: String(repeating: "a", count: 2 << 20)),
  ]

  private func bytes(_ network: Network) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: network.path))
  }

  @Test(arguments: bad) func aFailedImportLeavesTheOldDatabaseByteForByte(feed: FeedText) throws {
    let network = try Network(.minimal)
    let before = try bytes(network)
    #expect(!findings { try network.add("f", feed) }.isEmpty)
    #expect(try bytes(network) == before)
    #expect(try network.names == ["network.sqlite"])
  }

  @Test(arguments: bad) func aFailedFirstImportLeavesNothing(feed: FeedText) throws {
    let network = try Network()
    #expect(!findings { try network.add("f", feed) }.isEmpty)
    #expect(try network.names.isEmpty)
  }

  @Test func oneBadFeedOfTwoKeepsBothOut() throws {
    let network = try Network(.minimal)
    let before = try bytes(network)
    let feeds = [FeedText.minimal, Self.bad[0]].enumerated().map {
      FeedToImport(name: "n\($0)", source: TextSource(name: "n\($0)", files: $1.files))
    }
    #expect(!findings { _ = try NetworkImport.run(feeds, into: network.path) }.isEmpty)
    #expect(try bytes(network) == before)
  }

  @Test func aReaderThatFailsInTheMiddleChangesNothing() throws {
    let network = try Network(.minimal)
    let before = try bytes(network)
    let failure = #expect(throws: Failure.self) { try network.add("f", FailingSource()) }
    #expect(failure?.exitCode == 74)
    #expect(try bytes(network) == before)
    #expect(try network.names == ["network.sqlite"])
  }

  @Test func aReaderOfTheOldDatabaseKeepsReadingIt() throws {
    let network = try Network(.minimal)
    let old = try NetworkDatabase(network.path)
    try network.add(
      "f", .minimal.substituting("R,weekday,T", "R,weekday,T\nR,weekday,U", in: "trips.txt"))
    #expect(try old.feeds().map(\.tripCount) == [1])
    #expect(try NetworkDatabase(network.path).feeds().map(\.tripCount) == [2])
  }

  @Test func whatCannotBeSaidOfAnImportStopsIt() throws {
    let network = try Network(.minimal)
    let before = try bytes(network)
    let source = TextSource(name: "g.zip", files: FeedText.minimal.files)
    let failure = #expect(throws: Failure.self) {
      _ = try NetworkImport.run(
        [FeedToImport(name: "g", source: source)], into: network.path,
        willReplace: { summary in
          #expect(summary.feeds.map(\.name) == ["g"])
          throw Failure.inputOutput(path: "notices.json", reason: "the disk is full")
        })
    }
    #expect(failure?.description == "notices.json: the disk is full")
    #expect(try bytes(network) == before)
    #expect(try network.names == ["network.sqlite"])
  }

  @Test func theSameImportMakesTheSameBytes() throws {
    let networks = try (Network(.minimal), Network(.minimal))
    #expect(try bytes(networks.0) == bytes(networks.1))
    try networks.0.add("f", .minimal)
    try networks.1.add("f", .minimal)
    #expect(try bytes(networks.0) == bytes(networks.1))
  }

  @Test func whatIsNoNetworkIsNotTouched() throws {
    let network = try Network()
    try network.folder.write("network.sqlite", "dear diary")
    #expect(findings { try network.add("f", .minimal) }.map(\.code) == ["not_a_network"])
    #expect(try network.folder.read("network.sqlite") == "dear diary")

    let other = try Network()
    let queue = try DatabaseQueue(path: other.path)
    try queue.write { try $0.execute(sql: "CREATE TABLE feeds (a)") }
    try queue.close()
    let before = try bytes(other)
    #expect(findings { try other.add("f", .minimal) }.map(\.code) == ["not_a_network"])
    #expect(try bytes(other) == before)
    #expect(try other.names == ["network.sqlite"])
  }

  @Test func aNetworkOfAnotherVersionIsRefused() throws {
    let network = try Network(.minimal)
    let queue = try DatabaseQueue(path: network.path)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    #expect(findings { try network.add("f", .minimal) }.map(\.code) == ["wrong_network_version"])
    #expect(
      findings { _ = try NetworkDatabase(network.path) }.map(\.code) == ["wrong_network_version"])
  }

  @Test func aNetworkThatIsNotThereIsMissingInput() throws {
    let network = try Network()
    let failure = #expect(throws: Failure.self) { _ = try NetworkDatabase(network.path) }
    #expect(failure?.exitCode == 66)
    #expect(try network.names.isEmpty)
  }
}

/// A feed whose stop_times.txt breaks off with a read error after its first bytes.
private struct FailingSource: FeedSource {
  let name = "f.zip"
  private let text = TextSource(name: "f.zip", files: FeedText.minimal.files)
  var members: [String] { text.members }

  func open(
    _ member: String
  ) throws(Failure) -> (UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    let read = try text.open(member)
    guard member == "stop_times.txt" else { return read }
    var calls = 0
    return { (buffer) throws(Failure) in
      calls += 1
      if calls > 1 { throw .inputOutput(path: "f.zip/stop_times.txt", reason: "gone") }
      return try read(UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(90)))
    }
  }
}
