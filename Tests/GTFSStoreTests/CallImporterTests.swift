import Findings
import GRDB
import GTFSSchedule
import TabularText
import TestSupport
import Testing

@testable import GTFSStore

@Suite struct CallImporterTests {
  /// The rows of the view `store_stop_times` after an import with room for so many rows.
  private func stored(
    _ text: String, capacity: Int, repairs: Bool = false
  ) throws -> (rows: [String], findings: [Finding], orphans: Int) {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    return try DatabaseQueue(configuration: configuration).write { database in
      for statement in StorageSchema.tablesAndViews { try database.execute(sql: statement) }
      var bytes = Array(text.utf8)
      var scanner = try RecordScanner(file: "stop_times.txt") { buffer in
        let count = min(buffer.count, bytes.count)
        buffer.copyBytes(from: bytes.prefix(count))
        bytes.removeFirst(count)
        return count
      }
      var log = FindingLog()
      _ = try scanner.next()
      let header = try #require(
        FileHeader(GTFSSchedule.stopTimes, "stop_times.txt", scanner, repairs: repairs, &log))
      var reader = RowReader(
        GTFSSchedule.stopTimes, "stop_times.txt", columns: header.columns,
        headerCount: header.count, repairs: repairs)
      var identifiers = try IdentifierTables(database)
      var importer = try CallImporter(reader, database, capacity: capacity)
      while try scanner.next() {
        if reader.read(&scanner, &identifiers, &log) {
          try importer.append(reader, scanner, &log)
        }
      }
      let lines = try importer.finish(&log)
      for key in 1...max(1, identifiers[.trip].count) {
        try database.execute(
          sql: "INSERT INTO store_trips (trip_key, trip_id, feed_key) VALUES (?, ?, 1)",
          arguments: [key, "T\(key)"])
      }
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT trip_key, position, stop_sequence, stop_key, arrival_time, departure_time,
            pickup_type, stop_headsign, shape_dist_traveled
          FROM store_stop_times ORDER BY trip_key, position
          """)
      let texts = rows.map { row in
        let line = lines.line(of: row["trip_key"], call: row["position"]) ?? 0
        return "\(line): "
          + row.databaseValues.map { $0.text ?? "-" }
          .joined(separator: " ")
      }
      let orphans = try Int.fetchOne(
        database,
        sql: """
          SELECT COUNT(*) FROM store_stop_patterns
          WHERE pattern_key NOT IN (SELECT pattern_key FROM store_trip_calls)
          """)
      return (texts, log.findings, orphans ?? 0)
    }
  }

  private let header =
    "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,stop_headsign,"
    + "shape_dist_traveled\n"

  @Test func tripsThatShareStopsAndIntervalsShareThem() throws {
    let text =
      header + """
        a,08:00:00,08:00:00,X,1,,North,0
        a,08:10:00,08:11:00,Y,2,1,,1.5
        b,09:00:00,09:00:00,X,1,,North,0
        b,09:10:00,09:11:00,Y,2,1,,1.5

        """
    let rows = try stored(text, capacity: 100).rows
    #expect(
      rows == [
        "2: 1 0 1 1 28800 28800 - North 0.0", "3: 1 1 2 2 29400 29460 1 - 1.5",
        "4: 2 0 1 1 32400 32400 - North 0.0", "5: 2 1 2 2 33000 33060 1 - 1.5",
      ])
  }

  /// Rows of 12 trips in any order, some without times: the same is stored whatever the room.
  @Test(arguments: 1...20) func theRoomInMemoryChangesNothing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var lines: [String] = []
    for trip in 0..<12 {
      for call in 0..<Int.random(in: 1...6, using: &random) {
        let minute = Int.random(in: 10...59, using: &random)
        let time = call % 3 == 1 ? "" : "\(10 + call):\(minute):00"
        let stop = Int.random(in: 0...4, using: &random)
        let headsign = ["", "East", "\"West, slow\""].randomElement(using: &random) ?? ""
        lines.append("t\(trip),\(time),\(time),s\(stop),\(call * 10),0,\(headsign),")
      }
    }
    // Three in four seeds have the trips' rows scattered.
    if seed % 4 != 0 { lines.shuffle(using: &random) }
    let text = header + lines.joined(separator: "\n") + "\n"
    let whole = try stored(text, capacity: 1_000_000)
    #expect(whole.rows.count == lines.count)
    for capacity in [1, 2, 5, 17] {
      let parts = try stored(text, capacity: capacity)
      #expect(parts.rows == whole.rows)
      #expect(parts.orphans == 0)
    }
  }

  @Test(arguments: [1, 100]) func aRowThatIsThereTwiceIsFoundInPiecesToo(capacity: Int) throws {
    let text =
      header + """
        a,08:00:00,08:00:00,X,1,,,
        a,08:10:00,08:11:00,Y,2,,,
        b,08:00:00,08:00:00,X,1,,,
        a,08:10:00,08:11:00,Y,2,,,
        b,08:10:00,08:10:00,Y,1,,,

        """
    let found = try stored(text, capacity: capacity)
    #expect(
      found.findings.map { "\($0.severity) \($0.code) \($0.line ?? 0)" } == [
        "error duplicated_row 5", "error duplicate_key 6",
      ])
    #expect(found.rows.count == 3)
    let mended = try stored(text, capacity: capacity, repairs: true).findings
    #expect(mended.map(\.severity) == [.warning, .error])
  }

  @Test func aTripOfTooManyCallsIsRefusedAndNotHeld() throws {
    let calls = (0..<100_001).map { "a,08:00:00,08:00:00,X,\($0),,,\n" }.joined()
    let failure = #expect(throws: Failure.self) {
      _ = try stored(header + calls, capacity: 10)
    }
    guard case .unusableData(let found) = failure else {
      Issue.record("another failure: \(String(describing: failure))")
      return
    }
    #expect(found.map { "\($0.code) \($0.line ?? 0)" } == ["trip_too_long 100002"])
  }

  @Test func timesAreTextThatReadsBack() {
    var text: [UInt8] = []
    for seconds in [0, 7, 86_399, 3_599_999, nil] as [Int?] {
      TimingText.append(seconds, to: &text)
    }
    TimingText.append(60, to: &text)
    #expect(String(decoding: text, as: UTF8.self).hasPrefix("00000000000007"))
    let calls = (0..<TimingText.callCount(text.span)).map { TimingText.call($0, text.span) }
    #expect(calls.map(\.arrival) == [0, 86_399, nil])
    #expect(calls.map(\.departure) == [7, 3_599_999, 60])
  }

  /// Eight digits are read as one word; here each character by itself.
  @Test func anySevenCharactersReadAsTheyStand() {
    var random = SeededGenerator(seed: 4)
    for round in 0..<20_000 {
      var text = (0..<28).map { _ in UInt8.random(in: 0x30...0x39, using: &random) }
      if round % 2 == 1 {
        text[Int.random(in: 0..<28, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let naive = (0..<4).map { part -> Int? in
        text[7 * part..<7 * part + 7].reduce(0) { value, byte -> Int? in
          (0x30...0x39).contains(byte) ? value.map { $0 * 10 + Int(byte) - 0x30 } : nil
        }
      }
      let read = (0..<2).flatMap { call in
        let times = TimingText.call(call, text.span)
        return [times.arrival, times.departure]
      }
      #expect(read == naive)
    }
  }
}
