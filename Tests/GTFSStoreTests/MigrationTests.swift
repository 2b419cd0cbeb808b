import Findings
import Foundation
import GRDB
import TestSupport
import Testing

@testable import GTFSStore

@Suite struct MigrationTests {
  private func versionOne() throws -> Network {
    let network = try Network()
    let queue = try DatabaseQueue(path: network.path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: VersionOne.dump)
    }
    try queue.close()
    return network
  }

  @Test func aDatabaseOfVersionOneIsBroughtUpToDateWhenItIsOpened() throws {
    let network = try versionOne()
    let feed = try #require(try NetworkDatabase(network.path).feeds().first)
    #expect(feed.name == "f")
    #expect(feed.source == "feed")
    #expect(feed.stopTimeCount == 3)
    #expect(try network.rows("PRAGMA user_version") == ["\(StorageSchema.version)"])
    #expect(
      try network.rows(
        "SELECT stop_id, arrival_time, pickup_type FROM stop_times ORDER BY stop_sequence")
        == ["A|08:00:00|0", "B||1", "C|25:20:00|"])
    #expect(
      try network.rows("SELECT stop_name, stop_lat, zone_id FROM stops WHERE stop_id = 'A'")
        == ["Alpha \"1\"|50.8|z"])
    #expect(try network.rows("SELECT trip_id, block_id, shape_id FROM trips") == ["T|b1|S"])
    #expect(
      try network.rows("SELECT from_stop_id, to_stop_id, min_transfer_time FROM transfers")
        == ["A|B|90"])
    #expect(try network.rows("SELECT date, exception_type FROM calendar_dates") == ["20191101|2"])
    #expect(try network.rows("SELECT shape_pt_lat FROM shapes ORDER BY 1") == ["50.8", "50.83"])
    #expect(try network.names == ["network.sqlite"])
    #expect(
      try network.load("2019-10-29").timetable.lines.contains(
        "T: A 8:00:00, B !13:46:40, C 25:20:00")
    )
  }

  @Test func anImportIntoAnOlderDatabaseKeepsItsFeeds() throws {
    let network = try versionOne()
    try network.add("g", .minimal)
    #expect(try NetworkDatabase(network.path).feeds().map(\.name) == ["f", "g"])
    #expect(try network.rows("PRAGMA integrity_check") == ["ok"])
  }

  @Test func aMigrationThatFailsLeavesTheOldDatabase() throws {
    let network = try versionOne()
    let queue = try DatabaseQueue(path: network.path)
    // The view that every row of the feed would come from.
    try queue.write { try $0.execute(sql: "DROP VIEW stop_times") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: network.path))
    #expect(throws: Failure.self) { _ = try NetworkDatabase(network.path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: network.path)) == before)
    #expect(try network.names == ["network.sqlite"])
  }
}
