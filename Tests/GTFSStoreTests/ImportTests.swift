import FeedArchive
import Findings
import Foundation
import GRDB
import GTFSSchedule
import TestSupport
import Testing
import TransitRouting

@testable import GTFSStore

@Suite struct ImportTests {
  @Test func everyFileIsCountedAndFound() throws {
    let feed = FeedText.minimal.adding("shape_id", "S", to: "trips.txt")
      .replacing("calendar_dates.txt", with: "service_id,date,exception_type\nweekday,20191101,2\n")
      .replacing("transfers.txt", with: "from_stop_id,to_stop_id,transfer_type\nA,B,0\nB,A,0\n")
      .replacing(
        "frequencies.txt",
        with: "trip_id,start_time,end_time,headway_secs\nT,07:00:00,08:00:00,600\n"
      )
      .replacing(
        "shapes.txt",
        with: "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\nS,50.8,4.3,1\nS,50.9,4.3,2\n"
      )
      .replacing(
        "feed_info.txt",
        with: "feed_publisher_name,feed_publisher_url,feed_lang\nL,https://example.org,nl\n")
    let network = try Network()
    let summary = try network.add("f", feed)
    let counts = try #require(summary.feeds.first).rowCounts
    #expect(
      counts.map { "\($0.file) \($0.rows)" } == [
        "agency.txt 1", "stops.txt 3", "routes.txt 1", "calendar.txt 1", "calendar_dates.txt 1",
        "shapes.txt 2", "trips.txt 1", "stop_times.txt 3", "frequencies.txt 1", "transfers.txt 2",
        "feed_info.txt 1",
      ])
    #expect(summary.findings.isEmpty)
    for count in counts {
      let view = count.file.dropLast(4)
      #expect(try network.rows("SELECT COUNT(*) FROM \(view)") == ["\(count.rows)"], "\(view)")
    }
    let stored = try #require(try NetworkDatabase(network.path).feeds().first)
    #expect(stored.operators == ["Lijn"])
    let stopCounts = (stored.stopCount, stored.stopTimeCount)
    #expect(stopCounts == (3, 3))
    #expect(stored.routeCount == 1)
    #expect(stored.tripCount == 1)
    // The calendar runs from Tuesday 1 October to Tuesday 31 December.
    #expect(stored.firstServiceDate == "2019-10-01")
    #expect(stored.lastServiceDate == "2019-12-31")
  }

  @Test func aViewShowsTheColumnsOfTheReferenceWithTimesAsText() throws {
    let network = try Network(
      .minimal.substituting("08:20:00,08:20:00", "26:11:00,", in: "stop_times.txt"))
    #expect(
      try network.rows(
        """
        SELECT feed, trip_id, stop_sequence, stop_id, arrival_time, departure_time FROM stop_times
        ORDER BY stop_sequence
        """) == [
          "f|T|1|A|08:00:00|08:00:00", "f|T|2|B|08:10:00|08:11:00", "f|T|3|C|26:11:00|",
        ])
    #expect(
      try network.rows("SELECT name FROM pragma_table_info('stop_times')").joined(separator: " ")
        == (["feed"] + GTFSSchedule.stopTimes.fields.map(\.name)).joined(separator: " "))
    #expect(
      try network.rows("SELECT route_id, service_id, trip_id FROM trips") == ["R|weekday|T"])
    #expect(
      try network.rows("SELECT service_id, monday, sunday, start_date FROM calendar") == [
        "weekday|1|0|20191001"
      ])
  }

  @Test func stationsAreParentsOfTheirPlatforms() throws {
    let feed = FeedText.minimal.replacing(
      "stops.txt",
      with: """
        stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station
        A,Alpha,50.80,4.30,0,S
        S,Station,50.80,4.30,1,
        B,Beta,50.81,4.30,,
        C,Gamma,50.83,4.30,,

        """)
    let network = try Network(feed)
    #expect(
      try network.rows("SELECT stop_id, parent_station FROM stops ORDER BY stop_id") == [
        "A|S", "B|", "C|", "S|",
      ])
    let timetable = try network.load("2019-10-29").timetable
    let parents = timetable.stops.map { $0.parent.map { timetable.stops[$0.position].id } }
    #expect(timetable.stops.map(\.id) == ["A", "S", "B", "C"])
    #expect(parents == ["S", nil, nil, nil])
  }

  @Test func twoFeedsWithTheSameIdsStayApart() throws {
    let network = try Network()
    try network.add("one", .minimal)
    try network.add(
      "two",
      FeedText.minimal.substituting("Alpha", "Anvers", in: "stops.txt")
        .substituting("08:", "09:", in: "stop_times.txt"))
    #expect(
      try network.rows(
        "SELECT feed, stop_id, stop_name FROM stops WHERE stop_id = 'A' ORDER BY feed")
        == ["one|A|Alpha", "two|A|Anvers"])
    #expect(
      try network.load("2019-10-29").timetable.lines == [
        "one:T: one:A 8:00:00, one:B 8:10:00-8:11:00, one:C 8:20:00",
        "two:T: two:A 9:00:00, two:B 9:10:00-9:11:00, two:C 9:20:00",
      ])
  }

  @Test func twoFeedsInOneStepAreTheSameAsOneAfterTheOther() throws {
    let (together, apart) = (try Network(), try Network())
    let sources = ["one", "two"].map {
      FeedToImport(name: $0, source: TextSource(name: $0, files: FeedText.minimal.files))
    }
    _ = try NetworkImport.run(sources, into: together.path)
    for source in sources { try apart.add(source.name, source.source) }
    for view in ["stops", "trips", "stop_times", "calendar", "routes", "agency"] {
      let sql = "SELECT * FROM \(view) ORDER BY 1, 2, 3"
      #expect(try together.rows(sql) == apart.rows(sql))
    }
  }

  @Test func aFeedOfTheSameNameIsReplacedAndTheOthersStay() throws {
    let full = FeedText.minimal
      .replacing("calendar_dates.txt", with: "service_id,date,exception_type\nweekday,20191101,2\n")
      .replacing("transfers.txt", with: "from_stop_id,to_stop_id,transfer_type\nA,B,0\n")
      .replacing(
        "frequencies.txt",
        with: "trip_id,start_time,end_time,headway_secs\nT,07:00:00,08:00:00,600\n"
      )
      .replacing(
        "shapes.txt", with: "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\nS,50.8,4.3,1\n"
      )
      .replacing(
        "feed_info.txt",
        with: "feed_publisher_name,feed_publisher_url,feed_lang\nL,https://example.org,nl\n")
    let network = try Network()
    try network.add("one", full)
    try network.add("two", full)
    let views = full.files.map { String($0.name.dropLast(4)) }
    let others = try views.map { try network.rows("SELECT * FROM \($0) WHERE feed = 'two'") }
    try network.add("one", .minimal)
    for (view, before) in zip(views, others) {
      #expect(!before.isEmpty, "\(view)")
      #expect(try network.rows("SELECT * FROM \(view) WHERE feed = 'two'") == before, "\(view)")
      let rows = FeedText.minimal.text(of: view + ".txt").split(separator: "\n").count
      #expect(
        try network.rows("SELECT COUNT(*) FROM \(view) WHERE feed = 'one'")
          == ["\(max(0, rows - 1))"], "\(view)")
    }
    // What was removed leaves nothing behind in the storage tables: each belongs to a feed.
    #expect(try network.rows("SELECT COUNT(*) FROM store_service_ids") == ["2"])
    #expect(try network.rows("SELECT COUNT(*) FROM store_shape_ids") == ["1"])
    #expect(try network.rows("PRAGMA foreign_key_check").isEmpty)
    #expect(try network.rows("PRAGMA integrity_check") == ["ok"])
  }

  @Test func theDatabaseSaysWhatItIsAndHasItsIndexes() throws {
    let network = try Network(.minimal)
    try network.add("two", .minimal)
    // "Antn" as four bytes.
    #expect(try network.rows("PRAGMA application_id") == ["\(0x416E_746E)"])
    #expect(
      try network.rows(
        "SELECT COUNT(*) FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        == ["\(StorageSchema.indexes.count + StorageSchema.uniqueIndexes.count)"])
  }

  @Test func anAgencyWithoutAnIdIsTheAgencyOfEveryRoute() throws {
    let feed = FeedText.minimal
      .replacing(
        "agency.txt",
        with: "agency_name,agency_url,agency_timezone\nLijn,https://example.org,Europe/Brussels\n"
      )
      .replacing("routes.txt", with: "route_id,route_short_name,route_type\nR,1,3\n")
    let timetable = try Network(feed).load("2019-10-29").timetable
    #expect(timetable.routes.map(\.operatorName) == ["Lijn"])
  }

  @Test func aRouteWithoutAnAgencyIsOfTheFirst() throws {
    let feed = FeedText.minimal
      .appending("M,Métro,https://example.org,Europe/Brussels", to: "agency.txt")
      .appending("R2,,2,3", "R3,M,3,1", to: "routes.txt")
    let timetable = try Network(feed).load("2019-10-29").timetable
    #expect(timetable.routes.map(\.operatorName) == ["Lijn", "Lijn", "Métro"])
    #expect(timetable.routes.map(\.type) == [3, 3, 1])
  }

  @Test func spacesAroundIdsAreDroppedWithOneWarning() throws {
    let network = try Network()
    let summary = try network.add(
      "f",
      .minimal.substituting("A,Alpha", " A ,Alpha", in: "stops.txt")
        .substituting("C,Gamma", "C ,Gamma", in: "stops.txt"))
    #expect(summary.findings.map(\.code) == ["surrounding_spaces"])
    #expect(summary.findings.map(\.severity) == [.warning])
    #expect(summary.findings.map(\.count) == [2])
    #expect(try network.rows("SELECT stop_id FROM stops ORDER BY 1") == ["A", "B", "C"])
  }

  @Test func filesAndColumnsThatAreNotReadAreListed() throws {
    let summary = try Network().add(
      "f",
      .minimal.replacing("route_types.txt", with: "x\n1\n").replacing("load.sql", with: "x")
        .substituting("route_type", "route_type,colour", in: "routes.txt")
        .substituting("1,3", "1,3,red", in: "routes.txt"))
    #expect(summary.findings.map(\.severity) == [.info, .info, .info])
    #expect(
      summary.findings.map { "\($0.code) \($0.field ?? "")" } == [
        "unknown_file load.sql", "unknown_file route_types.txt", "unknown_column colour",
      ])
  }

  /// The reference lets the id of an attribution out.
  @Test func rowsWhoseOnlyKeyIsEmptyAreNotTheSame() throws {
    let feed = FeedText.minimal.replacing(
      "attributions.txt", with: "attribution_id,organization_name,is_producer\n,A,1\n,B,1\n,A,1\n")
    let network = try Network()
    #expect(try network.add("f", feed).findings.isEmpty)
    #expect(try network.rows("SELECT organization_name FROM attributions") == ["A", "B", "A"])
  }

  @Test func whatRoutingDoesNotReadRefusesNothing() throws {
    let fares = "fare_id,price,currency_type,payment_method,transfers\n"
    let feed = FeedText.minimal
      .replacing("fare_attributes.txt", with: fares + "F,1,EUR,0,\nF,2,EUR,0,\n")
      // Both name routes that are not there; without them they would be one fare of every route.
      .replacing("fare_rules.txt", with: "fare_id,route_id\nF,X\nF,Y\nF,R\n")
    let network = try Network()
    let found = try network.add("f", feed).findings
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(found.map(\.code) == ["duplicate_key", "foreign_key_violation"])
    #expect(try network.rows("SELECT price FROM fare_attributes") == ["1.0"])
    #expect(try network.rows("SELECT route_id FROM fare_rules") == ["R"])
  }

  @Test func theRowInTheWayOfAnotherIsFoundThroughTheUniqueIndex() throws {
    let network = try Network(.minimal)
    // With what it knows of a table of one row SQLite would rather read that.
    let queue = try DatabaseQueue(path: network.path)
    try queue.write { try $0.execute(sql: "DELETE FROM sqlite_stat1") }
    try queue.close()
    for file in GTFSSchedule.files where file.name != "stop_times.txt" && !file.primaryKey.isEmpty {
      let columns = file.fields.flatMap { field -> [String] in
        if case .key(let entity) = field.kind {
          return [StorageSchema.column(field), entity.idColumn]
        }
        return [StorageSchema.column(field)]
      }
      let condition = TableWriter.sameRow(file, columns + ["feed_key"])
        .replacing(/\?\d+/, with: "1")
      let plan = try network.rows(
        "EXPLAIN QUERY PLAN SELECT 1 FROM \(StorageSchema.storageTable(file)) WHERE \(condition)")
      let text = plan.joined()
      // A table with rows of its own is found by its key; another by all columns of the index.
      let terms = text.split(separator: "=?").count - 1
      #expect(
        file.entity != nil ? text.contains("SEARCH") : terms >= file.primaryKey.count,
        "\(file.name): \(text)")
    }
  }

  @Test func spacesAroundTextsAreDroppedToo() throws {
    let network = try Network()
    let feed = FeedText.minimal.substituting("Beta", "Beta  ", in: "stops.txt")
      .substituting("trip_id", "trip_id,block_id", in: "trips.txt")
      .substituting("weekday,T", "weekday,T, b ", in: "trips.txt")
    let found = try network.add("f", feed).findings
    #expect(
      found.map { "\($0.code) \($0.field ?? "")" } == [
        "surrounding_spaces stop_name", "surrounding_spaces block_id",
      ])
    #expect(try network.rows("SELECT stop_name FROM stops WHERE stop_id = 'B'") == ["Beta"])
    #expect(try network.rows("SELECT block_id FROM trips") == ["b"])
  }

  @Test func rowsOfATripMayStandInAnyOrder() throws {
    // The middle call has no times, and comes first; another trip stands between.
    let feed = FeedText.minimal
      .appending("R,weekday,U", to: "trips.txt")
      .replacing(
        "stop_times.txt",
        with: """
          trip_id,arrival_time,departure_time,stop_id,stop_sequence
          T,,,B,2
          U,09:00:00,09:00:00,A,1
          T,08:30:00,08:30:00,C,3
          U,09:20:00,09:20:00,C,3
          T,08:00:00,08:00:00,A,1

          """)
    // B lies a third of the way: 08:10.
    #expect(
      try Network(feed).load("2019-10-29").timetable.lines == [
        "T: A 8:00:00, B 8:10:00, C 8:30:00", "U: A 9:00:00, C 9:20:00",
      ])
  }

  @Test func aByteOrderMarkQuotesAndWindowsLineEndsAreRead() throws {
    let files = FeedText.minimal.files.map { name, text in
      let lines = text.split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }
          .joined(separator: ",")
      }
      return (name: name, text: "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n\r\n")
    }
    let network = try Network(FeedText(files))
    #expect(
      try network.load("2019-10-29").timetable.lines == [
        "T: A 8:00:00, B 8:10:00-8:11:00, C 8:20:00"
      ])
  }
}
