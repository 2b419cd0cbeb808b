import Findings
import TabularText
import Testing

@testable import Surroundings

@Suite struct LineAttributeTests {
  private func hops(_ from: String, _ to: String, of names: String) throws -> [Range<Int>] {
    let row = try attributes(",tram,1,\(from),\(to),yes,test,\n").rows[0]
    return row.hops(of: names.map { FoldedName.of(String($0)) })
  }

  @Test func aSectionIsFoundInBothDirectionsAndMoreThanOnce() throws {
    #expect(try hops("B", "D", of: "ABCDE") == [1..<3])
    #expect(try hops("B", "D", of: "EDCBA") == [1..<3])
    // There and back in one trip.
    #expect(try hops("B", "D", of: "ABCDCBA") == [1..<3, 3..<5])
    #expect(try hops("B", "X", of: "ABC").isEmpty)
    // From the last of two stops of the same name.
    #expect(try hops("B", "D", of: "BABCD") == [2..<4])
    #expect(try hops("B;C", "D", of: "ACD") == [1..<2])
  }

  @Test func namesAreComparedWithoutAccentsCapitalsAndSigns() {
    #expect(FoldedName.of("Gare de l’Ouest") == FoldedName.of("GARE DE L'OUEST"))
    #expect(FoldedName.of("Hôtel-des-Monnaies") == FoldedName.of("hotel des monnaies"))
  }

  /// Of the three hops of line 1 the first has its own row, the others that of the line; line 2 has
  /// that of the mode.
  @Test func theMorePreciseRowCounts() throws {
    let table = try attributes(
      "STIB,tram,,,,no,test,\nSTIB,tram,1,,,partly,test,\nstib,tram,1,A,B,yes,test,\n")
    let network = street(
      ["A", "B", "C", "D", "E"], lines: [tram("1", [0, 1, 2, 3]), tram("2", [3, 4])])
    let courses = LineCourses(network, table)
    #expect(courses.sections.map(\.rightOfWay) == [.yes, .partly, .partly])
    // B ends a section with its own right of way; E is on line 2 only.
    #expect(courses.stops.map(\.place) == [0, 1, 2, 3])
    #expect(courses.stops.map(\.rightOfWay) == [.yes, .yes, .partly, .partly])
    #expect(courses.unserved.isEmpty && courses.unlistedLines.isEmpty && !courses.lacksLines)
  }

  @Test func whatTheNetworkOrTheTableLacksIsListed() throws {
    let table = try attributes(
      """
      STIB,tram,1,,,yes,test,
      STIB,tram,1,A,Z,partly,test,
      STIB,tram,7,,,yes,test,
      STIB,tram,7,A,B,yes,test,
      De Lijn,tram,2,,,yes,test,

      """)
    let courses = LineCourses(
      street(["A", "B"], lines: [tram("1", [0, 1]), tram("2", [0, 1])]), table)
    #expect(courses.unserved == ["STIB tram 1, A – Z", "STIB tram 7", "De Lijn tram 2"])
    #expect(courses.unlistedLines == ["STIB tram 2"])
    #expect(courses.lacksLines)
  }

  @Test func everyMistakeIsNamedWithItsLine() {
    #expect(
      findings { () throws(Failure) in
        try attributes(
          """
          STIB,metro,1,,,yes,test,
          STIB,train,,,,always,,
          STIB,metro,1,,,no,test,
          STIB,tram,3,A,,yes,test,
          STIB,tram,3,A,a,yes,test,

          """)
      } == [
        "t.csv:3 unknown_word mode", "t.csv:3 unknown_word own_right_of_way",
        "t.csv:3 missing_value source", "t.csv:4 duplicate_key route_short_name",
        "t.csv:5 missing_value section_to", "t.csv:6 invalid_value section_to",
      ])
  }

  @Test func theBuiltInTableIsReadAndSaysWhereEachRowComesFrom() throws {
    let table = try LineAttributes.builtInTable()
    #expect(try LineAttributes(table).rows.count == table.rows.count)
    let source = try #require(table.findColumn("source"))
    #expect(
      table.rows.allSatisfy {
        $0.cells[source] == "assumption" || $0.cells[source].hasSuffix("(public knowledge)")
      })
  }
}
