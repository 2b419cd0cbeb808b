import Findings
import GRDB
import TransitRouting

/// Reads the trips that run, interpolates times that the feed leaves empty and expands
/// `frequencies.txt`.
struct TripLoader {
  private let database: Database
  private let stops: StopTable
  private let routes: [Int: RouteIndex]
  private let runs: [ServiceRun]
  private let isQualified: Bool

  init(
    _ database: Database, stops: StopTable, routes: [Int: RouteIndex], runs: [ServiceRun],
    qualified: Bool
  ) {
    self.database = database
    self.stops = stops
    self.routes = routes
    self.runs = runs
    isQualified = qualified
  }

  private struct TripRow {
    var key: Int
    var trip: Timetable.Trip
    var service: Int
  }

  private struct Headway {
    var start: Int
    var end: Int
    var seconds: Int
    var isExact: Bool
  }

  /// - Returns: every trip that was added.
  func load(
    into builder: inout TimetableBuilder, _ notes: inout [Finding], file: String
  ) throws -> [TripRun] {
    var added: [TripRun] = []
    var runsByService: [Int: [ServiceRun]] = [:]
    for run in runs {
      for service in run.services { runsByService[service, default: []].append(run) }
    }
    let headways = try loadHeadways()
    var inexact = 0
    var interpolated = 0
    var onDemand = 0
    let trips = try activeTrips(runsByService)
    let calls = try CallReader(database)
    for trip in trips {
      let sequence = try calls.calls(of: trip.key)
      // Who orders a ride is fetched some time in a window: there is no timetable to search.
      if sequence.contains(where: \.isOnDemand) {
        onDemand += 1
        continue
      }
      guard let times = CallTimes.filled(sequence, stops) else {
        throw Failure.unusable(
          "missing_trip_edge", file: file, field: "stop_times.txt", value: trip.trip.id,
          "the first or last call of the trip has no time, or it calls at an entrance or node")
      }
      let expanded = headways[trip.key]
      let addedBefore = added.count
      for run in runsByService[trip.service] ?? [] {
        guard let expanded else {
          if let run = try add(trip, times.events, run, &builder, file) { added.append(run) }
          continue
        }
        let first = times.events.first.map { Int($0.departureSeconds) } ?? 0
        for headway in expanded {
          for start in stride(from: headway.start, to: headway.end, by: headway.seconds) {
            var copy = trip
            copy.trip.id += "@\(start)"
            let offset = start - first
            if let run = try add(copy, times.events, run, repeatedAfter: offset, &builder, file) {
              added.append(run)
            }
          }
        }
      }
      // Notes are of what the timetable holds, not of the night before's trips that have ended.
      guard added.count > addedBefore else { continue }
      interpolated += times.interpolated
      inexact += expanded?.count { !$0.isExact } ?? 0
    }
    if inexact > 0 {
      notes.append(
        Finding(
          "fixed_phase", .warning, file: file, field: "frequencies.txt",
          message: "trips without exact times run at a fixed phase from start_time", count: inexact)
      )
    }
    if onDemand > 0 {
      notes.append(
        Finding(
          "on_demand_trip", .warning, file: file, field: "stop_times.txt",
          message: "trips that must be ordered are not used in routing", count: onDemand))
    }
    if interpolated > 0 {
      notes.append(
        Finding(
          "interpolated_times", .info, file: file, field: "stop_times.txt",
          message: "empty times were interpolated by distance", count: interpolated))
    }
    return added
  }

  private func activeTrips(_ runsByService: [Int: [ServiceRun]]) throws -> [TripRow] {
    var trips: [TripRow] = []
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT trip_key, trip_id, feed, route_key, service_key, trip_headsign
        FROM store_trips JOIN feeds USING (feed_key) ORDER BY trip_key
        """)
    while let row = try rows.next() {
      let service: Int = row[4]
      guard runsByService[service] != nil, let route = routes[row[3]] else { continue }
      trips.append(
        TripRow(
          key: row[0],
          trip: .init(
            id: qualifiedID(row[1], feed: row[2], isQualified), route: route,
            headsign: row[5] ?? ""),
          service: service))
    }
    return trips
  }

  private func loadHeadways() throws -> [Int: [Headway]] {
    var headways: [Int: [Headway]] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT trip_key, start_time, end_time, headway_secs, COALESCE(exact_times, 0)
        FROM store_frequencies ORDER BY trip_key, start_time
        """)
    while let row = try rows.next() {
      headways[row[0], default: []].append(
        Headway(start: row[1], end: row[2], seconds: row[3], isExact: row[4] == 1))
    }
    return headways
  }

  /// Adds a trip of a service day; `nil` where it does not run in the day asked for.
  /// - Parameter offset: of a trip that `frequencies.txt` repeats.
  private func add(
    _ trip: TripRow, _ events: [Timetable.StopEvent], _ run: ServiceRun,
    repeatedAfter offset: Int? = nil, _ builder: inout TimetableBuilder, _ file: String
  ) throws -> TripRun? {
    let shift = Int32(clamping: run.shiftSeconds + (offset ?? 0))
    guard let first = events.first, let last = events.last else { return nil }
    if let window = run.window {
      guard Int(last.arrivalSeconds + shift) >= window.lowerBound,
        Int(first.departureSeconds + shift) < window.upperBound
      else { return nil }
    }
    do throws(TimetableError) {
      let index = try builder.add(
        trip: trip.trip,
        events: events.lazy.map { event in
          var shifted = event
          shifted.arrivalSeconds += shift
          shifted.departureSeconds += shift
          return shifted
        })
      return TripRun(
        trip: index, key: trip.key, dayShiftSeconds: run.shiftSeconds, isRepeated: offset != nil,
        firstStop: first.stop, lastStop: last.stop,
        startSeconds: Int(first.departureSeconds + shift),
        endSeconds: Int(last.arrivalSeconds + shift))
    } catch {
      throw Failure.unusable(
        "decreasing_time", file: file, field: "stop_times.txt", value: error.tripID, error.reason)
    }
  }
}
