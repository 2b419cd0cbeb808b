import TransitRouting

/// The calls of a trip with every time filled in.
struct CallTimes {
  var events: [Timetable.StopEvent]
  /// How many calls had no time of their own.
  var interpolated: Int

  /// Times between two timed calls are spread by `shape_dist_traveled` where all calls between
  /// have it, else by the straight line between stops, else evenly. `nil` where the first or the
  /// last call has no time.
  static func filled(_ calls: [StoredCall], _ stops: StopTable) -> CallTimes? {
    guard calls.count >= 2 else { return CallTimes(events: [], interpolated: 0) }
    var times = calls.map { call in
      (arrival: call.arrival ?? call.departure, departure: call.departure ?? call.arrival)
    }
    guard times.first?.departure != nil, times.last?.arrival != nil else { return nil }
    var interpolated = 0
    var previous = 0
    for index in calls.indices.dropFirst() where times[index].arrival != nil {
      if index > previous + 1, let start = times[previous].departure,
        let end = times[index].arrival
      {
        let shares = shares(calls[previous...index], stops)
        for (offset, share) in shares.enumerated() {
          let time = start + Int((Double(end - start) * share).rounded())
          times[previous + 1 + offset] = (time, time)
          interpolated += 1
        }
      }
      previous = index
    }
    var events: [Timetable.StopEvent] = []
    events.reserveCapacity(calls.count)
    for (call, time) in zip(calls, times) {
      guard let stop = call.stop.flatMap({ stops.indices[$0] }), let arrival = time.arrival,
        let departure = time.departure
      else { return nil }
      events.append(
        .init(
          stop: stop, arrivalSeconds: arrival, departureSeconds: departure,
          canBoard: call.canBoard, canAlight: call.canAlight))
    }
    return CallTimes(events: events, interpolated: interpolated)
  }

  /// How far along each inner call lies between the first and the last, from 0 to 1.
  private static func shares(_ calls: ArraySlice<StoredCall>, _ stops: StopTable) -> [Double] {
    let inner = calls.dropFirst().dropLast()
    let along = calls.compactMap(\.shapeDistance)
    if along.count == calls.count, let first = along.first, let last = along.last, last > first,
      zip(along, along.dropFirst()).allSatisfy({ $0 <= $1 })
    {
      return along.dropFirst().dropLast().map { ($0 - first) / (last - first) }
    }
    let hops = zip(calls, calls.dropFirst()).compactMap { from, to in
      from.stop.flatMap { from in to.stop.flatMap { stops.distanceMeters(from, $0) } }
    }
    let total = hops.reduce(0, +)
    if hops.count == calls.count - 1, total > 0 {
      var travelled = 0.0
      return hops.dropLast().map { hop in
        travelled += hop
        return travelled / total
      }
    }
    return inner.indices.map { Double($0 - calls.startIndex) / Double(calls.count - 1) }
  }
}
