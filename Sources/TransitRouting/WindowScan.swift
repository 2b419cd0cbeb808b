/// A stop that can be reached on foot from a place, or from which a place can be reached.
public struct StopWalk: Sendable, Equatable {
  public var stop: StopIndex
  public var seconds: Int32
  /// Whether it is the straight line, for want of a street.
  public var isStraightLine: Bool

  public init(stop: StopIndex, seconds: Int, isStraightLine: Bool = false) {
    self.stop = stop
    self.seconds = Int32(clamping: seconds)
    self.isStraightLine = isStraightLine
  }
}

/// Earliest arrivals for every minute of a departure window in one scan of the connections, or,
/// on a backward network, latest departures for every minute of an arrival window.
///
/// Who leaves later can never be earlier at a stop, since waiting at the origin is allowed. So
/// the minutes that can be aboard a trip are a prefix of the window, and the state of a trip is
/// one integer. Complexity: one pass over the connections of the window plus one write per label
/// that improves. Roots: connection scan (Dibbelt, Pajor, Strasser, Wagner, 2018) and range
/// RAPTOR (Delling, Pajor, Werneck, 2012).
///
/// An object is reused from query to query by one thread; it keeps its memory.
public struct WindowScan: Sendable {
  /// The label of a stop that cannot be reached.
  public static let unreachable = Int32.max

  /// Number of departures of the last query.
  public private(set) var width = 0
  /// Earliest time aboard a vehicle to stop `s` for departure `i`, at `s * width + i`; walks
  /// after the vehicle are not in. On a backward network times are mirrored (`-t`).
  public private(set) var arrivals: [Int32] = []
  /// Earliest time at which a vehicle can be boarded at the stop.
  private var ready: [Int32] = []
  /// How many departures, from the first on, can be aboard each trip.
  private var aboard: [Int32] = []
  /// How many departures stay seated into each trip from one that it continues; empty where no
  /// trip is continued.
  private var seated: [Int32] = []

  public init() {}

  /// Runs one query.
  /// - Parameters:
  ///   - departures: seconds, never decreasing (on a backward network: the mirrored arrival
  ///     times, so the window from its last minute to its first).
  ///   - access: walks from the origin to stops where a vehicle may be boarded.
  ///   - transferSlackSeconds: added to every change between two vehicles.
  ///   - maximumSeconds: connections that leave later than this after the last departure are
  ///     not scanned.
  public mutating func run(
    _ network: ScanNetwork, departures: [Int32], access: [StopWalk], transferSlackSeconds: Int32,
    maximumSeconds: Int32
  ) {
    precondition(zip(departures, departures.dropFirst()).allSatisfy { $0 <= $1 })
    reset(network, departures: departures, access: access)
    guard let first = departures.first, let last = departures.last, !access.isEmpty else { return }
    let begin = network.firstConnection(at: first)
    let end = network.firstConnection(at: last.addingSaturated(maximumSeconds).addingSaturated(1))
    scan(network, begin..<max(begin, end), slack: transferSlackSeconds)
  }

  private mutating func reset(
    _ network: ScanNetwork, departures: [Int32], access: [StopWalk]
  ) {
    width = departures.count
    let labels = network.stopCount * width
    arrivals.fill(WindowScan.unreachable, count: labels)
    ready.fill(WindowScan.unreachable, count: labels)
    aboard.fill(0, count: network.tripCount)
    seated.fill(0, count: network.continuations.isEmpty ? 0 : network.tripCount)
    for walk in access {
      for (index, departure) in departures.enumerated() {
        let label = walk.stop.position * width + index
        ready[label] = min(ready[label], departure + walk.seconds)
      }
    }
  }

  private mutating func scan(_ network: ScanNetwork, _ range: Range<Int>, slack: Int32) {
    // Moved to locals: several spans cannot borrow one `self`, and locals are faster.
    var (readyStore, arrivalStore) = ([Int32](), [Int32]())
    var (aboardStore, seatedStore) = ([Int32](), [Int32]())
    swap(&readyStore, &self.ready)
    swap(&arrivalStore, &self.arrivals)
    swap(&aboardStore, &self.aboard)
    swap(&seatedStore, &self.seated)
    defer {
      swap(&readyStore, &self.ready)
      swap(&arrivalStore, &self.arrivals)
      swap(&aboardStore, &self.aboard)
      swap(&seatedStore, &self.seated)
    }
    var ready = readyStore.mutableSpan
    var arrivals = arrivalStore.mutableSpan
    var aboard = aboardStore.mutableSpan
    var seated = seatedStore.mutableSpan
    guard network.hasInstantConnections else {
      _ = Self.visit(network, range, width, slack, &ready, &arrivals, &aboard, &seated)
      return
    }
    // Hops of zero seconds may feed each other: their second is scanned until it settles.
    var start = range.lowerBound
    var aboardBefore: [Int32] = []
    while start < range.upperBound {
      let (second, mayFeedItself) = Self.second(network, from: start, to: range.upperBound)
      guard mayFeedItself else {
        _ = Self.visit(network, second, width, slack, &ready, &arrivals, &aboard, &seated)
        start = second.upperBound
        continue
      }
      // Each repetition begins with who was aboard before this second: a trip boarded at its
      // third call of the second cannot be left at the second one. Who stays seated is kept: that
      // is read at a trip's first hop only, which comes after the last one of the trip before.
      aboardBefore.removeAll(keepingCapacity: true)
      for index in second { aboardBefore.append(aboard[Int(network.connections[index].trip)]) }
      while Self.visit(network, second, width, slack, &ready, &arrivals, &aboard, &seated) {
        for (offset, index) in second.enumerated() {
          aboard[Int(network.connections[index].trip)] = aboardBefore[offset]
        }
      }
      start = second.upperBound
    }
  }

  /// The connections that depart in the same second, and whether one of them takes no time.
  private static func second(
    _ network: ScanNetwork, from start: Int, to limit: Int
  ) -> (range: Range<Int>, mayFeedItself: Bool) {
    let connections = network.connections.span
    let departure = connections[start].departure
    var end = start
    var isInstant = false
    while end < limit, connections[end].departure == departure {
      isInstant = isInstant || connections[end].arrival == departure
      end += 1
    }
    return (start..<end, isInstant)
  }
}

extension Array {
  /// Sets `count` elements to `value`, keeping the memory.
  fileprivate mutating func fill(_ value: Element, count: Int) {
    if self.count == count {
      for index in indices { self[index] = value }
    } else {
      removeAll(keepingCapacity: true)
      append(contentsOf: repeatElement(value, count: count))
    }
  }
}

extension Int32 {
  func addingSaturated(_ other: Int32) -> Int32 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }
}
