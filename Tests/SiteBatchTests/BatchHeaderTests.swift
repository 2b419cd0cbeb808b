import InputHashes
import TestSupport
import Testing

@testable import SiteBatch

@Suite struct BatchHeaderTests {
  @Test func equalHeadersDifferInNothing() throws {
    #expect(try BatchHeader.made().difference(from: .made()) == nil)
  }

  @Test func eachDifferenceIsNamed() throws {
    let header = try BatchHeader.made(inputs: [("a.yaml", "a"), ("b.csv", "b")])
    func difference(_ change: (inout BatchHeader) -> Void) -> String? {
      var other = header
      change(&other)
      return header.difference(from: other)
    }
    #expect(difference { $0.format = "rows 2" } == "the format is rows 2, not antenne site rows 1")
    #expect(difference { $0.version = "2" } == "Antenne 2 and not 1")
    #expect(difference { $0.scenario = "Other" } == "the scenario is “Other”")
    #expect(difference { $0.date = "2020-01-01" } == "the date is 2020-01-01, not 2019-10-29")
    #expect(
      difference { $0.groupDaysPerWeek = [1] } == "what each group saves is in one of them only")
    #expect(
      difference { $0.builtInRoads = $0.inputs.first }
        == "other roads are compiled into the program")
    // Of the same names, another text; a file more, and one less.
    let changed = try BatchHeader.made(inputs: [("a.yaml", "a"), ("b.csv", "B")])
    #expect(header.difference(from: changed) == "other bytes of b.csv")
    let more = try BatchHeader.made(inputs: [("a.yaml", "a"), ("b.csv", "b"), ("c", "c")])
    #expect(header.difference(from: more) == "other input files")
    #expect(more.difference(from: header) == "other bytes of c")
  }
}
