/// Which end of the journey is fixed.
public enum SearchDirection: Sendable {
  /// From an origin onward: earliest arrivals.
  case forward
  /// From a destination back: latest departures.
  case backward
}

/// A hop of a trip from one call to the next.
struct Connection: Sendable {
  var departure: Int32
  var arrival: Int32
  var from: Int32
  var to: Int32
  var trip: Int32
  /// Position in `Timetable.stopEvents` of the call where the hop begins, in travel direction.
  var event: Int32
  var canBoard: Bool
  var canAlight: Bool
  /// The first hop of a trip that continues another in search direction, and the last one of a
  /// trip that is continued: there passengers stay seated.
  var takesUp = false
  var handsOn = false
}

/// The connections of a timetable in the order in which a scan visits them.
///
/// A backward search is a forward search in mirrored time: every time `t` becomes `-t`, both ends
/// of each hop and transfer are swapped, and boarding with alighting. One scan serves both.
public struct ScanNetwork: Sendable {
  public let direction: SearchDirection
  /// By departure, then trip (a trip before those that continue it), then position in the trip.
  let connections: [Connection]
  /// In search direction.
  public let transfers: TransferTable
  /// In search direction.
  let continuations: ContinuationTable
  let tripCount: Int
  let stopCount: Int
  /// Whether a hop takes no time; then connections of the same second may feed each other.
  let hasInstantConnections: Bool

  public init(_ timetable: Timetable, _ direction: SearchDirection) {
    self.direction = direction
    stopCount = timetable.stops.count
    tripCount = timetable.trips.count
    transfers = direction == .forward ? timetable.transfers : timetable.transfers.reversed()
    continuations =
      direction == .forward ? timetable.continuations : timetable.continuations.reversed()
    let inTripOrder = ScanNetwork.connections(timetable, direction)
    connections = ScanNetwork.sortedByDeparture(inTripOrder)
    hasInstantConnections = connections.contains { $0.departure == $0.arrival }
  }

  private static func connections(
    _ timetable: Timetable, _ direction: SearchDirection
  ) -> [Connection] {
    var hops: [Connection] = []
    hops.reserveCapacity(timetable.stopEvents.count)
    let links = LinkedTrips(timetable)
    for trip in links.order(direction) {
      let range = Int(timetable.tripStarts[trip])..<Int(timetable.tripStarts[trip + 1])
      let firstHop = hops.count
      switch direction {
      case .forward:
        for event in range.dropLast() {
          let (here, next) = (timetable.stopEvents[event], timetable.stopEvents[event + 1])
          hops.append(
            Connection(
              departure: here.departureSeconds, arrival: next.arrivalSeconds, from: here.stop.raw,
              to: next.stop.raw, trip: Int32(trip), event: Int32(event), canBoard: here.canBoard,
              canAlight: next.canAlight))
        }
      case .backward:
        for event in range.dropFirst().reversed() {
          let (here, next) = (timetable.stopEvents[event], timetable.stopEvents[event - 1])
          hops.append(
            Connection(
              departure: -here.arrivalSeconds, arrival: -next.departureSeconds,
              from: here.stop.raw, to: next.stop.raw, trip: Int32(trip), event: Int32(event - 1),
              canBoard: here.canAlight, canAlight: next.canBoard))
        }
      }
      guard firstHop < hops.count else { continue }
      let (continues, isContinued) = links.ends(of: trip, direction)
      hops[firstHop].takesUp = continues
      hops[hops.count - 1].handsOn = isContinued
    }
    return hops
  }

  /// A stable counting sort: times are whole seconds of a few days.
  private static func sortedByDeparture(_ hops: [Connection]) -> [Connection] {
    guard let first = hops.first else { return [] }
    var earliest = first.departure
    var latest = first.departure
    for hop in hops {
      earliest = min(earliest, hop.departure)
      latest = max(latest, hop.departure)
    }
    var next = [Int32](repeating: 0, count: Int(latest - earliest) + 2)
    for hop in hops { next[Int(hop.departure - earliest) + 1] += 1 }
    for second in 1..<next.count { next[second] += next[second - 1] }
    var sorted = hops
    for hop in hops {
      let slot = Int(hop.departure - earliest)
      sorted[Int(next[slot])] = hop
      next[slot] += 1
    }
    return sorted
  }

  /// The first connection that departs at `seconds` or later.
  func firstConnection(at seconds: Int32) -> Int {
    var low = 0
    var high = connections.count
    while low < high {
      let middle = (low + high) / 2
      if connections[middle].departure < seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Which trips are linked to others, and an order in which their hops of one second can be visited.
private struct LinkedTrips {
  private let timetable: Timetable
  private let following: ContinuationTable
  private let preceding: ContinuationTable

  init(_ timetable: Timetable) {
    self.timetable = timetable
    following = timetable.continuations
    preceding = following.reversed()
  }

  /// A trip comes before those that continue it in search direction. Since none begins before the
  /// one ends that it continues, the order of beginnings, then ends, then positions does that.
  func order(_ direction: SearchDirection) -> [Int] {
    let trips = Array(timetable.trips.indices)
    guard !following.isEmpty else { return trips }
    let spans = trips.map { trip -> (start: Int32, end: Int32) in
      let events = timetable.events(of: TripIndex(trip))
      guard let first = events.first, let last = events.last else { return (0, 0) }
      return (first.departureSeconds, last.arrivalSeconds)
    }
    let sorted = trips.sorted {
      (spans[$0].start, spans[$0].end, $0) < (spans[$1].start, spans[$1].end, $1)
    }
    return direction == .forward ? sorted : sorted.reversed()
  }

  /// Whether a trip continues another in search direction, and whether it is continued.
  func ends(of trip: Int, _ direction: SearchDirection) -> (continues: Bool, isContinued: Bool) {
    let (before, after) = (!preceding.range(trip).isEmpty, !following.range(trip).isEmpty)
    return direction == .forward ? (before, after) : (after, before)
  }
}
