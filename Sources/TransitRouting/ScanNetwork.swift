/// Which end of the journey is fixed.
public enum SearchDirection: Sendable {
  /// From an origin onward: earliest arrivals.
  case forward
  /// From a destination back: latest departures.
  case backward
}

/// A call of a trip at a stop, as a scan visits it; eight bytes, for a scan is bound by memory.
struct ScanCall: Sendable {
  /// The stop, and in the bits above what passengers may do.
  private let packed: UInt32
  /// The trip's position in `ScanNetwork.trips`.
  let trip: Int32

  private static let boards: UInt32 = 1 << 31
  private static let alights: UInt32 = 1 << 30
  private static let continues: UInt32 = 1 << 29
  /// How many stops a scan can tell apart.
  static let stopLimit = Int(continues)

  init(stop: StopIndex, trip: Int32, canBoard: Bool, canAlight: Bool, handsOn: Bool) {
    self.trip = trip
    packed =
      UInt32(stop.raw) | (canBoard ? Self.boards : 0) | (canAlight ? Self.alights : 0)
      | (handsOn ? Self.continues : 0)
  }

  @inline(__always) var stop: Int { Int(packed & (Self.continues - 1)) }
  /// Aboard from here on in search direction.
  @inline(__always) var canBoard: Bool { packed & Self.boards != 0 }
  @inline(__always) var canAlight: Bool { packed & Self.alights != 0 }
  /// All ones where it can be boarded, or left, else 0.
  @inline(__always) var boardMask: Int16 {
    Int16(truncatingIfNeeded: Int32(bitPattern: packed) >> 31)
  }
  @inline(__always) var alightMask: Int16 {
    Int16(truncatingIfNeeded: Int32(bitPattern: packed << 1) >> 31)
  }
  /// The last call of a trip that is continued: passengers stay seated.
  @inline(__always) var handsOn: Bool { packed & Self.continues != 0 }
}

/// The calls of a timetable in the order in which a scan visits them, second by second.
///
/// A backward search is a forward search in mirrored time: every time `t` becomes `-t`, arrivals
/// and departures are swapped, and boarding with alighting. One scan serves both.
public struct ScanNetwork: Sendable {
  public let direction: SearchDirection
  public let stopCount: Int
  /// In search direction.
  public let transfers: TransferTable
  /// The walks between stops along streets, in search direction.
  public let walks: WalkGraph?
  /// By second; within one by trip, and within a trip in its order. A call with a stay is two:
  /// alighting at its arrival, boarding at its departure.
  let calls: [ScanCall]
  /// For each of `calls` its position in `Timetable.stopEvents`.
  let callEvents: [Int32]
  /// The seconds that have calls, ascending: those of `instants[i]` are
  /// `calls[instantStarts[i]..<instantStarts[i + 1]]`.
  let instants: [Int32]
  let instantStarts: [Int32]
  /// For each second from the first one on, the first instant at it or later.
  let instantAtOrAfter: [Int32]
  /// The most calls of one second.
  let mostCallsAtOnce: Int
  /// Positions in `Timetable.trips`, by begin in search direction, so that the trips that are under
  /// way at one time lie side by side in memory; a trip comes before those that continue it.
  let trips: [Int32]
  /// Between positions in `trips`, in search direction.
  let continuations: ContinuationTable
  /// Stops with the second in which they are alighted at for the last time, by that second.
  let lastAlightings: [(stop: Int32, second: Int32)]
  /// Whether somebody may change within a second, if nothing is added to changes.
  let hasInstantChanges: Bool

  /// - Parameter walks: in the order of travel, of the stops of the timetable.
  public init(_ timetable: Timetable, _ direction: SearchDirection, walks: WalkGraph? = nil) {
    precondition(timetable.stops.count < ScanCall.stopLimit, "too many stops")
    precondition(walks.map { $0.stopCount == timetable.stops.count } ?? true)
    self.direction = direction
    stopCount = timetable.stops.count
    transfers = direction == .forward ? timetable.transfers : timetable.transfers.reversed()
    self.walks = direction == .forward ? walks : walks?.reversed()
    let order = TripOrder(timetable, direction)
    trips = order.trips
    continuations = order.continuations
    let list = CallList(timetable, order, direction)
    (instants, instantStarts, instantAtOrAfter, calls, callEvents) = list.bySecond()
    mostCallsAtOnce = zip(instantStarts, instantStarts.dropFirst()).map { Int($1 - $0) }.max() ?? 0
    lastAlightings = Self.lastAlightings(calls, instants, instantStarts, stopCount)
    hasInstantChanges =
      walks?.hasInstantWalks == true || transfers.edges.contains { $0.seconds == 0 }
  }

  /// The first instant at a second or later; `instants.count` where there is none.
  @inline(__always)
  func instant(at second: Int32) -> Int {
    guard let first = instants.first, second > first else { return 0 }
    let offset = Int(second &- first)
    return offset < instantAtOrAfter.count ? Int(instantAtOrAfter[offset]) : instants.count
  }

  private static func lastAlightings(
    _ calls: [ScanCall], _ instants: [Int32], _ starts: [Int32], _ stopCount: Int
  ) -> [(stop: Int32, second: Int32)] {
    var last = [Int32](repeating: .min, count: stopCount)
    for (instant, second) in instants.enumerated() {
      for call in Int(starts[instant])..<Int(starts[instant + 1]) where calls[call].canAlight {
        last[calls[call].stop] = second
      }
    }
    return last.indices.filter { last[$0] != .min }.map { (Int32($0), last[$0]) }
      .sorted { ($0.second, $0.stop) < ($1.second, $1.stop) }
  }
}

/// The calls of a timetable, trip by trip in search direction.
private struct CallList {
  private var calls: [ScanCall] = []
  private var events: [Int32] = []
  private var seconds: [Int32] = []

  init(_ timetable: Timetable, _ order: TripOrder, _ direction: SearchDirection) {
    calls.reserveCapacity(timetable.stopEvents.count)
    events.reserveCapacity(timetable.stopEvents.count)
    seconds.reserveCapacity(timetable.stopEvents.count)
    let stopEvents = timetable.stopEvents.span
    for (position, trip) in order.trips.enumerated() {
      let range =
        Int(timetable.tripStarts[Int(trip)])..<Int(timetable.tripStarts[Int(trip) + 1])
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
    instants: [Int32], starts: [Int32], atOrAfter: [Int32], calls: [ScanCall], events: [Int32]
  ) {
    guard let earliest = seconds.min(), let latest = seconds.max() else {
      return ([], [0], [], [], [])
    }
    var next = [Int32](repeating: 0, count: Int(latest - earliest) + 2)
    for second in seconds { next[Int(second - earliest) + 1] += 1 }
    var (instants, starts, atOrAfter) = ([Int32](), [Int32](), [Int32]())
    atOrAfter.reserveCapacity(next.count - 1)
    for offset in 0..<(next.count - 1) {
      atOrAfter.append(Int32(instants.count))
      if next[offset + 1] > 0 {
        instants.append(earliest + Int32(offset))
        starts.append(next[offset])
      }
      next[offset + 1] += next[offset]
    }
    starts.append(Int32(calls.count))
    var (sortedCalls, sortedEvents) = (calls, events)
    for index in calls.indices {
      let slot = Int(seconds[index] - earliest)
      sortedCalls[Int(next[slot])] = calls[index]
      sortedEvents[Int(next[slot])] = events[index]
      next[slot] += 1
    }
    return (instants, starts, atOrAfter, sortedCalls, sortedEvents)
  }
}

/// The trips by begin in search direction, and which of them continue which.
private struct TripOrder {
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
