import Findings
import Foundation
import TabularText
import TestSupport
import Testing

@Suite struct OutputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func names(_ path: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.file(path)).sorted()
  }

  private func failure(_ body: () throws -> Void) -> Failure? {
    #expect(throws: Failure.self) { try body() }
  }

  @Test func aFileIsWrittenWithItsFoldersAndReplaced() throws {
    let path = folder.file("a/b/x.csv")
    try OutputFile.write("one", to: path)
    try OutputFile.write("two", to: path)
    #expect(try folder.read("a/b/x.csv") == "two")
    #expect(try names("a/b") == ["x.csv"])
  }

  @Test func aFileThatCannotBeWrittenLeavesNothing() throws {
    try folder.write("taken", "a file, no folder")
    #expect(failure { try OutputFile.write("x", to: folder.file("taken/x.csv")) }?.exitCode == 74)
    try FileManager.default.createDirectory(
      atPath: folder.file("folder"), withIntermediateDirectories: true)
    #expect(failure { try OutputFile.write("x", to: folder.file("folder")) }?.exitCode == 74)
    #expect(try names() == ["folder", "taken"])
    #expect(try folder.read("taken") == "a file, no folder")
  }

  @Test func aFileThatCannotBeWrittenIsRefusedBeforeTheWork() throws {
    try OutputFile.write("mine", to: folder.file("folder/file"))
    for name in ["folder", "folder/file/x.json", "folder/file/y/x.json"] {
      #expect(failure { try OutputFile.check(folder.file(name)) }?.exitCode == 74, "\(name)")
    }
    for name in ["folder/file", "new.json", "new/inner.json"] {
      try OutputFile.check(folder.file(name))
    }
    try OutputFile.check("/dev/null")
    #expect(try names() == ["folder"])
  }

  @Test func aFolderIsMadeWithItsParents() throws {
    try OutputFolder.write(
      [("run.json", "{}"), ("a.csv", "a")], to: folder.file("x/out"), marker: "run.json")
    #expect(try names("x/out") == ["a.csv", "run.json"])
    #expect(try names("x") == ["out"])
  }

  @Test(arguments: ["out", "out/"])
  func aFolderOfAnEarlierOutputIsReplacedAndItsOtherFilesStay(name: String) throws {
    try OutputFolder.write(
      [("run.json", "1"), ("old.csv", "old")], to: folder.file(name), marker: "run.json")
    try folder.write("out/notes.txt", "mine")
    try OutputFolder.write([("run.json", "2")], to: folder.file(name), marker: "run.json")
    #expect(try names("out") == ["notes.txt", "old.csv", "run.json"])
    #expect(try folder.read("out/run.json") == "2")
    #expect(try folder.read("out/notes.txt") == "mine")
    #expect(try names() == ["out"])
  }

  @Test func anEmptyFolderIsFilled() throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("out"), withIntermediateDirectories: true)
    try OutputFolder.write([("run.json", "{}")], to: folder.file("out"), marker: "run.json")
    #expect(try names("out") == ["run.json"])
  }

  @Test func aFolderThatHoldsOtherThingsIsNotTouched() throws {
    try OutputFile.write("mine", to: folder.file("out/photo.jpg"))
    let failure = failure {
      try OutputFolder.write([("run.json", "{}")], to: folder.file("out"), marker: "run.json")
    }
    #expect(failure?.exitCode == 74)
    #expect(failure?.description.contains("holds no run.json") == true)
    #expect(try names("out") == ["photo.jpg"])
    #expect(try names() == ["out"])
  }

  @Test func whatCannotBeWrittenIsRefusedBeforeTheWork() throws {
    try OutputFile.write("mine", to: folder.file("taken/photo.jpg"))
    try folder.write("file", "mine")
    for name in ["taken", "taken/", "file"] {
      let failure = failure { try OutputFolder.check(folder.file(name), marker: "run.json") }
      #expect(failure?.exitCode == 74, "\(name)")
    }
    try OutputFile.write("{}", to: folder.file("run/run.json"))
    for name in ["run", "new", "new/inner"] {
      try OutputFolder.check(folder.file(name), marker: "run.json")
    }
    #expect(try names() == ["file", "run", "taken"])
  }

  @Test func aFileInThePlaceOfTheFolderIsNotTouched() throws {
    try folder.write("out", "mine")
    let failure = failure {
      try OutputFolder.write([("run.json", "{}")], to: folder.file("out"), marker: "run.json")
    }
    #expect(failure?.exitCode == 74)
    #expect(try folder.read("out") == "mine")
  }

  @Test func aFolderOfWhichOneFileFailsStaysAsItWas() throws {
    try OutputFolder.write(
      [("run.json", "1"), ("a.csv", "old")], to: folder.file("out"), marker: "run.json")
    // "a.csv" is a file, so "a.csv/b" cannot be written, after run.json has been.
    let failure = failure {
      try OutputFolder.write(
        [("run.json", "2"), ("a.csv/b", "x")], to: folder.file("out"), marker: "run.json")
    }
    #expect(failure?.exitCode == 74)
    #expect(try folder.read("out/run.json") == "1")
    #expect(try names("out") == ["a.csv", "run.json"])
    #expect(try names() == ["out"])
  }

  @Test func aLinkToAFolderStaysALinkAndItsTargetIsReplaced() throws {
    try OutputFolder.write([("run.json", "1")], to: folder.file("real"), marker: "run.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link"), withDestinationPath: folder.file("real"))
    try OutputFolder.write([("run.json", "2")], to: folder.file("link"), marker: "run.json")
    #expect(try folder.read("real/run.json") == "2")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link"))
        == folder.file("real"))
    #expect(try names() == ["link", "real"])
  }
}
