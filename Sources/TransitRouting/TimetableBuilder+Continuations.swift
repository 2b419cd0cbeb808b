extension TimetableBuilder {
  /// Says that the vehicle of a trip goes on as another one and that its passengers may stay.
  ///
  /// - Returns: `false`, with nothing added, where `next` departs before `trip` has arrived; and of
  ///   two trips that both begin and end in one and the same second only the one added later can
  ///   follow the other, so that no circle of them can arise.
  @discardableResult
  public mutating func addContinuation(from trip: TripIndex, to next: TripIndex) -> Bool {
    let (before, after) = (spans[trip.position], spans[next.position])
    guard before.end <= after.start,
      before.start < after.end || trip.position < next.position
    else { return false }
    continuations.append((from: trip, to: next))
    return true
  }

  /// Remembers what the calls that are kept may not tell of a trip's beginning and end.
  mutating func note(
    _ ends: (first: Timetable.StopEvent, last: Timetable.StopEvent?)?, of trip: TripIndex
  ) {
    guard let ends else {
      spans.append((start: 0, end: 0))
      return
    }
    let start = ends.first.departureSeconds
    spans.append((start: start, end: max(start, ends.last?.arrivalSeconds ?? start)))
    func dropped(_ event: Timetable.StopEvent?) -> Timetable.StopEvent? {
      event.flatMap { $0.canBoard || $0.canAlight ? nil : $0 }
    }
    let (first, last) = (dropped(ends.first), dropped(ends.last))
    if first != nil || last != nil { droppedEnds[trip] = (first, last) }
  }

  /// The calls, with the first and last ones of linked trips even where one can neither board nor
  /// alight there: a passenger who stays seated travels over them.
  func callsWithLinkedEnds() -> (events: [Timetable.StopEvent], starts: [Int32]) {
    let linked = Set(continuations.flatMap { [$0.from, $0.to] })
    guard linked.contains(where: { droppedEnds[$0] != nil }) else {
      return (stopEvents, tripStarts)
    }
    var events: [Timetable.StopEvent] = []
    var starts: [Int32] = [0]
    events.reserveCapacity(stopEvents.count + 2 * linked.count)
    for trip in 0..<(tripStarts.count - 1) {
      let ends = linked.contains(TripIndex(trip)) ? droppedEnds[TripIndex(trip)] : nil
      if let first = ends?.first { events.append(first) }
      events += stopEvents[Int(tripStarts[trip])..<Int(tripStarts[trip + 1])]
      if let last = ends?.last { events.append(last) }
      starts.append(Int32(events.count))
    }
    return (events, starts)
  }

  /// The continuations between trips that have a hop; over one that has none they go on to the
  /// next, so that it does not break a chain.
  func continuationTable(_ starts: [Int32]) -> ContinuationTable {
    let following = Dictionary(grouping: continuations, by: \.from).mapValues { $0.map(\.to) }
    func hasHop(_ trip: TripIndex) -> Bool {
      starts[trip.position + 1] - starts[trip.position] >= 2
    }
    func next(_ trip: TripIndex) -> [TripIndex] {
      (following[trip] ?? []).flatMap { hasHop($0) ? [$0] : next($0) }
    }
    let pairs = following.keys.filter(hasHop).flatMap { trip in
      next(trip).map { (from: trip, to: $0) }
    }
    return ContinuationTable(tripCount: starts.count - 1, pairs)
  }
}
