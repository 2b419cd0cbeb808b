public import Findings
import Foundation
import GRDB
import Geography
public import TransitRouting

/// A timetable as loaded, with what a reader of its results must know.
public struct LoadedTimetable: Sendable {
  /// Trips without exact times have phase 0 here.
  public var timetable: Timetable
  /// The timetables with random phases; `nil` where no trip of the day is without exact times.
  public var draws: PhaseDraws?
  public var date: ServiceDate
  public var feeds: [FeedSummary]
  /// Fallbacks that the timetable stands on, to be said with every result.
  public var notes: [Finding]

  /// The notes of results that stand on random draws of phases.
  public func notes(draws count: Int, seed: UInt64) -> [Finding] {
    notes(onPhases: "\(count) draws, seed \(seed)")
  }

  /// The notes of a result that stands on one draw, counted from 0.
  public func notes(draw: Int, seed: UInt64) -> [Finding] {
    notes(onPhases: "draw \(draw + 1) of seed \(seed)")
  }

  private func notes(onPhases what: String) -> [Finding] {
    guard draws != nil else { return notes }
    return notes.map { note in
      guard note.code == Self.fixedPhase else { return note }
      return Finding(
        "random_phase", .info, file: note.file, field: note.field,
        message: "trips without exact times run at random phases: \(what)",
        count: note.count)
    }
  }

  static let fixedPhase = "fixed_phase"
}

extension NetworkDatabase {
  /// Loads all trips of the date, and of the days around it those that searches from
  /// `fromSeconds` to `untilSeconds` can use, counted from the start of the date's service day.
  ///
  /// Trips of the service day before that still run are in, whatever the bounds. An arrival soon
  /// after midnight needs an earlier bound, a departure late in the evening a later one.
  /// - Throws: `unusableData` that names each feed without service on the date and its validity.
  public func loadTimetable(
    on date: ServiceDate, fromSeconds: Int = 0, untilSeconds: Int = 30 * 3600
  ) throws(Failure) -> LoadedTimetable {
    try read { database in
      var loader = try TimetableLoader(
        database, path, date: date, fromSeconds: min(0, fromSeconds),
        untilSeconds: max(86_400, untilSeconds))
      return try loader.load()
    }
  }
}

/// Builds the timetable of a date from the storage tables.
struct TimetableLoader {
  private let database: Database
  private let path: String
  private let date: ServiceDate
  private let fromSeconds: Int
  private let untilSeconds: Int
  private let feeds: [FeedCalendar]
  private var builder = TimetableBuilder()
  private var stops: StopTable
  private var notes: [Finding] = []

  init(
    _ database: Database, _ path: String, date: ServiceDate, fromSeconds: Int,
    untilSeconds: Int
  ) throws {
    self.database = database
    self.path = path
    self.date = date
    self.fromSeconds = fromSeconds
    self.untilSeconds = untilSeconds
    feeds = try FeedCalendar.all(database)
    stops = try StopTable(database, qualified: feeds.count > 1, into: &builder)
  }

  mutating func load() throws -> LoadedTimetable {
    guard !feeds.isEmpty else {
      throw Failure.unusable("empty_network", file: path, "the network holds no feed")
    }
    let routes = try loadRoutes()
    var service = try activeService(longestSeconds: 0, routes)
    let timings = try TripTimings(database, keys: service.trips.timings)
    // Almost no trip runs for longer than the day after its own. That none does is mostly known from
    // the latest start and the longest trip; only where it is not is each trip asked.
    let latest = max(service.trips.latestStartSeconds, try latestRepetition())
    var known = timings
    if firstDay(latest + timings.longestSeconds) < firstDay(0) {
      let longest = try latestSeconds()
      if firstDay(longest) < firstDay(0) {
        service = try activeService(longestSeconds: longest, routes)
        known = try TripTimings(database, keys: service.trips.timings)
      }
    }
    var loader = try TripLoader(
      database, service.trips, known, stops: stops, runs: service.runs,
      soleFeed: feeds.count == 1 ? feeds[0].name : nil, file: path)
    let trips = try loader.load(into: &builder, &notes)
    let unusedLinks = try BlockLinks(database, trips).add(to: &builder)
    let rules = try TransferLoader(database, stops: stops, routes: routes, trips: trips)
      .load(into: &builder, &notes, file: path, unusedLinks: unusedLinks)
    let summaries = try feeds.map { try $0.summary(database) }
    for feed in summaries where feed.isModel {
      notes.append(
        Finding(
          "model_timetable", .info, file: path, value: feed.name,
          message: "a model timetable, not one that an operator has published"))
    }
    let timetable = builder.build().applying(rules)
    return LoadedTimetable(
      timetable: timetable, draws: loader.rows.isEmpty ? nil : PhaseDraws(timetable, loader.rows),
      date: date, feeds: summaries, notes: notes)
  }

