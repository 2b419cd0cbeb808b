import Foundation
import TestSupport
import Testing

/// Imports that meet another process, a place that cannot be written, or an end by force.
@Suite("imports by the command line", .serialized)
struct ImportTests {
  private let folder: TemporaryFolder
  private var network: String { folder.file("n.sqlite") }

  init() throws {
    folder = try TemporaryFolder()
  }

  /// - Parameter trips: each with 20 calls.
  private func feed(_ name: String, trips: Int = 1) throws -> String {
    try FileManager.default.createDirectory(
      atPath: folder.file(name), withIntermediateDirectories: true)
    for (member, text) in FeedText.minimal.files { try folder.write("\(name)/\(member)", text) }
    let numbers = 0..<trips
    let rows = numbers.map { "R,weekday,\(name)\($0)\n" }.joined()
    let calls = numbers.flatMap { trip in
      (0..<20).map { call in
        let time = "\(10 + call / 6):\(call % 6)0:00"
        return "\(name)\(trip),\(time),\(time),\(["A", "B", "C"][call % 3]),\(call)\n"
      }
    }
    try folder.write("\(name)/trips.txt", "route_id,service_id,trip_id\n" + rows)
    try folder.write(
      "\(name)/stop_times.txt",
      "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n" + calls.joined())
    return folder.file(name)
  }

  private func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: network)) }

  /// What lies in the folder beside the feeds.
  private func databases() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasPrefix("n.sqlite")
    }.sorted()
  }

  @Test("a second import at the same time exits with 74 and names the first")
  func twoAtOnce() throws {
    let feed = try feed("feed")
    #expect(try Program.run("import", feed, "--into", network).status == 0)
    let before = try bytes()
    let first = try Program.start("import", self.feed("slow", trips: 2000), "--into", network)
    // Once the lock names its holder the work has begun; a stopped process keeps its lock.
    let mark = "\(first.processIdentifier)\n"
    while first.isRunning, (try? folder.read("n.sqlite.importing.lock")) != mark { usleep(200) }
    kill(first.processIdentifier, SIGSTOP)
    let second = try Program.run("import", feed, "--into", network)
    let between = try bytes()
    kill(first.processIdentifier, SIGCONT)
    first.waitUntilExit()
    #expect(first.terminationStatus == 0)
    #expect(second.status == 74)
    #expect(
      second.errors.contains("another import (process \(first.processIdentifier)) is writing this"))
    #expect(between == before)
    #expect(try databases() == ["n.sqlite"])
    #expect(try Program.run("feeds", network).output.contains("slow"))
  }

  @Test(
    "notices that cannot be written leave the old database",
    arguments: ["folder", "folder/a.txt/n"])
  func unwritableNotices(name: String) throws {
    let feed = try feed("feed")
    try FileManager.default.createDirectory(
      atPath: folder.file("folder"), withIntermediateDirectories: true)
    try folder.write("folder/a.txt", "a file")
    #expect(try Program.run("import", feed, "--into", network).status == 0)
    let before = try bytes()
    let result = try Program.run(
      "import", feed, "--into", network, "--notices", folder.file(name))
    #expect(result.status == 74)
    #expect(result.errors.contains(name))
    #expect(try bytes() == before)
    #expect(try databases() == ["n.sqlite"])
  }

  @Test("a disk that cannot take the copy leaves the old database")
  func noRoom() throws {
    #expect(try Program.run("import", feed("feed"), "--into", network).status == 0)
    let before = try bytes()
    // 512 KiB for each file that the program writes; ignored, the signal is an error of writing.
    let result = try Program.run(
      through: "trap '' XFSZ; ulimit -f 1024; exec \"$0\" \"$@\"",
      "import", feed("large", trips: 2000), "--into", network)
    #expect(result.status == 74, "\(result.errors)")
    #expect(result.errors.contains("n.sqlite: "))
    #expect(try bytes() == before)
    #expect(try databases() == ["n.sqlite"])
  }

  @Test("an import that is killed at any moment leaves the old database or the new one")
  func killed() throws {
    #expect(try Program.run("import", feed("old"), "--into", network).status == 0)
    let old = try bytes()
    let large = try feed("new", trips: 300)
    let duration = try ContinuousClock().measure { () throws in
      #expect(try Program.run("import", large, "--into", network).status == 0)
    }
    let new = try bytes()
    #expect(old != new)
    for step in 0..<10 {
      try old.write(to: URL(fileURLWithPath: network))
      let process = try Program.start("import", large, "--into", network)
      Thread.sleep(forTimeInterval: duration / .seconds(1) * (Double(step) + 0.5) / 10)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let left = try bytes()
      #expect(left == old || left == new, "after \(step) tenths")
      // The next import clears what is left and is as if nothing had happened.
      try old.write(to: URL(fileURLWithPath: network))
      #expect(try Program.run("import", large, "--into", network).status == 0)
      #expect(try bytes() == new)
      #expect(try databases() == ["n.sqlite"])
    }
  }

  @Test("a feed that is no zip is named together with the faults of the others")
  func severalBadFeeds() throws {
    let bad = try feed("bad")
    try folder.write("bad/stops.txt", "stop_id;stop_name\n")
    try folder.write("other.zip", "no zip")
    let result = try Program.run(
      "import", bad, folder.file("other.zip"), "--into", network, "--notices",
      folder.file("notices.json"))
    #expect(result.status == 65)
    #expect(result.errors.contains("holds another separator"))
    #expect(result.errors.contains("other.zip: error:"))
    let notices = try folder.read("notices.json")
    #expect(notices.contains("wrong_separator"))
    #expect(notices.contains("not_a_zip"))
    #expect(try databases() == [])
  }

  @Test("notices overwrite neither feed nor database")
  func noticesInTheWay() throws {
    let feed = try feed("feed")
    for path in [network, feed + "/stops.txt"] {
      let result = try Program.run("import", feed, "--into", network, "--notices", path)
      #expect(result.status == 64)
    }
    #expect(try folder.read("feed/stops.txt").hasPrefix("stop_id"))
  }

  @Test("terminal commands in the names of a feed are not carried out")
  func hostileNames() throws {
    let feed = try feed("feed")
    try folder.write(
      "feed/agency.txt",
      "agency_id,agency_name,agency_url,agency_timezone\n"
        + "L,Li\u{1B}[31mjn\u{202E},https://example.org,Europe/Brussels\n")
    #expect(try Program.run("import", feed, "--into", network).status == 0)
    let shown = try Program.run("feeds", network).output
    #expect(shown.contains("Li\u{FFFD}[31mjn\u{FFFD}"))
    let named = try Program.run("import", "--prefix", "a\u{1B}b=\(feed)", "--into", network)
    #expect(named.status == 64)
  }
}
