import FeedArchive
import Findings
import Foundation
import TestSupport
import Testing

@Suite struct FolderTests {
  private let folder: TemporaryFolder
  private let outside: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder(["stops.txt": "stops"])
    outside = try TemporaryFolder(["secret.txt": "secret"])
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.file(name), withDestinationPath: target)
  }

  private func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.file(name), withIntermediateDirectories: true)
  }

  @Test func filesAreListedOneFolderDown() throws {
    try makeFolder("gtfs/deeper")
    try makeFolder(".git")
    for name in ["gtfs/trips.txt", "gtfs/deeper/x.txt", ".git/config"] {
      try folder.write(name, name)
    }
    let source = try FolderSource(folder.path)
    #expect(source.members == ["gtfs/trips.txt", "stops.txt"])
    #expect(try source.text("gtfs/trips.txt") == "gtfs/trips.txt")
  }

  @Test func aLinkInsideTheFolderIsFollowed() throws {
    try makeFolder("gtfs")
    try link("a.txt", to: "stops.txt")
    try link("b.txt", to: folder.file("stops.txt"))
    try link("gtfs/c.txt", to: "../stops.txt")
    let source = try FolderSource(folder.path)
    for name in ["a.txt", "b.txt", "gtfs/c.txt"] { #expect(try source.text(name) == "stops") }
  }

  @Test func aLinkOutOfTheFolderIsRefusedAlone() throws {
    try link("a.txt", to: outside.file("secret.txt"))
    try link("b.txt", to: "a.txt")
    // Its name begins as the folder's does.
    let twin = folder.path + "-twin"
    try "secret".write(toFile: twin, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: twin) }
    try link("c.txt", to: twin)
    let source = try FolderSource(folder.path)
    for name in ["a.txt", "b.txt", "c.txt"] {
      let found = findings { _ = try source.read(name) }
      #expect(found.map(\.code) == ["unsafe_path"])
      #expect(found.first?.file == folder.file(name))
    }
    #expect(try source.text("stops.txt") == "stops")
  }

  @Test func aLinkToAFolderIsNotEntered() throws {
    try link("gtfs", to: outside.path)
    try link("self", to: ".")
    let source = try FolderSource(folder.path)
    #expect(source.members == ["gtfs", "self", "stops.txt"])
    #expect(codes { _ = try source.read("gtfs") } == ["unsafe_path"])
    #expect(!codes { _ = try source.read("self") }.isEmpty)
  }

  @Test func aFolderReachedThroughALinkIsReadLikeAnother() throws {
    try outside.write("x", "")
    let path = outside.file("feed")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder.path)
    #expect(try FeedPath.open(path).text("stops.txt") == "stops")
  }

  @Test(.timeLimit(.minutes(1))) func aPipeIsNotOpened() throws {
    try #require(mkfifo(folder.file("stop_times.txt"), 0o600) == 0)
    try link("trips.txt", to: "stop_times.txt")
    let source = try FolderSource(folder.path)
    #expect(codes { _ = try source.read("stop_times.txt") } == ["special_file"])
    #expect(codes { _ = try source.read("trips.txt") } == ["special_file"])
  }

  @Test(.timeLimit(.minutes(1))) func aZipThatIsAPipeOrDeviceIsNotOpened() throws {
    try #require(mkfifo(folder.file("feed.zip"), 0o600) == 0)
    #expect(codes { _ = try FeedPath.open(folder.file("feed.zip")) } == ["special_file"])
    #expect(codes { _ = try FeedPath.open("/dev/null") } == ["special_file"])
    #expect(codes { _ = try ZipSource(folder.path) } == ["special_file"])
  }

  @Test(arguments: ["none.txt", "../stops.txt", "dangling.txt"])
  func whatIsNotThereIsMissing(name: String) throws {
    try link("dangling.txt", to: "nowhere.txt")
    let source = try FolderSource(folder.path)
    let failure = #expect(throws: Failure.self) { _ = try source.read(name) }
    #expect(failure?.exitCode == 66)
  }

  @Test func moreFilesThanTheLimitAreRefused() throws {
    try makeFolder("gtfs")
    try folder.write("gtfs/trips.txt", "")
    var limits = ArchiveLimits()
    limits.members = 2
    #expect(try FolderSource(folder.path, limits: limits).members.count == 2)
    limits.members = 1
    #expect(
      codes { _ = try FolderSource(folder.path, limits: limits) } == ["too_many_members"])
  }
}
