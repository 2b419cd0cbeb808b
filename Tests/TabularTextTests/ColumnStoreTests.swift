import Foundation
import TabularText
import TestSupport
import Testing

@Suite struct ColumnStoreTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// More columns than a strip has, and strips longer than what is read of them at once: 200 columns
  /// are three strips of 64 and one of 8, and a strip of 64 × 40 cells of some 60 bytes is 150 kB.
  @Test(arguments: [0, 1, 64, 200])
  func columnsComeBackAsRows(columnCount: Int) throws {
    func cell(_ row: Int, _ column: Int) -> [UInt8] {
      Array(repeating: UInt8((row * 7 + column) % 256), count: (row * 31 + column * 17) % 120)
    }
    let store = try ColumnStore(rowCount: 40, in: folder.file("new"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("new")) == [])
    for column in 0..<columnCount {
      var cells = ColumnStore.Cells()
      for row in 0..<40 { cells.append { $0 += cell(row, column) } }
      try store.append(cells)
    }
    var rows: [Int] = []
    try store.forEachRow { row, cells in
      rows.append(row)
      #expect(cells.count == columnCount)
      for column in 0..<cells.count { #expect(Array(cells[column]) == cell(row, column)) }
    }
    #expect(rows == Array(0..<40))
  }
}

@Suite struct PiecewiseFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.file(".")).sorted()
  }

  @Test func theFileAppearsWhenItIsFinished() throws {
    try folder.write("x.csv", "old")
    let file = try PiecewiseFile(folder.file("x.csv"))
    try file.write(Array("new ".utf8))
    try file.write(Array("text".utf8))
    #expect(try folder.read("x.csv") == "old")
    try file.finish()
    #expect(try folder.read("x.csv") == "new text")
    #expect(try names() == ["x.csv"])
  }

  @Test func aFileThatIsNotFinishedLeavesNothing() throws {
    do {
      let file = try PiecewiseFile(folder.file("a/x.csv"))
      try file.write([65])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("a")).count == 1)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("a")) == [])
  }

  @Test func aFileKeepsItsRights() throws {
    try folder.write("x.csv", "old")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.file("x.csv"))
    let file = try PiecewiseFile(folder.file("x.csv"))
    try file.finish()
    let rights = try FileManager.default.attributesOfItem(atPath: folder.file("x.csv"))[
      .posixPermissions]
    #expect((rights as? NSNumber)?.intValue == 0o600)
  }
}
