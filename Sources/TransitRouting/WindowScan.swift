/// Earliest arrivals for every minute of a departure window in one pass over the calls of the
/// window, or, on a backward network, latest departures for every minute of an arrival window.
///
/// Who leaves later can never be earlier at a stop, since waiting at the origin is allowed. So at
/// any second the departures that are aboard a trip, out at a stop or at a corner of a street are
/// the first so many of the window: one integer each, and as the seconds pass it only grows. Each
/// label is found once, in the order of time. Complexity: one step per call of the window, one per
/// change of an integer at a stop for each way that leaves it. Roots: connection scan (Dibbelt,
/// Pajor, Strasser, Wagner, 2018), range RAPTOR (Delling, Pajor, Werneck, 2012), and for the walks
/// MCR (Delling, Dibbelt, Pajor, Wagner, Werneck, 2013).
///
/// Several origins are searched at once, their numbers side by side in the lanes of a vector: who
/// leaves from neighbouring places rides the same vehicles, so that one step serves most of them.
/// With a limit of rides the lanes are one origin's departures with at most one, two, … rides.
///
/// An object is reused from query to query by one thread; it keeps its memory.
public struct WindowScan: Sendable {
  /// The label of a stop that cannot be reached.
  public static let unreachable = Int32.max
  /// The most departures of a query.
  public static let widthLimit = Int(Int16.max)
  /// The most origins of a query with so many departures.
  public static func originLimit(width: Int) -> Int {
    width <= ThirtyTwoCounts.most ? ThirtyTwoCounts.laneCount : EightCounts.laneCount
  }
  /// The most rides that are counted.
  public static let rideLimit = EightCounts.laneCount

  /// Some departures of the window, one after the other, that are out at a stop at one time.
  public struct Step: Sendable, Equatable {
    public var stop: Int32
    /// On a backward network mirrored (`-t`); walks after the vehicle are not in.
    public var second: Int32
    var first: Int16
    var end: Int16

    public var departures: Range<Int> { Int(first)..<Int(end) }
  }

  /// Number of departures of the last query.
  public private(set) var width = 0
  /// See `ScanQuery.tailShare`; tests set it.
  var tailShare = 16
  /// See `ScanQuery.singleTailShare`; tests set it.
  var singleTailShare = 12
  /// See `ScanQuery.tailLength`; tests set it.
  var tailLength = 32_768
  /// In how many lanes the last query ran; 0 if it was a single scan.
  private var laneCount = 1
  private var single = SingleScan()
  private var one = ScanPass<OneCount>()
  private var eight = ScanPass<EightCounts>()
  private var sixteen = ScanPass<SixteenCounts>()
  private var thirtyTwo = ScanPass<ThirtyTwoCounts>()

  public init() {}

  /// Runs one query.
  /// - Parameters:
  ///   - departures: seconds, never decreasing, at most `widthLimit` (on a backward network: the
  ///     mirrored arrival times, so the window from its last minute to its first).
  ///   - origins: for each origin, at most `originLimit`, the walks to stops where a vehicle may be
  ///     boarded.
  ///   - transferSlackSeconds: added to every change between two vehicles.
  ///   - maximumSeconds: calls later than this after the last departure are not visited.
  public mutating func run(
    _ network: ScanNetwork, departures: [Int32], origins: [[StopWalk]],
    transferSlackSeconds: Int32, maximumSeconds: Int32
  ) {
    let limit = Self.originLimit(width: departures.count)
    precondition((1...limit).contains(origins.count), "no origin, or too many")
    let query = query(
      departures, origins.enumerated().map { ($0..<($0 + 1), $1) }, transferSlackSeconds,
      maximumSeconds)
    let isHalf = origins.count <= SixteenCounts.laneCount && limit > SixteenCounts.laneCount
    run(
      network, query, laneCount: origins.count == 1 ? 1 : isHalf ? SixteenCounts.laneCount : limit)
  }

