/// The calls of a timetable, trip by trip in search direction.
struct CallList {
  private var calls: [ScanCall] = []
  private var events: [Int32] = []
  private var seconds: [Int32] = []
  /// Where the calls of each trip begin, and those of the last one end.
  private var tripStarts: [Int32] = [0]
  private let stopCount: Int

  init(_ timetable: Timetable, _ order: TripOrder, _ direction: SearchDirection) {
    stopCount = timetable.stops.count
    calls.reserveCapacity(timetable.stopEvents.count)
    events.reserveCapacity(timetable.stopEvents.count)
    seconds.reserveCapacity(timetable.stopEvents.count)
    let stopEvents = timetable.stopEvents.span
    for (position, trip) in order.trips.enumerated() {
      let range =
        Int(timetable.tripStarts[Int(trip)])..<Int(timetable.tripStarts[Int(trip) + 1])
      defer { tripStarts.append(Int32(calls.count)) }
      guard range.count > 1 else { continue }
      let isContinued = !order.continuations.range(position).isEmpty
      let (first, last) = (range.lowerBound, range.upperBound - 1)
      switch direction {
      case .forward:
        for index in range {
          let event = stopEvents[index]
          add(
            event.stop, Int32(position), index, arrival: event.arrivalSeconds,
            departure: event.departureSeconds, canBoard: event.canBoard && index != last,
            canAlight: event.canAlight && index != first, handsOn: isContinued && index == last)
        }
      case .backward:
        for index in range.reversed() {
          let event = stopEvents[index]
          add(
            event.stop, Int32(position), index, arrival: -event.departureSeconds,
            departure: -event.arrivalSeconds, canBoard: event.canAlight && index != first,
            canAlight: event.canBoard && index != last, handsOn: isContinued && index == first)
        }
      }
    }
  }

  private mutating func add(
    _ stop: StopIndex, _ trip: Int32, _ event: Int, arrival: Int32, departure: Int32,
    canBoard: Bool, canAlight: Bool, handsOn: Bool
  ) {
    precondition(stop.position < stopCount, "a call at no stop")
    let isOne = arrival == departure || !canBoard
    if canAlight || handsOn || (isOne && canBoard) {
      calls.append(
        ScanCall(
          stop: stop, trip: trip, canBoard: canBoard && isOne, canAlight: canAlight,
          handsOn: handsOn))
      events.append(Int32(event))
      seconds.append(arrival)
    }
    if canBoard, !isOne {
      calls.append(
        ScanCall(stop: stop, trip: trip, canBoard: true, canAlight: false, handsOn: false))
      events.append(Int32(event))
      seconds.append(departure)
    }
  }

  /// A stable counting sort: times are whole seconds of a few days.
  func bySecond() -> (
    instants: [Int32], starts: [Int32], atOrAfter: [Int32], calls: [ScanCall], events: [Int32],
    ofTrip: CallIndex
  ) {
    guard let earliest = seconds.min(), let latest = seconds.max() else {
      return ([], [0], [0], [], [], CallIndex(starts: tripStarts, positions: []))
    }
    var next = [Int32](repeating: 0, count: Int(latest - earliest) + 2)
    for second in seconds { next[Int(second - earliest) + 1] += 1 }
    var (instants, starts, atOrAfter) = ([Int32](), [Int32](), [Int32]())
    atOrAfter.reserveCapacity(next.count)
    for offset in 0..<(next.count - 1) {
      atOrAfter.append(Int32(instants.count))
      if next[offset + 1] > 0 {
        instants.append(earliest + Int32(offset))
        starts.append(next[offset])
      }
      next[offset + 1] += next[offset]
    }
    starts.append(Int32(calls.count))
    atOrAfter.append(Int32(instants.count))
    var (sortedCalls, sortedEvents) = (calls, events)
    var positions: [Int32] = []
    positions.reserveCapacity(calls.count)
    for index in calls.indices {
      let slot = Int(seconds[index] - earliest)
      positions.append(next[slot])
      sortedCalls[Int(next[slot])] = calls[index]
      sortedEvents[Int(next[slot])] = events[index]
      next[slot] += 1
    }
    return (
      instants, starts, atOrAfter, sortedCalls, sortedEvents,
      CallIndex(starts: tripStarts, positions: positions)
    )
  }
}

/// The trips by begin in search direction, and which of them continue which.
struct TripOrder {
  let trips: [Int32]
  let continuations: ContinuationTable

  /// A trip comes before those that continue it in search direction. Since none begins before the
  /// one ends that it continues, the order of beginnings, then ends, then positions does that.
  init(_ timetable: Timetable, _ direction: SearchDirection) {
    let spans = timetable.trips.indices.map { trip -> (start: Int32, end: Int32, trip: Int32) in
      let range = Int(timetable.tripStarts[trip])..<Int(timetable.tripStarts[trip + 1])
      guard let first = range.first, let last = range.last else { return (0, 0, Int32(trip)) }
      return (
        timetable.stopEvents[first].departureSeconds, timetable.stopEvents[last].arrivalSeconds,
        Int32(trip)
      )
    }
    trips =
      direction == .forward
      ? spans.sorted { ($0.start, $0.end, $0.trip) < ($1.start, $1.end, $1.trip) }.map(\.trip)
      : spans.sorted { ($0.end, $0.start, $0.trip) > ($1.end, $1.start, $1.trip) }.map(\.trip)
    guard !timetable.continuations.isEmpty else {
      continuations = timetable.continuations
      return
    }
    var positions = [Int](repeating: 0, count: trips.count)
    for (position, trip) in trips.enumerated() { positions[Int(trip)] = position }
    let pairs = timetable.trips.indices.flatMap { trip in
      timetable.continuations.following(TripIndex(trip)).map { next in
        direction == .forward
          ? (from: TripIndex(positions[trip]), to: TripIndex(positions[next.position]))
          : (from: TripIndex(positions[next.position]), to: TripIndex(positions[trip]))
      }
    }
    continuations = ContinuationTable(tripCount: trips.count, pairs)
  }
}
