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
  /// The positions in `calls` of those of a trip, and of those at a stop where it is boarded, or left.
  let callsOfTrip: CallIndex
  let boardingsAtStop: CallIndex
  let alightingsAtStop: CallIndex
  /// The second of each of `calls`.
  let callSeconds: [Int32]
  /// For each of `calls` its position in `Timetable.stopEvents`.
  let callEvents: [Int32]
  /// The seconds that have calls, ascending: those of `instants[i]` are
  /// `calls[instantStarts[i]..<instantStarts[i + 1]]`.
  let instants: [Int32]
  let instantStarts: [Int32]
  /// For each second from the first one on, the first instant at it or later; the last entry is that
  /// of the second after the last instant, `instants.count`.
  let instantAtOrAfter: [Int32]
  /// The most calls of one second.
  let mostCallsAtOnce: Int
  /// Positions in `Timetable.trips`, by begin in search direction, so that the trips that are under
  /// way at one time lie side by side in memory; a trip comes before those that continue it.
  let trips: [Int32]
  /// Between positions in `trips`, in search direction.
  let continuations: ContinuationTable
  /// From trips to those that they continue.
  let continued: ContinuationTable
  /// The longest way in `calls` from the first one of a trip to the last one of those that continue it.
  let longestTripCalls: Int
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
    continued = continuations.reversed()
    let list = CallList(timetable, order, direction)
    (instants, instantStarts, instantAtOrAfter, calls, callEvents, callsOfTrip) = list.bySecond()
    callSeconds = Self.callSeconds(instants, instantStarts)
    boardingsAtStop = CallIndex(calls, stopCount: stopCount) { $0.canBoard }
    alightingsAtStop = CallIndex(calls, stopCount: stopCount) { $0.canAlight }
    mostCallsAtOnce = zip(instantStarts, instantStarts.dropFirst()).map { Int($1 - $0) }.max() ?? 0
    longestTripCalls = Self.longestTripCalls(callsOfTrip, continuations, tripCount: trips.count)
    lastAlightings = Self.lastAlightings(calls, callSeconds, stopCount)
    hasInstantChanges =
      walks?.hasInstantWalks == true || transfers.edges.contains { $0.seconds == 0 }
  }

  /// That of the first instant.
  var firstSecond: Int32 { instants.first ?? 0 }

  /// The first instant at a second or later; `instants.count` where there is none.
  @inline(__always)
  func instant(at second: Int32) -> Int {
    let offset = max(0, Int(second) &- Int(firstSecond))
    return Int(instantAtOrAfter[min(offset, instantAtOrAfter.count &- 1)])
  }

  /// Those that are not over before a second.
  func lastAlightings(from second: Int32) -> ArraySlice<(stop: Int32, second: Int32)> {
    lastAlightings.drop { $0.second < second }
  }

  private static func callSeconds(_ instants: [Int32], _ starts: [Int32]) -> [Int32] {
    var seconds: [Int32] = []
    seconds.reserveCapacity(Int(starts[instants.count]))
    for (instant, second) in instants.enumerated() {
      seconds.append(
        contentsOf: repeatElement(second, count: Int(starts[instant + 1] - starts[instant])))
    }
    return seconds
  }

  private static func longestTripCalls(
    _ calls: CallIndex, _ continuations: ContinuationTable, tripCount: Int
  ) -> Int {
    var ends = [Int](repeating: -1, count: tripCount)
    var longest = 0
    // A trip comes before those that continue it.
    for trip in (0..<tripCount).reversed() {
      let own = calls.positions[calls[trip]]
      ends[trip] = own.last.map { Int($0) } ?? -1
      for following in continuations.range(trip) {
        ends[trip] = max(ends[trip], ends[Int(continuations.trips[following])])
      }
      if let first = own.first { longest = max(longest, ends[trip] - Int(first)) }
    }
    return longest
  }

  private static func lastAlightings(
    _ calls: [ScanCall], _ seconds: [Int32], _ stopCount: Int
  ) -> [(stop: Int32, second: Int32)] {
    var last = [Int32](repeating: .min, count: stopCount)
    for (call, second) in zip(calls, seconds) where call.canAlight { last[call.stop] = second }
    return last.indices.filter { last[$0] != .min }.map { (Int32($0), last[$0]) }
      .sorted { ($0.second, $0.stop) < ($1.second, $1.stop) }
  }
}
