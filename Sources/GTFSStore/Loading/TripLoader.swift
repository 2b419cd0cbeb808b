import Findings
import GRDB
import TransitRouting

/// Adds the trips that run to a timetable and expands `frequencies.txt`.
struct TripLoader {
  private let trips: [ActiveTrips.Trip]
  private let runsByService: [Int: [ServiceRun]]
  private let headways: [Int: [Headway]]
  private let file: String
  private let soleFeed: String?
  private var calls: CallTable
  /// Rows of `frequencies.txt` without exact times, to be added after all other trips.
  private var inexact: [InexactRow] = []
  /// Those of them that have a trip in the timetable.
  private(set) var rows: [PhaseDraws.Row] = []

  private struct InexactRow {
    var trip: ActiveTrips.Trip
    var sequence: CallTable.Calls
    var run: ServiceRun
    var headway: Headway
  }

  /// - Parameters:
  ///   - runs: the services that `trips` are of, day by day.
  ///   - soleFeed: the name of the feed where ids of trips do not have it.
  ///   - file: the database, for findings.
  init(
    _ database: Database, _ trips: ActiveTrips, _ timings: TripTimings, stops: StopTable,
    runs: [ServiceRun], soleFeed: String?, file: String
  ) throws {
    self.soleFeed = soleFeed
    self.trips = trips.trips
    self.file = file
    runsByService = ServiceRun.byService(runs)
    headways = try Headway.all(database)
    calls = try CallTable(database, timings, stops)
  }

  /// What the notes of a load count.
  private struct Counts {
    var inexact = 0
    var interpolated = 0
    var onDemand = 0
  }

  /// - Returns: every trip that was added.
  mutating func load(
    into builder: inout TimetableBuilder, _ notes: inout [Finding]
  ) throws -> [TripRun] {
    var added: [TripRun] = []
    added.reserveCapacity(trips.count)
    builder.reserve(trips: trips.count, calls: trips.count * 24)
    var counts = Counts()
    for trip in trips {
      let pattern = try calls.pattern(trip.pattern)
      // Who orders a ride is fetched some time in a window: there is no timetable to search.
      if pattern.isOnDemand {
        counts.onDemand += 1
        continue
      }
      guard pattern.calls.count >= 2 else { continue }
      guard let sequence = try calls.calls(of: trip) else {
        throw Failure.unusable(
          "missing_trip_edge", file: file, field: "stop_times.txt", value: trip.trip.id,
          "the first or last call of the trip has no time, or it calls at an entrance or node")
      }
      let addedBefore = added.count
      for run in runsByService[trip.service] ?? [] {
        guard let expanded = headways[trip.key] else {
          try add(trip, sequence, run, &builder, &added)
          continue
        }
        for headway in expanded {
          if headway.isExact {
            try add(trip, sequence, run, repeatedAt: headway, &builder, &added)
          } else {
            inexact.append(
              InexactRow(trip: trip, sequence: sequence, run: run, headway: headway))
          }
        }
      }
      // Notes are of what the timetable holds, not of the night before's trips that have ended.
      guard added.count > addedBefore else { continue }
      counts.interpolated += sequence.interpolated
    }
    try addInexact(&builder, &added, &counts)
    add(counts, to: &notes)
    return added
  }

  private func add(_ counts: Counts, to notes: inout [Finding]) {
    if counts.inexact > 0 {
      notes.append(
        Finding(
          LoadedTimetable.fixedPhase, .warning, file: file, field: "frequencies.txt",
          message: "trips without exact times run at a fixed phase from start_time",
          count: counts.inexact))
    }
    if counts.onDemand > 0 {
      notes.append(
        Finding(
          "on_demand_trip", .warning, file: file, field: "stop_times.txt",
          message: "trips that must be ordered are not used in routing", count: counts.onDemand))
    }
    if counts.interpolated > 0 {
      notes.append(
        Finding(
          "interpolated_times", .info, file: file, field: "stop_times.txt",
          message: "empty times were interpolated by distance", count: counts.interpolated))
    }
  }

