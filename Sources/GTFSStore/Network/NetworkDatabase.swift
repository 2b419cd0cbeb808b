public import Findings
import Foundation
import GRDB
public import TransitRouting

/// What a network database says of one feed.
public struct FeedSummary: Sendable, Codable {
  public var name: String
  public var source: String
  public var isModel: Bool
  public var operators: [String]
  public var routeCount: Int
  public var tripCount: Int
  public var stopCount: Int
  public var stopTimeCount: Int
  /// The first and last day with a trip; `nil` where no day has one.
  public var firstServiceDate: String?
  public var lastServiceDate: String?
}

/// A network database made by `antenne import`, open for reading.
public struct NetworkDatabase: Sendable {
  public let path: String
  let queue: DatabaseQueue

  /// Opens a database; one of an older version is brought up to date first.
  public init(_ path: String) throws(Failure) {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else {
      throw .missingInput(
        path: path, reason: "no such network database; make one with 'antenne import'")
    }
    do {
      guard let version = try NetworkMigration.version(of: path) else {
        throw Failure.unusable(
          "not_a_network", file: path, "the SQLite file was not made by 'antenne import'")
      }
      if NetworkMigration.canMigrate(version) {
        try NetworkMigration.update(path, from: version)
      } else if version != StorageSchema.version {
        throw Failure.unusable(
          "wrong_network_version", file: path,
          "the database has version \(version), this program reads \(StorageSchema.version)",
          remedy: "use a newer antenne, or import the feeds again into another file")
      }
      var configuration = Configuration()
      configuration.readonly = true
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch let failure as Failure {
      throw failure
    } catch let error as DatabaseError where error.resultCode != .SQLITE_NOTADB {
      throw .inputOutput(path: path, reason: "SQLite: \(error.message ?? "\(error)")")
    } catch {
      throw .unusable(
        "not_a_network", file: path, "the file is not an SQLite database",
        remedy: "a network is made from GTFS feeds with 'antenne import FEED... --into NETWORK'")
    }
  }

  /// Runs a read, turning database errors into failures.
  func read<Value>(_ body: (Database) throws -> Value) throws(Failure) -> Value {
    do {
      return try queue.read(body)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .inputOutput(path: path, reason: "SQLite: \(error)")
    }
  }

  public func feeds() throws(Failure) -> [FeedSummary] {
    try read { database in try FeedCalendar.all(database).map { try $0.summary(database) } }
  }

  /// A day on which every feed runs: the first Tuesday, else the first weekday, else the first.
  /// - Throws: `unusableData` where no day is common to all feeds.
  public func ordinaryDate() throws(Failure) -> ServiceDate {
    let days = try read { database in
      let calendars = try FeedCalendar.all(database).map(\.calendar)
      let bounds = calendars.compactMap(\.bounds)
      guard bounds.count == calendars.count, var day = bounds.map(\.lowerBound).max(),
        let end = bounds.map(\.upperBound).min()
      else { return [ServiceDate]() }
      var days: [ServiceDate] = []
      // Five years of any calendar hold an ordinary day if there is one.
      while day <= end, days.count < 1830 {
        if calendars.allSatisfy({ $0.hasService(on: day) }) { days.append(day) }
        day = day.adding(days: 1)
      }
      return days
    }
    if let day = days.first(where: { $0.weekday == 1 }) ?? days.first(where: { $0.weekday < 5 })
      ?? days.first
    {
      return day
    }
    throw .unusable(
      "no_common_date", file: path, "there is no day on which every feed has service",
      remedy: "see 'antenne feeds \(path)' and import feeds of the same time")
  }

  /// Trips and stop_times of each feed's service on a date, by feed name.
  public func service(on date: ServiceDate) throws(Failure) -> [String: (trips: Int, calls: Int)] {
    try read { database in
      var counts: [String: (trips: Int, calls: Int)] = [:]
      for row in try Row.fetchAll(database, sql: "SELECT feed_key, feed FROM feeds") {
        let calendar = try ServiceCalendar(database, feedKey: row["feed_key"])
        let services = calendar.activeServices(on: date)
        try database.execute(
          sql: "CREATE TEMP TABLE IF NOT EXISTS active (service_key INTEGER PRIMARY KEY)")
        try database.execute(sql: "DELETE FROM active")
        let insert = try database.makeStatement(sql: "INSERT INTO active VALUES (?)")
        for service in services { try insert.execute(arguments: [service]) }
        let trips = try Int.fetchOne(
          database,
          sql: "SELECT COUNT(*) FROM active CROSS JOIN store_trips USING (service_key)")
        let calls = try Int.fetchOne(
          database,
          sql: """
            SELECT COUNT(*) FROM active CROSS JOIN store_trips USING (service_key)
            CROSS JOIN store_stop_times USING (trip_key)
            """)
        counts[row["feed"]] = (trips ?? 0, calls ?? 0)
      }
      return counts
    }
  }
}
