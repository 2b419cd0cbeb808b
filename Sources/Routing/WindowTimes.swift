import TransitRouting

/// Travel times between one fixed door and many others for every instant of a window: one scan.
///
/// With departures the fixed door is the origin, with arrivals it is the destination. An object
/// is reused by one thread.
public struct WindowTimes: Sendable {
  private let network: DoorToDoorNetwork
  private let window: TimeWindow
  private var scan = WindowScan()
  private var times: [Int32] = []

  public init(_ network: DoorToDoorNetwork, _ window: TimeWindow) {
    self.network = network
    self.window = window
  }

  /// Calls `visit` with the position of each other door and its travel times in seconds, one for
  /// each instant in the order of the window; `WindowScan.unreachable` where there is none.
  ///
  /// - Parameters:
  ///   - directSeconds: the walk without any vehicle between the fixed door and another.
  ///   - visit: may reorder the times.
  public mutating func run(
    fixed: Door, others: [Door], directSeconds: (Int) -> Int?,
    visit: (Int, inout [Int32]) -> Void
  ) {
    let limit = Int32(clamping: network.options.maximumSeconds)
    let starts = searchStarts
    let isForward: Bool
    switch window {
    case .departures: isForward = true
    case .arrivals: isForward = false
    }
    scan.run(
      isForward ? network.forward : network.backward, departures: starts,
      access: isForward ? fixed.access : fixed.egress,
      transferSlackSeconds: Int32(clamping: network.options.transferSlackSeconds),
      maximumSeconds: limit)
    for (position, other) in others.enumerated() {
      join(
        isForward ? other.egress : other.access, starts, limit,
        direct: directSeconds(position).map { Int32(clamping: $0) })
      if !isForward { times.reverse() }
      visit(position, &times)
    }
  }

  /// The instants as the scan counts them: mirrored for arrivals, never decreasing.
  private var searchStarts: [Int32] {
    switch window {
    case .departures(let seconds): seconds.map { Int32(clamping: $0) }
    case .arrivals(let seconds): seconds.reversed().map { Int32(clamping: -$0) }
    }
  }

  private mutating func join(
    _ walks: [StopWalk], _ starts: [Int32], _ limit: Int32, direct: Int32?
  ) {
    let width = starts.count
    var times: [Int32] = []
    swap(&times, &self.times)
    defer { swap(&times, &self.times) }
    times.removeAll(keepingCapacity: true)
    times.append(contentsOf: repeatElement(direct ?? WindowScan.unreachable, count: width))
    let labels = scan.arrivals.span
    // Without any stop near the fixed door the scan has no labels.
    guard labels.count >= width else { return }
    for walk in walks {
      let start = walk.stop.position * width
      for index in 0..<width where labels[start + index] != WindowScan.unreachable {
        times[index] = min(times[index], labels[start + index] + walk.seconds - starts[index])
      }
    }
    for index in 0..<width where times[index] > limit { times[index] = WindowScan.unreachable }
  }
}
