import FeedArchive
import Findings
import Foundation
import GRDB
import GTFSSchedule

/// A feed of a network database as the files that it was made from: the views have the names and
/// columns of the reference in every version of the database, so that an older one is migrated by
/// importing it.
struct DatabaseSource: FeedSource {
  let name: String
  let members: [String]
  private let database: Database
  private let feed: String

  init(_ feed: String, of database: Database, source: String) throws {
    self.feed = feed
    self.database = database
    name = source
    members = try String.fetchAll(
      database,
      sql: "SELECT file FROM feed_files JOIN feeds USING (feed_key) WHERE feed = ? ORDER BY file",
      arguments: [feed])
  }

  func open(
    _ member: String
  ) throws(Failure) -> (UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    let rows: RowCursor
    var pending: [UInt8]
    do {
      let view = member.prefix { $0 != "." }
      let statement = try database.makeStatement(sql: "SELECT * FROM \(view) WHERE feed = ?")
      rows = try Row.fetchCursor(statement, arguments: [feed])
      pending =
        member == GTFSSchedule.locations.name
        ? try zones(rows) : record(statement.columnNames.dropFirst().map { $0 })
    } catch {
      throw .inputOutput(path: name, reason: "SQLite: \(error)")
    }
    return { (buffer) throws(Failure) in
      do {
        while pending.count < buffer.count, let row = try rows.next() {
          pending += record(row.databaseValues.dropFirst().map { $0.text ?? "" })
        }
      } catch {
        throw .inputOutput(path: name, reason: "SQLite: \(error)")
      }
      let count = min(buffer.count, pending.count)
      buffer.copyBytes(from: pending[..<count])
      pending.removeFirst(count)
      return count
    }
  }

  /// `locations.geojson` as one text; leaves no row behind.
  private func zones(_ rows: RowCursor) throws -> [UInt8] {
    var features: [[String: Any]] = []
    while let row = try rows.next() {
      func text(_ column: String) -> String? { (row[column] as DatabaseValue).text }
      let geometry = try text("geometry").map { geometry in
        try JSONSerialization.jsonObject(with: Data(geometry.utf8))
      }
      features.append([
        "type": "Feature", "id": text("location_id") ?? "", "geometry": geometry ?? NSNull(),
        "properties": [
          "stop_name": text("stop_name") ?? "", "stop_desc": text("stop_desc") ?? "",
        ],
      ])
    }
    return Array(
      try JSONSerialization.data(
        withJSONObject: ["type": "FeatureCollection", "features": features]))
  }

  /// Every cell in quotes, so that none needs a second look.
  private func record(_ cells: [String]) -> [UInt8] {
    var text: [UInt8] = []
    for cell in cells {
      if !text.isEmpty { text.append(UInt8(ascii: ",")) }
      text.append(UInt8(ascii: "\""))
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { text.append(byte) }
        text.append(byte)
      }
      text.append(UInt8(ascii: "\""))
    }
    text.append(UInt8(ascii: "\n"))
    return text
  }
}
