import GRDB
import GRDBSQLite

/// A row of `stop_times` as stored.
struct StoredCall {
  var stop: Int
  var arrival: Int?
  var departure: Int?
  var canBoard: Bool
  var canAlight: Bool
  var shapeDistance: Double?
}

/// Reads the calls of one trip at a time through one prepared statement on SQLite's own handle.
struct CallReader {
  private let statement: Statement
  private let handle: OpaquePointer

  init(_ database: Database, stops: StopTable) throws {
    statement = try database.makeStatement(
      sql: """
        SELECT stop_key, arrival_time, departure_time, pickup_type, drop_off_type,
          shape_dist_traveled
        FROM store_stop_times WHERE trip_key = ? ORDER BY stop_sequence
        """)
    handle = statement.sqliteStatement
  }

  func calls(of trip: Int) throws -> [StoredCall] {
    sqlite3_bind_int64(handle, 1, Int64(trip))
    defer { sqlite3_reset(handle) }
    var calls: [StoredCall] = []
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return calls }
      guard code == SQLITE_ROW else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      calls.append(
        StoredCall(
          stop: Int(sqlite3_column_int64(handle, 0)), arrival: integer(1), departure: integer(2),
          canBoard: integer(3) != 1, canAlight: integer(4) != 1,
          shapeDistance: sqlite3_column_type(handle, 5) == SQLITE_NULL
            ? nil : sqlite3_column_double(handle, 5)))
    }
  }

  private func integer(_ column: Int32) -> Int? {
    sqlite3_column_type(handle, column) == SQLITE_NULL
      ? nil : Int(sqlite3_column_int64(handle, column))
  }
}