  /// Adds the trips without exact times with phase 0, last of all: their number differs from draw to
  /// draw, and nothing that comes before them moves.
  private mutating func addInexact(
    _ builder: inout TimetableBuilder, _ added: inout [TripRun], _ counts: inout Counts
  ) throws {
    var seen: Set<NotedRow> = []
    for row in inexact {
      let first = added.count
      var run = row.run
      // What a phase brings into the window must be here, so that each row has a trip to repeat.
      if let window = run.window, window.lowerBound > Int.min {
        run.window = (window.lowerBound - row.headway.seconds)..<window.upperBound
      }
      try add(row.trip, row.sequence, run, repeatedAt: row.headway, &builder, &added)
      guard added.count > first else { continue }
      let shift = row.run.shiftSeconds
      let feed = soleFeed.map { $0 + ":" } ?? ""
      rows.append(
        PhaseDraws.Row(
          name: "\(feed)\(row.trip.trip.id) \(row.headway.start) \(row.run.date)",
          tripID: row.trip.trip.id, startSeconds: row.headway.start + shift,
          endSeconds: row.headway.end + shift, headwaySeconds: row.headway.seconds,
          dayShiftSeconds: shift, window: row.run.window,
          trips: added[first].trip.position..<added[added.count - 1].trip.position + 1,
          firstStartSeconds: added[first].startSeconds))
      if seen.insert(NotedRow(trip: row.trip.key, start: row.headway.start)).inserted {
        counts.inexact += 1
      }
      // Where the trip has rows with exact times too, they have been counted.
      let isCounted = headways[row.trip.key]?.contains(where: \.isExact) == true
      if !isCounted, seen.insert(NotedRow(trip: row.trip.key, start: nil)).inserted {
        counts.interpolated += row.sequence.interpolated
      }
    }
  }

  /// A row, or with no start a trip, that a note has counted on another service day.
  private struct NotedRow: Hashable {
    var trip: Int
    var start: Int?
  }

  /// Adds the trips of a row of `frequencies.txt` with phase 0.
  private func add(
    _ trip: ActiveTrips.Trip, _ sequence: CallTable.Calls, _ run: ServiceRun,
    repeatedAt headway: Headway, _ builder: inout TimetableBuilder, _ added: inout [TripRun]
  ) throws {
    let first = trip.startSeconds + Int(calls.times[sequence.times.lowerBound + 1])
    for start in stride(from: headway.start, to: headway.end, by: headway.seconds) {
      var copy = trip
      copy.trip.id += "@\(start)"
      try add(copy, sequence, run, repeatedAfter: start - first, &builder, &added)
    }
  }

  /// Adds a trip of a service day if it runs in the day asked for.
  /// - Parameter offset: of a trip that `frequencies.txt` repeats.
  private func add(
    _ trip: ActiveTrips.Trip, _ sequence: CallTable.Calls, _ run: ServiceRun,
    repeatedAfter offset: Int? = nil, _ builder: inout TimetableBuilder, _ added: inout [TripRun]
  ) throws {
    let shift = trip.startSeconds + run.shiftSeconds + (offset ?? 0)
    let times = sequence.times
    let start = Int(calls.times[times.lowerBound + 1]) + shift
    let end = Int(calls.times[times.upperBound - 2]) + shift
    guard run.holds(start: start, end: end), let first = sequence.pattern.first,
      let last = sequence.pattern.last
    else { return }
    do throws(TimetableError) {
      let index = try builder.add(
        trip: trip.trip, calls: sequence.pattern, times: calls.times.span.extracting(times),
        shiftSeconds: shift)
      added.append(
        TripRun(
          trip: index, key: trip.key, block: trip.block, dayShiftSeconds: run.shiftSeconds,
          isRepeated: offset != nil, firstStop: first.stop, lastStop: last.stop,
          startSeconds: start, endSeconds: end))
    } catch {
      throw Failure.unusable(
        "decreasing_time", file: file, field: "stop_times.txt", value: error.tripID, error.reason)
    }
  }
}
