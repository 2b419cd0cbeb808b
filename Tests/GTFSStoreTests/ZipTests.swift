import FeedArchive
import Findings
import Foundation
import GTFSStore
import TestSupport
import Testing

@Suite struct ZipTests {
  private let network: Network

  init() throws {
    network = try Network()
  }

  private func write(_ data: Data, _ name: String = "feed.zip") throws -> String {
    try data.write(to: URL(fileURLWithPath: network.folder.file(name)))
    return network.folder.file(name)
  }

  @discardableResult
  private func add(_ path: String, repairs: Bool = false) throws -> ImportSummary {
    try network.add("f", FeedPath.open(path), repairs: repairs)
  }

  private let line = ["T: A 8:00:00, B 8:10:00-8:11:00, C 8:20:00"]

  @Test func aZipIsReadAsItsFiles() throws {
    let path = try write(StoredZip.data(FeedText.minimal.files))
    #expect(try add(path).findings.isEmpty)
    #expect(try network.load("2019-10-29").timetable.lines == line)
    // The database keeps the file's name, not its folder.
    #expect(try NetworkDatabase(network.path).feeds().map(\.source) == ["feed.zip"])
  }

  @Test func aFolderIsReadAsItsFiles() throws {
    let folder = try TemporaryFolder()
    for (name, text) in FeedText.minimal.files { try folder.write(name, text) }
    #expect(try add(folder.path).findings.isEmpty)
    #expect(try network.load("2019-10-29").timetable.lines == line)
  }

  @Test func aPathThatIsNotThereIsMissingInput() throws {
    let failure = #expect(throws: Failure.self) { try add(network.folder.file("none.zip")) }
    #expect(failure?.exitCode == 66)
  }

  @Test(arguments: ["", "PK", "<html>404</html>"]) func whatIsNoZipIsSaidSo(text: String) throws {
    let path = try write(Data(text.utf8))
    let found = findings { try add(path) }
    #expect(found.map(\.code) == ["not_a_zip"])
    #expect(found.first?.file == path)
  }

  @Test(arguments: [40, 500, 900]) func aZipThatIsCutShortIsDamaged(bytes: Int) throws {
    let path = try write(StoredZip.data(FeedText.minimal.files).prefix(bytes))
    let found = findings { try add(path) }
    #expect(found.map(\.code) == ["damaged_zip"])
    #expect(found.first?.file == path)
  }

  @Test func aMemberWhoseBytesHaveChangedIsDamaged() throws {
    var data = StoredZip.data(FeedText.minimal.files)
    let place = try #require(data.range(of: Data("Gamma".utf8)))
    data.replaceSubrange(place, with: Data("Gemma".utf8))
    let path = try write(data)
    let found = findings { try add(path) }
    #expect(found.map(\.code) == ["damaged_member"])
    #expect(found.first?.file == path + "/stops.txt")
    #expect(try network.names == ["feed.zip"])
  }

  @Test(arguments: ["../x", "a/../../x", "/etc/x", "..\\x", "a/..", ".."])
  func aMemberThatLeavesTheFolderIsRefused(name: String) throws {
    let path = try write(StoredZip.data(FeedText.minimal.files + [(name, "x")]))
    let found = findings { try add(path) }
    #expect(found.map(\.code) == ["unsafe_path"])
    #expect(found.first?.value == name)
    #expect(try network.names == ["feed.zip"])
  }

  @Test func aMemberThatIsThereTwiceIsRefused() throws {
    let path = try write(StoredZip.data(FeedText.minimal.files + [("stops.txt", "x")]))
    #expect(findings { try add(path) }.map(\.code) == ["duplicated_member"])
  }

  @Test func aNestedFolderIsRefusedOrMended() throws {
    let files = FeedText.minimal.files.map { (name: "gtfs/" + $0.name, text: $0.text) }
    let extras = [(name: "gtfs/", text: ""), (name: "__MACOSX/gtfs/._stops.txt", text: "x")]
    let path = try write(StoredZip.data(extras + files))
    let found = findings { try add(path) }
    #expect(found.map(\.code) == ["nested_folder"])
    // Agency, calendar, routes, stop_times, stops and trips.
    #expect(found.first?.count == 6)
    #expect(found.first?.value == "gtfs/agency.txt")

    let summary = try add(path, repairs: true)
    #expect(summary.findings.map(\.severity) == [.warning])
    #expect(try network.load("2019-10-29").timetable.lines == line)
  }

  @Test func aFolderInAFolderIsRefusedOrMended() throws {
    let outer = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: outer.file("gtfs"), withIntermediateDirectories: true)
    for (name, text) in FeedText.minimal.files { try outer.write("gtfs/" + name, text) }
    #expect(findings { try add(outer.path) }.map(\.code) == ["nested_folder"])
    let summary = try add(outer.path, repairs: true)
    #expect(summary.findings.map(\.severity) == [.warning])
    #expect(try network.load("2019-10-29").timetable.lines == line)
  }

  @Test func aCopyInAFolderDoesNotStandInForAFileInItsPlace() throws {
    let path = try write(
      StoredZip.data([(name: "backup/stops.txt", text: "x\n")] + FeedText.minimal.files))
    let summary = try add(path)
    #expect(summary.findings.map(\.code) == ["unknown_file"])
    #expect(summary.findings.map(\.severity) == [.info])
    #expect(try network.load("2019-10-29").timetable.lines == line)
  }
}
