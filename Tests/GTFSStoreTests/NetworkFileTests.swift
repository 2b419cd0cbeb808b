import FeedArchive
import Findings
import Foundation
import GRDB
import TestSupport
import Testing

@testable import GTFSStore

@Suite struct NetworkFileTests {
  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  private func execute(_ sql: String, on path: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  // MARK: One at a time

  @Test func aSecondImportIsRefusedAtOnceAndTheFirstIsDone() throws {
    let network = try Network(.minimal)
    let before = try bytes(network.path)
    try NetworkFile.update(network.path) { _ throws in
      let failure = #expect(throws: Failure.self) { try network.add("g", .minimal) }
      #expect(failure?.exitCode == 74)
      let process = ProcessInfo.processInfo.processIdentifier
      #expect(failure?.description.contains("another import (process \(process))") == true)
      #expect(try bytes(network.path) == before)
    }
    #expect(try network.names == ["network.sqlite"])
    try network.add("g", .minimal)
    #expect(try NetworkDatabase(network.path).feeds().map(\.name) == ["f", "g"])
  }

  @Test func whatAKilledImportLeftIsTakenOverAndRemoved() throws {
    let network = try Network(.minimal)
    for name in ["", ".lock", "-journal"] {
      try network.folder.write("network.sqlite.importing" + name, "999999999\n")
    }
    try network.add("g", .minimal)
    #expect(try network.names == ["network.sqlite"])
    #expect(try NetworkDatabase(network.path).feeds().count == 2)
  }

  @Test func twentyAtOnceLeaveAWholeDatabaseAndNothingElse() async throws {
    let network = try Network(.minimal)
    let path = network.path
    let done = await withTaskGroup { group in
      for number in 0..<20 {
        group.addTask {
          let source = TextSource(name: "n.zip", files: FeedText.minimal.files)
          let feed = FeedToImport(name: "n\(number)", source: source)
          do {
            _ = try NetworkImport.run([feed], into: path)
            return "n\(number)"
          } catch let failure as Failure where failure.exitCode == 74 {
            return ""
          } catch {
            return "\(error)"
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }.filter { !$0.isEmpty }
    }
    #expect(try NetworkDatabase(path).feeds().map(\.name) == (["f"] + done).sorted())
    #expect(try network.names == ["network.sqlite"])
  }

  @Test func aPlaceThatCannotHoldALockIsNamed() throws {
    let network = try Network()
    for place in ["none/n.sqlite", "taken/n.sqlite"] {
      try network.folder.write("taken", "a file, no folder")
      let failure = #expect(throws: Failure.self) {
        try NetworkFile.update(network.folder.file(place)) { _ in }
      }
      #expect(failure?.exitCode == 74)
      #expect(failure?.description.contains("\(place).importing.lock") == true)
    }
    #expect(try network.names == ["taken"])
  }

  // MARK: The file

  @Test(arguments: ["real/n.sqlite", "middle", "none/../real/n.sqlite"])
  func ofALinkTheFileItPointsToIsReplaced(destination: String) throws {
    let network = try Network()
    let (manager, folder) = (FileManager.default, network.folder)
    for name in ["real", "none"] {
      try manager.createDirectory(
        atPath: folder.file(name), withIntermediateDirectories: false)
    }
    try manager.createSymbolicLink(
      atPath: folder.file("middle"), withDestinationPath: folder.file("real/n.sqlite"))
    try manager.createSymbolicLink(atPath: network.path, withDestinationPath: destination)
    try network.add("f", .minimal)
    try network.add("g", .minimal)
    #expect(try manager.destinationOfSymbolicLink(atPath: network.path) == destination)
    #expect(try NetworkDatabase(folder.file("real/n.sqlite")).feeds().count == 2)
    #expect(try manager.contentsOfDirectory(atPath: folder.file("real")) == ["n.sqlite"])
    #expect(try network.names == ["middle", "network.sqlite", "none", "real"])
  }

  @Test func permissionsStay() throws {
    let network = try Network(.minimal)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: network.path)
    try network.add("g", .minimal)
    let mode = try FileManager.default.attributesOfItem(atPath: network.path)[.posixPermissions]
    #expect(mode as? Int == 0o640)
  }

  @Test(arguments: ["journal_mode = DELETE", "journal_mode = WAL"])
  func aDatabaseThatAnotherProgramIsChangingIsNotReplaced(mode: String) throws {
    let network = try Network(.minimal)
    let other = try DatabaseQueue(path: network.path)
    try other.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA \(mode); BEGIN IMMEDIATE; UPDATE feeds SET source = 'x'")
      // Rows beyond the cache, so that the journal is on the disk.
      try database.execute(
        sql: """
          PRAGMA cache_size = 1;
          CREATE TABLE t AS WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000)
            SELECT i, 'some text that takes room' FROM n
          """)
      let failure = #expect(throws: Failure.self) { try network.add("g", .minimal) }
      #expect(failure?.exitCode == 74)
      #expect(failure?.description.contains("another program is changing this") == true)
      try database.execute(sql: "ROLLBACK")
    }
    try other.close()
    try network.add("g", .minimal)
    #expect(try NetworkDatabase(network.path).feeds().map(\.source) == ["f.zip", "g.zip"])
    #expect(try network.names == ["network.sqlite"])
  }

  // MARK: The check

  @Test func aReferenceToNothingIsADefectAndNothingIsReplaced() throws {
    let network = try Network(.minimal)
    let before = try bytes(network.path)
    let failure = #expect(throws: Failure.self) {
      try NetworkFile.update(network.path) {
        try execute("DELETE FROM store_stops WHERE stop_id = 'B'", on: $0)
      }
    }
    #expect(failure?.exitCode == 70)
    #expect(failure?.description.contains("a row of store_stops that is not there") == true)
    #expect(try bytes(network.path) == before)
    #expect(try network.names == ["network.sqlite"])
  }

  @Test func aDamagedPageIsADefectAndNothingIsReplaced() throws {
    let network = try Network(.minimal)
    let before = try bytes(network.path)
    let page = try #require(
      Int(network.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'store_trips'")[0]))
    let failure = #expect(throws: Failure.self) {
      try NetworkFile.update(network.path) { copy in
        let file = try #require(FileHandle(forUpdatingAtPath: copy))
        try file.seek(toOffset: UInt64((page - 1) * 4096))
        try file.write(contentsOf: Data(repeating: 0x5A, count: 4096))
        try file.close()
      }
    }
    #expect(failure?.exitCode == 70, "\(failure?.description ?? "")")
    #expect(try bytes(network.path) == before)
    #expect(try network.names == ["network.sqlite"])
  }

  @Test func whatTheWorkThrowsIsThrownAndNothingIsReplaced() throws {
    let network = try Network(.minimal)
    let before = try bytes(network.path)
    let failure = #expect(throws: Failure.self) {
      try NetworkFile.update(network.path) { copy in
        try execute("UPDATE feeds SET source = 'x'", on: copy)
        throw Failure.defect("enough")
      }
    }
    #expect(failure?.exitCode == 70)
    #expect(try bytes(network.path) == before)
  }
}
