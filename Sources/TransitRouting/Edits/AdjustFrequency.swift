/// Gives a route other departures; each entry takes its stops and times between them from a trip.
///
/// As in R5 all trips of the route make room, in both directions and of all patterns, unless those
/// outside the entries' windows are retained.
public struct AdjustFrequency: Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    /// A trip of the route.
    public var sourceTrip: String
    public var departures: Departures

    public init(sourceTrip: String, _ departures: Departures) {
      self.sourceTrip = sourceTrip
      self.departures = departures
    }
  }

  public var route: String
  public var entries: [Entry]
  /// Keeps the trips that leave their first stop outside the windows of all entries with a headway;
  /// entries with stated departures have no window.
  public var retainsTripsOutsideEntries: Bool

  public init(route: String, entries: [Entry], retainsTripsOutsideEntries: Bool = false) {
    self.route = route
    self.entries = entries
    self.retainsTripsOutsideEntries = retainsTripsOutsideEntries
  }
}

extension AdjustFrequency: EditStep {
  func apply(to draft: inout TimetableDraft, _ log: inout EditLog) {
    if entries.isEmpty { log.report("missing_key", "entries", nil, "the route needs departures") }
    let index = draft.findRoute(route, "route", &log)
    let trips = draft.allTrips
    let names = NameTable(trips.map(\.trip.scheduleID))
    var sources: [TimetableDraft.Trip] = []
    for (position, entry) in entries.enumerated() {
      let field = "entries[\(position)].source_trip"
      guard let id = log.find(entry.sourceTrip, in: names, "trip", field: field),
        let source = trips.first(where: { $0.trip.scheduleID == id })
      else { continue }
      if let index, source.trip.route != index {
        log.report(
          "trip_of_other_route", field, entry.sourceTrip,
          "the trip is of route \(draft.routes[source.trip.route.position].id)")
      }
      sources.append(source)
    }
    guard !log.isFailed, let index else { return }
    makeRoom(index, &draft, &log)
    for (entry, source) in zip(entries, sources) {
      var trip = source.trip
      trip.id = trip.scheduleID
      draft.add(entry.departures, trip, source.callsFromStart, &log)
    }
  }

  private func makeRoom(
    _ route: RouteIndex, _ draft: inout TimetableDraft, _ log: inout EditLog
  ) {
    let windows = entries.compactMap {
      if case .headway(let window, _, _) = $0.departures { window } else { nil }
    }
    let count = draft.scheduled.count
    draft.scheduled.removeAll { trip in
      guard trip.trip.route == route, let start = trip.calls.first?.departureSeconds else {
        return false
      }
      return !retainsTripsOutsideEntries || windows.contains { $0.contains(Int(start)) }
    }
    log.effect.removedTrips += count - draft.scheduled.count
    draft.rows = draft.rows.flatMap { row -> [TimetableDraft.Row] in
      guard row.trips[0].trip.route == route else { return [row] }
      let pieces = retainsTripsOutsideEntries ? row.pieces(outside: windows) : []
      if pieces.isEmpty {
        log.effect.removedRows += 1
      } else if pieces.map(\.row.span) != [row.row.span] {
        log.effect.changedRows += 1
      }
      return pieces
    }
  }
}

extension TimetableDraft.Trip {
  /// With the first departure at 0 s, and no stay before it, as R5 has it.
  fileprivate var callsFromStart: [Timetable.StopEvent] {
    guard let start = calls.first?.departureSeconds else { return [] }
    var moved = calls.shifted(by: -Int(start))
    moved[0].arrivalSeconds = 0
    return moved
  }
}

extension PhaseDraws.Row {
  fileprivate var span: Range<Int> { startSeconds..<endSeconds }
}

extension TimetableDraft.Row {
  /// What is left of a row without some windows. A piece that begins later than the row has a phase
  /// of its own: nobody knows which vehicle would come first.
  fileprivate func pieces(outside windows: [Range<Int>]) -> [TimetableDraft.Row] {
    var spans = [row.span]
    for window in windows {
      spans = spans.flatMap { span in
        [
          span.lowerBound..<max(span.lowerBound, min(span.upperBound, window.lowerBound)),
          min(span.upperBound, max(span.lowerBound, window.upperBound))..<span.upperBound,
        ].filter { !$0.isEmpty }
      }
    }
    guard spans != [row.span] else { return [self] }
    return spans.compactMap { span in
      var piece = row
      piece.startSeconds = span.lowerBound
      piece.endSeconds = span.upperBound
      if span.lowerBound > row.startSeconds { piece.name += " from \(span.lowerBound)" }
      return TimetableDraft.Row(
        piece, trips[0].trip, trips[0].calls, firstStartSeconds: row.firstStartSeconds)
    }
  }
}
