import Findings
import Foundation
import TestSupport
import Testing

@testable import SiteBatch

@Suite struct RowsFileTests {
  private let folder: TemporaryFolder
  private let path: String
  private let header: BatchHeader
  private let rows: [BatchRow] = [
    .made("a", hours: 1.0 / 3, name: "Ça \"là\", \n"), .made("b", hours: 1e9 / 7),
    .made("c", hours: 0),
  ]

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("sites.rows")
    header = try .made()
  }

  private func write(_ rows: [BatchRow]) throws {
    try RowsFile.open(path, header).file.append(rows)
  }

  private var bytes: Data {
    get throws { try Data(contentsOf: URL(fileURLWithPath: path)) }
  }

  private func put(_ bytes: Data) throws { try bytes.write(to: URL(fileURLWithPath: path)) }

  @Test func rowsComeBackAsTheyWere() throws {
    try write([])
    #expect(try RowsFile.open(path, header).known == [])
    try write(Array(rows[..<2]))
    try write([rows[2]])
    #expect(try RowsFile.open(path, header).known == rows)
    #expect(try bytes.count { $0 == UInt8(ascii: "\n") } == 4)
  }

  @Test func ofACandidateTheLastRowCounts() throws {
    let again = BatchRow.made("a", hours: 77)
    try write(rows + [again])
    #expect(try RowsFile.open(path, header).known == [again, rows[1], rows[2]])
  }

  @Test func aFileThatIsCutAnywhereGoesOnFromItsLastWholeLine() throws {
    try write(rows)
    let whole = try bytes
    for length in 0...whole.count {
      let part = whole.prefix(length)
      try put(part)
      let lines = part.count { $0 == UInt8(ascii: "\n") }
      let opened = try RowsFile.open(path, header)
      let known = max(0, lines - 1)
      #expect(opened.known == Array(rows[..<known]), "\(length) bytes")
      try opened.file.append(Array(rows[known...]))
      #expect(try bytes == whole, "\(length) bytes")
    }
  }

  @Test func rowsOfOtherInputsAreLeftAlone() throws {
    try write(rows)
    let before = try bytes
    let other = try BatchHeader.made(inputs: [("a.yaml", "changed")])
    let failure = try #require(throws: Failure.self) { try RowsFile.open(path, other) }
    #expect(failure.findings.map(\.code) == ["other_rows"])
    #expect(failure.findings[0].line == 1)
    #expect(failure.findings[0].message.contains("other bytes of a.yaml"))
    #expect(try bytes == before)
  }

  @Test(arguments: ["my notes", "my notes\n", "{}", "{}\n", "id,lat,lon\na,1,2\n", "\n", "\0\0"])
  func aFileOfSomethingElseIsLeftAlone(_ text: String) throws {
    try folder.write("sites.rows", text)
    #expect(
      mistakes { () throws(Failure) in try RowsFile.open(path, header) }
        == ["sites.rows:1 invalid_row"])
    #expect(try folder.read("sites.rows") == text)
  }

  @Test func aDamagedLineIsNamedByItsNumber() throws {
    try write(rows)
    var lines = try folder.read("sites.rows").split(separator: "\n").map(String.init)
    lines[2] = String(lines[2].dropLast())
    try folder.write("sites.rows", lines.joined(separator: "\n") + "\n")
    #expect(
      mistakes { () throws(Failure) in try RowsFile.open(path, header) }
        == ["sites.rows:3 invalid_row"])
    #expect(
      mistakes { () throws(Failure) in try MergedRows([path]) } == ["sites.rows:3 invalid_row"])
  }

  @Test func oneWritesAtATime() throws {
    let first = try RowsFile.open(path, header).file
    let failure = try #require(throws: Failure.self) { try RowsFile.open(path, header) }
    guard case .inputOutput(path, "another process is writing it") = failure else {
      Issue.record("\(failure)")
      return
    }
    try first.append(rows)
    #expect(try bytes.count { $0 == UInt8(ascii: "\n") } == 4)
  }

  @Test func foldersAreMadeAndWhatIsNoFileIsRefused() throws {
    let deep = folder.file("a/b/sites.rows")
    try RowsFile.open(deep, header).file.append(rows)
    #expect(try RowsFile.open(deep, header).known == rows)
    let failure = try #require(throws: Failure.self) { try RowsFile.open(folder.path, header) }
    guard case .inputOutput(folder.path, _) = failure else {
      Issue.record("\(failure)")
      return
    }
  }
}
