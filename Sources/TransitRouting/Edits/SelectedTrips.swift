/// The trips of a selection, as they are found in a draft.
struct SelectedTrips {
  private struct Pattern: Hashable {
    var route: RouteIndex
    var stops: [StopIndex]
  }

  private let selection: TripSelection?
  private var byRoute: [RouteIndex: [Int]] = [:]
  private var byTrip: [String: [Int]] = [:]
  private var byPattern: [Pattern: [Int]] = [:]
  /// Which of the ids have had a trip that an edit applies to.
  private var isUsed: [Bool]

  /// - Parameter selection: `nil` selects all trips.
  init(_ selection: TripSelection?, _ draft: TimetableDraft, _ log: inout EditLog) {
    self.selection = selection
    isUsed = Array(repeating: false, count: selection?.ids.count ?? 0)
    guard let selection else { return }
    let names =
      selection.kind == .routes
      ? draft.routeNames : NameTable(draft.allTrips.map { $0.trip.scheduleID })
    for (position, id) in selection.ids.enumerated() {
      let kind = selection.kind == .routes ? "route" : "trip"
      guard
        let whole = log.find(id, in: names, kind, field: "\(selection.kind.rawValue)[\(position)]")
      else { continue }
      if selection.kind == .routes, let route = draft.routesByID[whole] {
        byRoute[route, default: []].append(position)
      } else {
        byTrip[whole, default: []].append(position)
      }
    }
    if selection.kind == .patterns { findPatterns(draft) }
  }

  private mutating func findPatterns(_ draft: TimetableDraft) {
    for trip in draft.allTrips {
      for position in byTrip[trip.trip.scheduleID] ?? [] {
        var positions = byPattern[Self.pattern(trip, draft)] ?? []
        // An example that runs on several days is one.
        if !positions.contains(position) { positions.append(position) }
        byPattern[Self.pattern(trip, draft)] = positions
      }
    }
  }

  private static func pattern(_ trip: TimetableDraft.Trip, _ draft: TimetableDraft) -> Pattern {
    Pattern(route: trip.trip.route, stops: trip.calls.map { draft.whole($0.stop) })
  }

  /// The positions of the ids that select a trip; `nil` where it is not selected.
  func positions(_ trip: TimetableDraft.Trip, _ draft: TimetableDraft) -> [Int]? {
    switch selection?.kind {
    case nil: []
    case .routes: byRoute[trip.trip.route]
    case .trips: byTrip[trip.trip.scheduleID]
    case .patterns: byPattern[Self.pattern(trip, draft)]
    }
  }

  mutating func use(_ positions: [Int]) {
    for position in positions { isUsed[position] = true }
  }

  /// Reports every id that selects no trip that the edit applies to.
  /// - Parameter what: such as `that calls at both stops`; empty for any trip.
  func reportUnused(_ what: String, _ log: inout EditLog) {
    guard let selection else { return }
    for (position, id) in selection.ids.enumerated() where !isUsed[position] {
      log.report(
        "edit_without_effect", "\(selection.kind.rawValue)[\(position)]", id,
        "there is no trip of it on the date" + (what.isEmpty ? "" : " \(what)"))
    }
  }
}

extension Timetable.Trip {
  /// The id in `trips.txt`: repetitions have the second of their start behind it.
  var scheduleID: String {
    guard let mark = id.lastIndex(of: "@") else { return id }
    let start = id[id.index(after: mark)...]
    let digits = start.first == "-" ? start.dropFirst() : start
    let isRepetition = !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
    return isRepetition ? String(id[..<mark]) : id
  }
}

extension TimetableDraft {
  /// Of every row the first.
  var allTrips: [Trip] { scheduled + rows.compactMap(\.trips.first) }

  /// Changes the calls of the selected trips; those that are left with fewer than two are removed.
  ///
  /// - Parameters:
  ///   - what: which trips the edit applies to, for those that it does not.
  ///   - change: `nil` where the edit does not apply. It must give the same for trips that differ by
  ///     a shift in time only, so that trips at a headway stay copies of each other.
  mutating func change(
    _ selection: TripSelection?, applyingTo what: String, _ log: inout EditLog,
    _ change: ([Call]) -> [Call]?
  ) {
    var selected = SelectedTrips(selection, self, &log)
    guard !log.isFailed else { return }
    var keptTrips: [Trip] = []
    for trip in scheduled {
      var changed = trip
      if let positions = selected.positions(trip, self) {
        if let calls = change(trip.calls) {
          changed.calls = calls
          selected.use(positions)
          log.effect.count(isRemoved: calls.count < 2, \.changedTrips, \.removedTrips)
          guard calls.count >= 2 else { continue }
        } else {
          log.effect.unfit += 1
        }
      }
      keptTrips.append(changed)
    }
    var keptRows: [Row] = []
    for row in rows {
      var changed = row
      if let positions = selected.positions(row.trips[0], self) {
        let calls = row.trips.compactMap { change($0.calls) }
        if calls.count == row.trips.count {
          for (trip, calls) in calls.enumerated() { changed.trips[trip].calls = calls }
          selected.use(positions)
          log.effect.count(isRemoved: calls[0].count < 2, \.changedRows, \.removedRows)
          guard calls[0].count >= 2 else { continue }
        } else {
          log.effect.unfit += 1
        }
      }
      keptRows.append(changed)
    }
    (scheduled, rows) = (keptTrips, keptRows)
    selected.reportUnused(what, &log)
    if selection == nil { log.effect.unfit = 0 }
  }
}

extension EditEffect {
  fileprivate mutating func count(
    isRemoved: Bool, _ changed: WritableKeyPath<Self, Int>, _ removed: WritableKeyPath<Self, Int>
  ) {
    self[keyPath: isRemoved ? removed : changed] += 1
  }
}