  /// Runs one query for one origin.
  public mutating func run(
    _ network: ScanNetwork, departures: [Int32], access: [StopWalk], transferSlackSeconds: Int32,
    maximumSeconds: Int32
  ) {
    run(
      network, departures: departures, origins: [access],
      transferSlackSeconds: transferSlackSeconds, maximumSeconds: maximumSeconds)
  }

  /// Runs one query for one origin that tells rides apart: its steps `of` 0 are those with one ride
  /// at most, of 1 with two, and so on.
  /// - Parameter rides: the most rides, at most `rideLimit`; who stays seated rides on.
  public mutating func run(
    _ network: ScanNetwork, departures: [Int32], access: [StopWalk], rides: Int,
    transferSlackSeconds: Int32, maximumSeconds: Int32
  ) {
    precondition((1...Self.rideLimit).contains(rides), "no rides, or too many")
    var query = query(
      departures, [(0..<rides, access)], transferSlackSeconds, maximumSeconds)
    query.countsRides = true
    run(network, query, laneCount: EightCounts.laneCount)
  }

  private func query(
    _ departures: [Int32], _ starts: [(lanes: Range<Int>, access: [StopWalk])],
    _ slack: Int32, _ maximumSeconds: Int32
  ) -> ScanQuery {
    precondition(departures.count <= Self.widthLimit, "too many departures")
    precondition(slack >= 0, "a change cannot be shortened")
    precondition(
      starts.allSatisfy { $0.access.allSatisfy { $0.seconds >= 0 } }, "a walk back in time")
    precondition(zip(departures, departures.dropFirst()).allSatisfy { $0 <= $1 })
    let first = departures.first ?? 0
    let end = (departures.last ?? 0).addingSaturated(maximumSeconds).addingSaturated(1)
    return ScanQuery(
      departures: departures, starts: starts, countsRides: false, tailShare: tailShare,
      singleTailShare: singleTailShare, tailLength: tailLength, slack: slack, first: first,
      end: max(first, end))
  }

  private mutating func run(_ network: ScanNetwork, _ query: ScanQuery, laneCount: Int) {
    width = query.departures.count
    self.laneCount = laneCount == 1 && width == 1 && SingleScan.serves(network) ? 0 : laneCount
    switch self.laneCount {
    case 0: single.run(network, query)
    case 1: one.run(network, query)
    case EightCounts.laneCount: eight.run(network, query)
    case SixteenCounts.laneCount: sixteen.run(network, query)
    default: thirtyTwo.run(network, query)
    }
  }

  /// What the last query found for one origin, or with one limit of rides, in the order of time: of
  /// one stop the departures join each other.
  public func steps(of lane: Int = 0) -> [Step] {
    var steps: [Step] = []
    switch laneCount {
    case 0: steps = single.steps
    case 1: one.take(&steps, lane)
    case EightCounts.laneCount: eight.take(&steps, lane)
    case SixteenCounts.laneCount: sixteen.take(&steps, lane)
    default: thirtyTwo.take(&steps, lane)
    }
    return steps
  }

  /// The earliest time aboard a vehicle to stop `s` for departure `i`, at `s * width + i`;
  /// `unreachable` where there is none.
  public func arrivals(stopCount: Int, of lane: Int = 0) -> [Int32] {
    var labels: [Int32] = []
    fillArrivals(&labels, stopCount: stopCount, of: lane)
    return labels
  }

  /// The same into memory that is kept.
  public func fillArrivals(_ labels: inout [Int32], stopCount: Int, of lane: Int = 0) {
    labels.fill(Self.unreachable, count: stopCount * width)
    var span = labels.mutableSpan
    for step in steps(of: lane) {
      let row = Int(step.stop) * width
      for index in step.departures { span[row + index] = step.second }
    }
  }
}

extension Int32 {
  func addingSaturated(_ other: Int32) -> Int32 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }
}
