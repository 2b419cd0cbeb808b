import Findings
import TestSupport
import Testing

@testable import SiteBatch

@Suite struct MergedRowsTests {
  private let folder: TemporaryFolder
  private let header: BatchHeader
  private let rows: [BatchRow] = [
    .made("a", hours: 1.0 / 3), .made("b", hours: 5), .made("c", hours: 5), .made("d", hours: 70),
    .made("e", hours: 0),
  ]

  init() throws {
    folder = try TemporaryFolder()
    header = try .made()
  }

  @discardableResult
  private func file(
    _ name: String, _ rows: [BatchRow], _ header: BatchHeader? = nil
  ) throws -> String {
    let path = folder.file(name)
    try RowsFile.open(path, header ?? self.header).file.append(rows)
    return path
  }

  @Test func theOrderOfFilesAndRowsIsNotInTheRanking() throws {
    let whole = try file("whole.rows", rows)
    let parts = try [
      file("1.rows", [rows[4], rows[2]]), file("2.rows", [rows[0]]),
      file("3.rows", [rows[3], rows[1], rows[2]]),
    ]
    let csv = SiteRanking(try MergedRows([whole]).rows).csv
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let merged = try MergedRows(order.map { parts[$0] }, candidates: ["a", "b", "c", "d", "e"])
      #expect(SiteRanking(merged.rows).csv == csv)
      #expect(merged.rows.count == 5)
      #expect(merged.header == header)
    }
  }

  @Test func aLastLineWithoutItsEndIsReadOrNamed() throws {
    let path = try file("1.rows", rows)
    let text = try folder.read("1.rows")
    try folder.write("1.rows", String(text.dropLast()))
    #expect(try MergedRows([path]).rows == rows)
    // A run that was killed has left half a row: the part is not whole.
    try folder.write("1.rows", String(text.dropLast(20)))
    #expect(
      mistakes { () throws(Failure) in try MergedRows([path]) } == ["1.rows:6 invalid_row"])
  }

  @Test func everyMistakeIsNamedAtOnce() throws {
    let other = try BatchHeader.made(scenario: "Other")
    let paths = try [
      file("1.rows", Array(rows[..<2])), file("2.rows", Array(rows[2..<3]), other),
      file("3.rows", [.made("b", hours: 6)]), folder.write("4.rows", ""),
      folder.write("5.rows", "notes\n"),
    ]
    #expect(
      mistakes { () throws(Failure) in try MergedRows(paths, candidates: ["a", "z", "y"]) } == [
        "2.rows:1 other_rows", "3.rows different_rows", "4.rows empty_file", "5.rows:1 invalid_row",
        "5.rows missing_rows",
      ])
    let failure = try #require(throws: Failure.self) {
      try MergedRows(paths, candidates: ["a", "z", "y"])
    }
    #expect(failure.findings[0].message.contains("the scenario is “Other”"))
    #expect(failure.findings[1].value == "b")
    #expect(failure.findings[1].message.contains("1.rows"))
    #expect(failure.findings[4].value == "z")
    #expect(failure.findings[4].message.contains("2 candidates"))
  }

  @Test func aFileThatIsNotThereIsMissing() throws {
    let failure = try #require(throws: Failure.self) { try MergedRows([folder.file("none")]) }
    guard case .missingInput(folder.file("none"), _) = failure else {
      Issue.record("\(failure)")
      return
    }
  }
}
