import Foundation
import TestSupport
import Testing

/// `antenne serve` as a process, and what it asks of `antenne run`. What it answers is tested with
/// the server's own tests.
@Suite("antenne serve", .serialized)
struct ServeTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(
    "a signal ends the server with exit code 0", arguments: ["TERM", "INT"])
  func signals(name: String) throws {
    let script = """
      trap "" INT
      "$0" serve "$1" --port 0 > "$1/out" 2> "$1/err" & pid=$!
      for i in $(seq 3000); do [ -s "$1/out" ] && break; sleep 0.1; done
      kill -\(name) $pid; wait $pid; echo "code $?"; cat "$1/out"
      """
    let result = try Program.run(through: script, folder.path)
    #expect(result.output.contains("code 0"), "\(result.output)")
    #expect(result.output.firstMatch(of: /http:\/\/127\.0\.0\.1:[1-9][0-9]*\/\n/) != nil)
  }

  @Test("what is missing or taken is told with its exit code")
  func failures() throws {
    let none = try Program.run("serve", folder.file("none"))
    #expect(none.status == 66)
    #expect(none.errors.contains("none: no such folder"))
    #expect(try Program.run("serve", folder.path, "--network", folder.file("n")).status == 66)
    #expect(try Program.run("serve", folder.path, "--port", "70000").status == 64)
    #expect(try Program.run("serve", folder.path, "--streets", "s").status == 64)
    #expect(try Program.run("serve").status == 64)
    let foreign = try Program.run("serve", folder.path, "--host", "203.0.113.1", "--port", "0")
    #expect(foreign.status == 74)
    #expect(foreign.errors.contains("203.0.113.1:0: cannot be served"))
  }

  /// One employee, and so many draws that the run does not end by itself.
  private func longScenario(draws: Int) throws -> String {
    let feed = folder.file("feed")
    try FileManager.default.createDirectory(atPath: feed, withIntermediateDirectories: true)
    for (name, text) in FeedText.minimal.files { try folder.write("feed/" + name, text) }
    let result = try Program.run("import", feed, "--into", folder.file("n.sqlite"))
    #expect(result.status == 0, "\(result.errors)")
    try folder.write("staff.csv", "id,lat,lon\ne1,50.8001,4.3\n")
    try folder.write("sites.csv", "id,lat,lon\nnear,50.8002,4.3\n")
    return try folder.write(
      "s.yaml",
      """
      name: Long
      network: n.sqlite
      date: 2019-10-29
      demand: {employees: {file: staff.csv}}
      offices: [{name: O, lat: 50.8301, lon: 4.3}]
      sites: {file: sites.csv}
      uncertainty: {draws: \(draws)}
      """)
  }

  @Test("a run tells its progress in lines of JSON")
  func progress() throws {
    let result = try Program.run(
      "run", try longScenario(draws: 2), "--out", folder.file("out"), "--progress", "json")
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.errors.split(separator: "\n").filter { $0.hasPrefix("{") }
    let steps = try lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["progress"] as? [String: Any])
    }
    #expect(Set(steps.compactMap { $0["step"] as? String }) == ["route", "impact"])
    for step in steps { #expect(step["done"] is Int && step["unit"] is String) }
    let last = try #require(steps.last)
    #expect(last["done"] as? Int == last["total"] as? Int)
  }

  @Test("a run that hangs on its input ends with it, and leaves nothing")
  func inputCloses() throws {
    let result = try Program.run(
      through: "sleep 1 | \"$0\" run \"$1\" --out \"$2\" --until-input-closes",
      try longScenario(draws: 10_000), folder.file("out"))
    #expect(result.status == 74)
    #expect(result.errors.contains("stdin: closed before the run was done"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("out")))
  }
}
