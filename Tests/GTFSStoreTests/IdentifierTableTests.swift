import TestSupport
import Testing

@testable import GTFSStore

@Suite struct IdentifierTableTests {
  private func place(_ line: Int32) -> IdentifierTable.Place {
    .init(file: 1, field: 2, line: line)
  }

  @Test func keysGoUpByFirstAppearance() {
    var table = IdentifierTable(firstKey: 100)
    #expect(table.define(Array("b".utf8).span, line: 2) == 100)
    #expect(table.refer(Array("a".utf8).span, from: place(1)) == 101)
    #expect(table.refer(Array("b".utf8).span, from: place(2)) == 100)
    #expect(table.define(Array("".utf8).span, line: 3) == 102)
    #expect(table.count == 3)
    #expect((0..<3).map { table[$0] } == ["b", "a", ""])
  }

  @Test func theFirstRowThatDefinesAnIdIsItsLine() {
    var table = IdentifierTable(firstKey: 1)
    #expect(table.refer(Array("a".utf8).span, from: place(1)) == 1)
    #expect(table.key(of: Array("a".utf8).span) == 1)
    #expect(table.definedKey(of: Array("a".utf8).span) == nil)
    #expect(table.definingLine(of: 1) == nil)
    #expect(table.define(Array("a".utf8).span, line: 7) == 1)
    #expect(table.define(Array("a".utf8).span, line: 9) == 1)
    #expect(table.definedKey(of: Array("a".utf8).span) == 1)
    #expect(table.definingLine(of: 1) == 7)
    #expect(table.key(of: Array("b".utf8).span) == nil)
    #expect(table.definingLine(of: 2) == nil)
  }

  @Test func undefinedIdsKnowTheirFirstReference() {
    var table = IdentifierTable(firstKey: 1)
    for (id, line) in [("a", 5), ("b", 6), ("a", 7)] as [(String, Int32)] {
      _ = table.refer(Array(id.utf8).span, from: place(line))
    }
    _ = table.define(Array("b".utf8).span, line: 8)
    #expect(table.undefined.map(\.id) == ["a"])
    #expect(table.undefined.map(\.place.line) == [5])
  }

  @Test func agreesWithADictionaryOnManyIds() {
    var random = SeededGenerator(seed: 5)
    var table = IdentifierTable(firstKey: 1)
    var keys: [String: Int] = [:]
    for _ in 0..<20_000 {
      // Many repeat; some are prefixes of others.
      let id = "s" + String(Int.random(in: 0...5000, using: &random))
      let key = keys[id] ?? keys.count + 1
      keys[id] = key
      #expect(table.refer(Array(id.utf8).span, from: place(1)) == key)
    }
    #expect(table.count == keys.count)
    for (id, key) in keys { #expect(table[key - 1] == id) }
  }
}
