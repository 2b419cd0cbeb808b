import Findings
import Testing

@Suite struct FindingTests {
  @Test func aFindingReadsAsACompilerWritesIt() {
    let finding = Finding(
      "invalid_time", file: "f.zip/stop_times.txt", line: 7, field: "arrival_time", value: "25h",
      message: "not a time", remedy: "write HH:MM:SS", count: 3)
    #expect(
      "\(finding)"
        == "f.zip/stop_times.txt:7: error: not a time [arrival_time = \"25h\"] (3 places); "
        + "write HH:MM:SS")
    #expect("\(Finding("x", .info, file: "f", message: "m"))" == "f: info: m")
  }

  @Test func aHostileCellFloodsNothing() {
    let finding = Finding("x", file: "f", value: String(repeating: "a", count: 5000), message: "m")
    #expect(finding.value == String(repeating: "a", count: 80) + "…")
  }

  @Test func controlCharactersFromCellsColumnsAndMembersDoNotReachATerminal() {
    // ESC [ and the one-character CSI U+009B both start terminal commands.
    let finding = Finding(
      "x", file: "a\u{1B}[2J.zip", field: "b\u{9B}31m", value: "c\u{7}\nd",
      message: "\u{1B}]0;t is not read")
    #expect(!"\(finding)".unicodeScalars.contains { $0.properties.generalCategory == .control })
    #expect("\(finding)".contains("b\u{FFFD}31m"))
  }

  private func finding(_ line: Int?, _ value: String? = nil) -> Finding {
    Finding("a_code", file: "f.txt", line: line, field: "x", value: value, message: "m\(line ?? 0)")
  }

  @Test func thePlaceWithTheLowestLineComesFirst() {
    var found = finding(7, "seven")
    for line in [9, 3, 8, 3] { found.add(finding(line, "v\(line)")) }
    #expect(found.count == 5)
    #expect(found.line == 3)
    #expect(found.value == "v3")
    #expect(found.message == "m3")
    #expect(found.further.map(\.line) == [3, 7, 8, 9])
    #expect(found.further.map(\.value) == ["v3", "seven", "v8", "v9"])
    #expect("\(found)".contains("f.txt:3: error: m3"))
    #expect("\(found)".contains("(5 places, also lines 3, 7, 8 …)"))
  }

  @Test func ofManyPlacesTheFirstHundredAreKept() {
    var found = finding(1000)
    for line in stride(from: 999, to: 0, by: -1) { found.add(finding(line)) }
    #expect(found.count == 1000)
    #expect(found.line == 1)
    #expect(found.further.map(\.line) == (2...100).map { $0 })
  }

  @Test func placesWithoutALineComeLast() {
    var found = finding(nil, "none")
    found.add(finding(4, "four"))
    found.add(finding(nil, "other"))
    #expect(found.line == 4)
    #expect(found.further.map(\.value) == ["none", "other"])
  }

  @Test func severitiesAreOrdered() {
    #expect(Severity.allCases.sorted() == [.info, .warning, .error])
  }

  @Test func failuresHaveTheExitCodesOfSysexits() {
    #expect(Failure.unusable("x", file: "f", "m").exitCode == 65)
    #expect(Failure.missingInput(path: "p", reason: "r").exitCode == 66)
    #expect(Failure.defect("d").exitCode == 70)
    #expect(Failure.inputOutput(path: "p", reason: "r").exitCode == 74)
  }

  @Test func theNearestNameIsWithinAThirdOfTheLength() {
    let names = ["stop_id", "stop_lat", "stop_lon"]
    // One letter of seven is wrong; 7 / 3 = 2 may be.
    #expect(nearestName(to: "stop_ib", among: names) == "stop_id")
    #expect(nearestName(to: "Stop_ID", among: names) == "stop_id")
    // stop_lax is one letter from stop_lat, two from stop_lon.
    #expect(nearestName(to: "stop_lax", among: names) == "stop_lat")
    #expect(nearestName(to: "zip", among: names) == nil)
    #expect(nearestName(to: "x", among: [String]()) == nil)
  }
}
