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
/// An object is reused from query to query by one thread; it keeps its memory.
public struct WindowScan: Sendable {
  /// The label of a stop that cannot be reached.
  public static let unreachable = Int32.max
  /// The most departures of a query.
  public static let widthLimit = Int(UInt16.max)

  /// Some departures of the window, one after the other, that are out at a stop at one time.
  public struct Step: Sendable, Equatable {
    public var stop: Int32 = 0
    /// On a backward network mirrored (`-t`); walks after the vehicle are not in.
    public var second: Int32 = 0
    var first: UInt16 = 0
    var end: UInt16 = 0

    public var departures: Range<Int> { Int(first)..<Int(end) }
  }

  /// Number of departures of the last query.
  public private(set) var width = 0
  /// What the last query found, in the order of time: of one stop the departures join each other.
  public var steps: ArraySlice<Step> { pass.steps[0..<pass.stepCount] }
  private var pass = ScanPass()

  public init() {}

  /// Runs one query.
  /// - Parameters:
  ///   - departures: seconds, never decreasing, at most `widthLimit` (on a backward network: the
  ///     mirrored arrival times, so the window from its last minute to its first).
  ///   - access: walks from the origin to stops where a vehicle may be boarded.
  ///   - transferSlackSeconds: added to every change between two vehicles.
  ///   - maximumSeconds: calls later than this after the last departure are not visited.
  public mutating func run(
    _ network: ScanNetwork, departures: [Int32], access: [StopWalk], transferSlackSeconds: Int32,
    maximumSeconds: Int32
  ) {
    precondition(departures.count <= Self.widthLimit, "too many departures")
    precondition(zip(departures, departures.dropFirst()).allSatisfy { $0 <= $1 })
    width = departures.count
    let first = departures.first ?? 0
    let end = (departures.last ?? 0).addingSaturated(maximumSeconds).addingSaturated(1)
    pass.run(
      network,
      ScanQuery(
        departures: departures, access: access, slack: transferSlackSeconds, first: first,
        end: max(first, end), width: UInt16(width)))
  }

  /// The earliest time aboard a vehicle to stop `s` for departure `i`, at `s * width + i`;
  /// `unreachable` where there is none.
  public func arrivals(stopCount: Int) -> [Int32] {
    var labels: [Int32] = []
    fillArrivals(&labels, stopCount: stopCount)
    return labels
  }

  /// The same into memory that is kept.
  public func fillArrivals(_ labels: inout [Int32], stopCount: Int) {
    labels.fill(Self.unreachable, count: stopCount * width)
    var span = labels.mutableSpan
    for step in steps {
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
