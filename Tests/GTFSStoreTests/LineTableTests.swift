import TestSupport
import Testing

@testable import GTFSStore

@Suite struct LineTableTests {
  @Test func rowsOneToALineAreOneBreak() {
    var table = LineTable()
    for line in 2...1000 { table.append(line) }
    #expect(table.line(of: 0) == 2)
    #expect(table.line(of: 998) == 1000)
    #expect(table.line(of: 999) == nil)
    #expect(table.line(of: -1) == nil)
  }

  @Test func gapsAreRemembered() {
    var random = SeededGenerator(seed: 3)
    var table = LineTable()
    var lines: [Int] = []
    var line = 1
    for _ in 0..<2000 {
      line += [1, 1, 1, 1, 2, 5].randomElement(using: &random) ?? 1
      lines.append(line)
      table.append(line)
    }
    #expect(lines.indices.allSatisfy { table.line(of: $0) == lines[$0] })
  }
}