  private func activeService(
    longestSeconds: Int, _ routes: [Int: RouteIndex]
  ) throws -> (runs: [ServiceRun], trips: ActiveTrips) {
    let runs = try activeRuns(longestSeconds: longestSeconds)
    let trips = try ActiveTrips(
      database, services: Set(runs.flatMap(\.services)), routes: routes,
      qualified: feeds.count > 1)
    return (runs, trips)
  }

  /// The first service day that can matter, 0 for the day asked for, where the last trip of a day
  /// ends after `longestSeconds`.
  private func firstDay(_ longestSeconds: Int) -> Int {
    min((fromSeconds - 86_399) / 86_400 - 1, (fromSeconds - longestSeconds) / 86_400)
  }

  /// The trips of each service day that can run in the day asked for: the days before, the day
  /// itself and, for evenings, the day after.
  private func activeRuns(longestSeconds: Int) throws -> [ServiceRun] {
    var runs: [ServiceRun] = []
    var findings: [Finding] = []
    // Seconds count from the start of the service day in the first feed's zone.
    var baseStart: Int?
    for feed in feeds {
      let zoneName = try feed.timeZone(database)
      guard let zone = TimeZone(identifier: zoneName) else {
        findings.append(
          Finding(
            "invalid_timezone", file: path, field: "agency_timezone", value: zoneName,
            message: "feed \(feed.name) has an unknown time zone"))
        continue
      }
      let base = baseStart ?? date.startSeconds(in: zone)
      baseStart = base
      var hasService = false
      for day in firstDay(longestSeconds)...(untilSeconds / 86_400) {
        let serviceDay = date.adding(days: day)
        let services = feed.calendar.activeServices(on: serviceDay)
        if day == 0 { hasService = !services.isEmpty }
        let shift = serviceDay.startSeconds(in: zone) - base
        guard day < 1 || shift < untilSeconds else { continue }
        runs.append(
          ServiceRun(
            date: serviceDay, services: services, shiftSeconds: shift,
            window: day == 0 ? nil : (day < 0 ? fromSeconds..<Int.max : Int.min..<untilSeconds)))
      }
      if !hasService { findings.append(noService(feed)) }
    }
    if !findings.isEmpty { throw Failure.unusableData(findings) }
    return runs
  }

  /// When the last trip of a service day is at its end, those that `frequencies.txt` repeats
  /// included: most run into the day after their own, few further.
  private func latestSeconds() throws -> Int {
    let end = "CAST(substr(times, -\(CallStorage.timeDigits)) AS INTEGER)"
    let trips = try Int.fetchOne(
      database,
      sql:
        "SELECT MAX(start_time + \(end)) FROM store_trip_calls JOIN store_timings USING (timing_key)"
    )
    let repeated = try Int.fetchOne(
      database,
      sql: """
        SELECT MAX(end_time + \(end)) FROM store_frequencies
        JOIN store_trip_calls USING (trip_key) JOIN store_timings USING (timing_key)
        """)
    return max(trips ?? 0, repeated ?? 0)
  }

  /// When the last rows of `frequencies.txt` end.
  private func latestRepetition() throws -> Int {
    try Int.fetchOne(database, sql: "SELECT MAX(end_time) FROM store_frequencies") ?? 0
  }

  private func noService(_ feed: FeedCalendar) -> Finding {
    let validity = feed.calendar.bounds.map {
      "it is valid from \($0.lowerBound) to \($0.upperBound)"
    }
    return Finding(
      "no_service_on_date", file: path, value: "\(date)",
      message: "feed \(feed.name) has no service on \(date); "
        + (validity ?? "its calendars name no day at all"),
      remedy: "choose a day with service (antenne feeds NETWORK --date D), or import a feed of "
        + "that time")
  }

  private mutating func loadRoutes() throws -> [Int: RouteIndex] {
    var routes: [Int: RouteIndex] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT route_key, route_id, route_short_name, route_long_name, route_type, feed,
          COALESCE(a.agency_name, (SELECT agency_name FROM store_agency AS b
            WHERE b.feed_key = r.feed_key ORDER BY agency_key LIMIT 1), feed) AS operator
        FROM store_routes AS r JOIN feeds USING (feed_key)
        LEFT JOIN store_agency AS a ON a.agency_key = r.agency_key ORDER BY route_key
        """)
    while let row = try rows.next() {
      routes[row["route_key"]] = builder.add(
        route: .init(
          id: qualifiedID(row["route_id"], feed: row["feed"], feeds.count > 1),
          shortName: row["route_short_name"] ?? "", longName: row["route_long_name"] ?? "",
          type: row["route_type"], operatorName: row["operator"]))
    }
    return routes
  }
}

/// `feed:id` where the database holds several feeds, else the id itself.
func qualifiedID(_ id: String, feed: String, _ isQualified: Bool) -> String {
  isQualified ? feed + ":" + id : id
}
