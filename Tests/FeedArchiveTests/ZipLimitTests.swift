import FeedArchive
import Findings
import Foundation
import TestSupport
import Testing

/// Zips that inflate to more than anybody wants.
@Suite struct ZipLimitTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func zeros(_ name: String, _ count: Int) -> Member {
    Member(name: name, bytes: [UInt8](repeating: 0, count: count))
  }

  @Test func aMemberMayInflateToTheLimitAndNoFurther() throws {
    let path = try folder.zip([zeros("a", 100_000), zeros("b", 100_001)])
    var limits = ArchiveLimits()
    limits.memberBytes = 100_000
    let zip = try ZipSource(path, limits: limits)
    #expect(try zip.read("a").count == 100_000)
    let found = findings { _ = try zip.read("b") }
    #expect(found.map(\.code) == ["member_too_large"])
    #expect(found.first?.file == path + "/b")
    // One bad member does not hold up the others.
    #expect(try zip.read("a").count == 100_000)
  }

  @Test func allMembersTogetherMayInflateToTheLimitAndNoFurther() throws {
    var limits = ArchiveLimits()
    limits.archiveBytes = 250_000
    let zip = try ZipSource(
      folder.zip(["a", "b", "c"].map { zeros($0, 100_000) }), limits: limits)
    #expect(try zip.read("a").count + zip.read("b").count == 200_000)
    #expect(codes { _ = try zip.read("c") } == ["archive_too_large"])
  }

  /// 70 MiB of zeros are some 70 kB: a thousandth.
  @Test func aBombIsRefusedByTheLimitsThatApplyToEverybody() throws {
    let path = try folder.zip([zeros("stop_times.txt", 70 << 20)])
    let found = findings { _ = try ZipSource(path).read("stop_times.txt") }
    #expect(found.map(\.code) == ["zip_bomb"])
    #expect(found.first?.remedy != nil)
  }

  @Test func aSmallMemberMayInflateHoweverMuch() throws {
    let zip = try ZipSource(folder.zip([zeros("a", 10 << 20)]))
    #expect(try zip.read("a").count == 10 << 20)
  }

  @Test func noMoreThanTheLimitIsHandedOut() throws {
    var limits = ArchiveLimits()
    limits.ratioFreeBytes = 300_000
    let read = try ZipSource(folder.zip([zeros("a", 1 << 20)]), limits: limits).open("a")
    var piece = [UInt8](repeating: 0, count: 4096)
    var total = 0
    #expect(
      codes { while true { total += try piece.withUnsafeMutableBytes { try read($0) } } }
        == ["zip_bomb"])
    #expect((300_000 - 4096...300_000).contains(total))
  }

  /// The directory says 4 bytes; the stream has 100,000.
  @Test func whatTheZipSaysOfItsSizesIsNotReliedOn() throws {
    let path = try folder.zip([zeros("a", 100_000)])
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    let size = Data([0xA0, 0x86, 1, 0])
    while let place = data.range(of: size) { data.replaceSubrange(place, with: [4, 0, 0, 0]) }
    var limits = ArchiveLimits()
    limits.memberBytes = 50_000
    let zip = try ZipSource(folder.write("lies.zip", data), limits: limits)
    #expect(!codes { _ = try zip.read("a") }.isEmpty)
  }

  @Test func aThousandMembersAreReadAndNotOneMore() throws {
    let names = (0...1000).map { (name: "\($0).txt", text: "") }
    let most = try folder.write("most.zip", StoredZip.data(Array(names.dropLast())))
    #expect(try ZipSource(most).members.count == 1000)
    let more = try folder.write("more.zip", StoredZip.data(names))
    #expect(codes { _ = try ZipSource(more) } == ["too_many_members"])
  }

  @Test func aDirectoryThatIsLargeForItsMembersIsNotHeld() throws {
    let path = try folder.write("feed.zip", StoredZip.data([(name: "a.txt", text: "x")]))
    var limits = ArchiveLimits()
    limits.directoryBytes = 50
    #expect(codes { _ = try ZipSource(path, limits: limits) } == ["too_many_members"])
    limits.directoryBytes = 51
    #expect(try ZipSource(path, limits: limits).members == ["a.txt"])
  }
}
