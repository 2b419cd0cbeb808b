import Findings
import Foundation
import TestSupport
import Testing

@testable import SiteBatch

@Suite struct CandidatePartsTests {
  private func parts(_ text: String, _ count: Int) throws -> [(name: String, text: String)] {
    let folder = try TemporaryFolder(["c.csv": text])
    return try CandidateParts(folder.file("c.csv"), count: count).files.map {
      ($0.name, String(decoding: $0.text, as: UTF8.self))
    }
  }

  @Test func everyPartHasTheHeaderAndSomeOfTheRows() throws {
    let parts = try parts("id,name\n1,a\n2,b\n3,c\n4,d\n5,e\n", 2)
    #expect(parts.map(\.name) == ["part-1.csv", "part-2.csv"])
    #expect(parts.map(\.text) == ["id,name\n1,a\n2,b\n", "id,name\n3,c\n4,d\n5,e\n"])
  }

  @Test func quotedLineEndsAreNoRows() throws {
    let parts = try parts("id,name\r\n1,\"a\r\nb\n\rc\"\r\n2,\"\"\"\n\"\r\n3,c", 3)
    #expect(
      parts.map(\.text) == [
        "id,name\r\n1,\"a\r\nb\n\rc\"\r\n", "id,name\r\n2,\"\"\"\n\"\r\n", "id,name\r\n3,c\n",
      ])
  }

  @Test func morePartsThanRowsAreNotMade() throws {
    #expect(try parts("id\n1\n2\n", 5).map(\.text) == ["id\n1\n", "id\n2\n"])
    // Names sort as the parts do.
    let many = try parts("id\n" + (1...12).map { "\($0)\n" }.joined(), 12)
    #expect(many.map(\.name) == many.map(\.name).sorted())
    #expect(many.first?.name == "part-01.csv")
  }

  @Test func aFileWithoutRowsIsRefused() throws {
    for text in ["", "id,lat,lon", "id,lat,lon\n", "id,lat,lon\n\n\r\n"] {
      let folder = try TemporaryFolder(["c.csv": text])
      #expect(
        mistakes { () throws(Failure) in try CandidateParts(folder.file("c.csv"), count: 2) }
          == ["c.csv no_site"])
    }
    let folder = try TemporaryFolder(["c.csv": "id\n\"1"])
    #expect(
      mistakes { () throws(Failure) in try CandidateParts(folder.file("c.csv"), count: 2) }
        == ["c.csv:2 unclosed_quote"])
  }

  @Test func partsTogetherAreTheFileAndAreAlikeInSize() throws {
    let cells = ["1", "é", "\"a\nb\"", "\"\r\n\"", "\"\"", "\"x\"\"\r\"\"y\"", "", "a b"]
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let end = ["\n", "\r\n"].randomElement(using: &generator)!
      func row() -> String {
        // The first cell is never empty: an empty line is no row.
        "7," + cells.randomElement(using: &generator)! + "," + cells.randomElement(
          using: &generator)!
      }
      let header = (Bool.random(using: &generator) ? "\u{FEFF}" : "") + "id,\"na\nme\",x" + end
      let rows = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        row() + end + (Int.random(in: 0..<5, using: &generator) == 0 ? end : "")
      }
      let body = rows.joined()
      let isOpen = Bool.random(using: &generator)
      let file = header + (isOpen ? String(body.dropLast()) : body)
      let count = Int.random(in: 1...25, using: &generator)
      let parts = try parts(file, count).map(\.text)
      #expect(parts.count == min(count, rows.count), "seed \(seed)")
      #expect(parts.allSatisfy { $0.hasPrefix(header) }, "seed \(seed)")
      let bodies = parts.map { Array($0.utf8.dropFirst(header.utf8.count)) }
      // Only the end of the last line is added.
      let joined = bodies.flatMap { $0 }
      let expected = Array(file.utf8.dropFirst(header.utf8.count))
      #expect(
        joined == expected || joined == expected + Array("\n".utf8), "seed \(seed)")
      let sizes = parts.map { part in
        // A row begins with 7, which no other cell has.
        part.dropFirst(header.count).count { $0 == "7" }
      }
      #expect(sizes.reduce(0, +) == rows.count, "seed \(seed)")
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1, "seed \(seed)")
    }
  }
}
