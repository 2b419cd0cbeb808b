import Findings
import Foundation
import TabularText
import TestSupport
import Testing

@Suite struct TableTests {
  @Test func cellsAreTrimmedAndRowsKnowTheirLines() throws {
    let table = try Table(file: "p.csv", text: "id, name\n1, Ath \n\n2,\"Aalst, centre\"\n")
    #expect(table.header == ["id", "name"])
    #expect(table.rows.map(\.cells) == [["1", "Ath"], ["2", "Aalst, centre"]])
    #expect(table.rows.map(\.line) == [2, 4])
    #expect(table.findColumn("name") == 1)
    #expect(table.findColumn("lat") == nil)
  }

  @Test func everyMistakeOfATableIsSaidAtOnceInOrder() {
    let found = findings {
      _ = try Table(file: "p.csv", text: "id,name,id,name\n1,a,1,a\n2,b\n3,\"c\"d,3,c\n1,2,3,4,5\n")
    }
    #expect(
      found.map(\.code) == [
        "duplicated_column", "duplicated_column", "wrong_cell_count", "stray_quote",
        "wrong_cell_count",
      ])
    #expect(found.map(\.line) == [1, 1, 3, 4, 5])
    #expect(found.map(\.field) == ["id", "name", nil, nil, nil])
    #expect(found.last?.message == "5 cells where the header has 4")
  }

  @Test func rowsThatCannotBeReadAreLeftOutAndNamed() throws {
    let folder = try TemporaryFolder([
      "p.csv": "id,name\n1,a\n2\n3,\"c\"d\n\"4\n4\",d\n5,e,f\n"
    ])
    let (table, skipped) = try Table.readSkippingBadRows(folder.file("p.csv"))
    #expect(table.header == ["id", "name"])
    #expect(table.rows.map(\.cells) == [["1", "a"], ["4\n4", "d"]])
    #expect(table.rows.map(\.line) == [2, 5])
    #expect(skipped.map(\.code) == ["wrong_cell_count", "stray_quote", "wrong_cell_count"])
    #expect(skipped.map(\.line) == [3, 4, 7])
    // The same rows stop the file where nobody asked to leave them out.
    #expect(findings { _ = try Table.read(folder.file("p.csv")) }.map(\.line) == [3, 4, 7])
  }

  @Test func textThatIsNotUTF8IsLeftOutWithItsRow() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("p.csv")
    try OutputFile.write(Data("n\nA\n".utf8) + [0xE8, 0x0A] + Data("B\n".utf8), to: path)
    let (table, skipped) = try Table.readSkippingBadRows(path)
    #expect(table.rows.map(\.cells) == [["A"], ["B"]])
    #expect(skipped.map(\.line) == [3])
  }

  @Test func aHeaderThatCannotBeReadIsNotLeftOut() throws {
    let folder = try TemporaryFolder(["p.csv": "\nid,id\n1,2\n3\n", "empty.csv": "\n"])
    func mistakes(_ name: String) -> [Finding] {
      findings { _ = try Table.readSkippingBadRows(folder.file(name)) }
    }
    #expect(mistakes("p.csv").map(\.code) == ["duplicated_column"])
    #expect(mistakes("empty.csv").map(\.code) == ["empty_file"])
  }

  @Test func aFileWithoutAHeaderIsRefused() {
    #expect(findings { _ = try Table(file: "p.csv", text: "\n\n") }.map(\.code) == ["empty_file"])
  }

  @Test func textThatIsNotUTF8IsNamedWithItsLine() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("p.csv")
    // "Liège" in Latin-1: 0xE8 starts no UTF-8 sequence with "g".
    try OutputFile.write(Data([0x6E, 0x0A, 0x4C, 0x69, 0xE8, 0x67, 0x65, 0x0A]), to: path)
    let found = findings { _ = try Table.read(path) }
    #expect(found.map(\.code) == ["invalid_utf8"])
    #expect(found.first?.line == 2)
    #expect(found.first?.file == path)
  }

  @Test func aMissingColumnSuggestsTheNearestName() throws {
    let table = try Table(file: "p.csv", text: "id,latitud,place\n")
    var found: [Finding] = []
    #expect(table.column("id", &found) == 0)
    #expect(table.column("latitude", &found) == nil)
    #expect(table.column("zip", &found) == nil)
    #expect(found.map(\.code) == ["missing_column", "missing_column"])
    #expect(found.map(\.field) == ["latitude", "zip"])
    #expect(found.first?.remedy == "did you mean \"latitud\"?")
    // Nothing is near "zip": the columns that are there are listed.
    #expect(found.last?.remedy == "the file has id, latitud, place")
  }

  @Test func aNumberIsReadInItsRangeOrNamed() throws {
    let table = try Table(file: "p.csv", text: "lat\n50.8\nx\n91\nnan\n\"\"\n")
    var found: [Finding] = []
    let numbers = table.rows.map { table.number($0, 0, in: -90...90, &found) }
    #expect(numbers == [50.8, nil, nil, nil, nil])
    #expect(found.map(\.line) == [3, 4, 5, 6])
    #expect(
      found.map(\.message) == [
        "not a number", "the number is outside -90.0 to 90.0",
        "the number is outside -90.0 to 90.0", "not a number",
      ])
    #expect(found.map(\.value) == ["x", "91", "nan", ""])
  }

  @Test func aFileThatIsNotThereIsMissingInput() throws {
    let folder = try TemporaryFolder()
    for path in [folder.file("none.csv"), folder.path] {
      let failure = #expect(throws: Failure.self) { _ = try Table.read(path) }
      #expect(failure?.exitCode == 66)
    }
  }

  @Test func aFileAboveTheLimitIsRefusedUnread() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("p.csv", "id\n123\n")
    #expect(
      findings { _ = try Table.read(path, maximumBytes: 6) }.map(\.code) == ["file_too_large"])
    #expect(try Table.read(path, maximumBytes: 7).rows.count == 1)
  }
}
