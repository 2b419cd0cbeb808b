/// A timetable with edits.
///
/// Edits are applied one after the other, each to what the ones before have left. Those that touch
/// trips at a headway without stated times hold in every draw of phases.
public struct EditedTimetable: Sendable {
  /// With phase 0, as `PhaseDraws` has it.
  public let timetable: Timetable
  /// `nil` where no trip runs at a headway without stated times.
  public let draws: PhaseDraws?
  /// What each edit has done.
  public let effects: [EditEffect]
  /// Pairs of trips between which passengers could stay seated and cannot any more: the vehicle
  /// arrives after its next trip should leave, or one of the trips ends or begins elsewhere now.
  /// Links of removed trips are not counted.
  public let brokenLinks: Int

  /// - Parameters:
  ///   - draws: of the timetable, where it has any.
  /// - Throws: all that is wrong with all edits.
  public init(
    _ timetable: Timetable, draws: PhaseDraws?, _ edits: [TimetableEdit]
  ) throws(EditErrors) {
    var draft = TimetableDraft(timetable, draws?.rows ?? [])
    var log = EditLog()
    for edit in edits {
      log.begin()
      edit.step.apply(to: &draft, &log)
      log.end(making: edit.step.madeNames)
    }
    guard log.problems.isEmpty else { throw EditErrors(problems: log.problems) }
    effects = log.effects
    let frozen = FrozenDraft(draft)
    brokenLinks = frozen.brokenLinks
    self.timetable = frozen.timetable
    self.draws = frozen.rows.isEmpty ? nil : PhaseDraws(frozen.timetable, frozen.rows)
  }
}

/// A draft that has become a timetable again.
private struct FrozenDraft {
  let timetable: Timetable
  let rows: [PhaseDraws.Row]
  let brokenLinks: Int

  init(_ draft: TimetableDraft) {
    let stops = StopRemap(draft)
    var trips: [Timetable.Trip] = []
    var events: [Timetable.StopEvent] = []
    var starts: [Int32] = [0]
    var bases: [Int?] = []
    func add(_ trip: TimetableDraft.Trip) {
      trips.append(trip.trip)
      bases.append(trip.base)
      for call in trip.calls {
        var moved = call
        moved.stop = stops[call.stop]
        events.append(moved)
      }
      starts.append(Int32(events.count))
    }
    for trip in draft.scheduled { add(trip) }
    rows = draft.rows.map { row in
      var frozen = row.row
      let first = trips.count
      for trip in row.trips { add(trip) }
      frozen.trips = first..<trips.count
      return frozen
    }
    let links = Self.links(draft, bases)
    brokenLinks = links.broken
    timetable = Timetable(
      stops: stops.stops, routes: draft.routes, trips: trips, stopEvents: events,
      tripStarts: starts,
      transfers: TransferTable(
        stopCount: stops.stops.count, draft.base.transfers.stated.compactMap(stops.moved)),
      continuations: ContinuationTable(tripCount: trips.count, links.pairs))
  }

  /// The links that still hold between trips that are still there.
  private static func links(
    _ draft: TimetableDraft, _ bases: [Int?]
  ) -> (pairs: [(from: TripIndex, to: TripIndex)], broken: Int) {
    guard !draft.base.continuations.isEmpty else { return ([], 0) }
    var positions: [Int: Int] = [:]
    for (position, base) in bases.enumerated() {
      if let base { positions[base] = position }
    }
    var pairs: [(from: TripIndex, to: TripIndex)] = []
    var broken = 0
    for base in draft.base.trips.indices {
      guard let from = positions[base] else { continue }
      for next in draft.base.continuations.following(TripIndex(base)) {
        guard let to = positions[next.position] else { continue }
        if holds(draft, (base, from), (next.position, to)) {
          pairs.append((from: TripIndex(from), to: TripIndex(to)))
        } else {
          broken += 1
        }
      }
    }
    return (pairs, broken)
  }

  /// Linked trips have stated times, so that positions count in `scheduled`.
  private static func holds(
    _ draft: TimetableDraft, _ from: (base: Int, now: Int), _ to: (base: Int, now: Int)
  ) -> Bool {
    let (before, after) = (draft.scheduled[from.now].calls, draft.scheduled[to.now].calls)
    guard let start = before.first?.departureSeconds, let end = before.last?.arrivalSeconds,
      let nextStart = after.first?.departureSeconds, let nextEnd = after.last?.arrivalSeconds
    else { return false }
    return before.last?.stop == draft.base.events(of: TripIndex(from.base)).last?.stop
      && after.first?.stop == draft.base.events(of: TripIndex(to.base)).first?.stop
      && end <= nextStart && (start < nextEnd || from.now < to.now)
  }
}

/// The stops that stay. Parts of stops at which no trip calls any more go, and with them the
/// transfers that were for some trips only.
private struct StopRemap {
  private(set) var stops: [Timetable.Stop] = []
  /// By the position before.
  private var positions: [StopIndex?] = []

  init(_ draft: TimetableDraft) {
    var isCalled = [Bool](repeating: false, count: draft.stops.count)
    for trip in draft.scheduled + draft.rows.flatMap(\.trips) {
      for call in trip.calls { isCalled[call.stop.position] = true }
    }
    for (position, stop) in draft.stops.enumerated() {
      let stays = stop.splitFrom == nil || isCalled[position]
      positions.append(stays ? StopIndex(stops.count) : nil)
      if stays { stops.append(stop) }
    }
    // Parents and wholes are no parts and come before them, so only what follows a part moves; new
    // stops have neither.
  }

  subscript(_ stop: StopIndex) -> StopIndex { positions[stop.position] ?? stop }

  func moved(_ transfer: Transfer) -> Transfer? {
    guard let from = positions[transfer.from.position], let to = positions[transfer.to.position]
    else { return nil }
    return Transfer(from: from, to: to, seconds: transfer.seconds.map { Int($0) })
  }
}
