/// A walk to a stop that is boarded first, in the course of a scan. Where no vehicle can be boarded
/// between one departure's coming and the next one's, nothing is promised for the first: the next
/// promise counts both.
struct AccessWalk {
  let stop: Int32
  let seconds: Int32
  /// The next second at which a vehicle can be boarded there, `Int32.max` if none can any more;
  /// before the first question none that is asked for.
  private var boarding: Int32 = .min
  /// Where the calls lie in `ScanNetwork.boardingsAtStop` that come after it.
  private var next: Int32
  private let end: Int32

  /// - Parameter first: nobody sets out before this second.
  init(_ walk: StopWalk, from first: Int32, _ network: ScanNetwork) {
    precondition((0..<network.stopCount).contains(walk.stop.position), "a walk to no stop")
    (stop, seconds) = (walk.stop.raw, walk.seconds)
    let boardings = network.boardingsAtStop[walk.stop.position]
    let firstCall =
      network.instantStarts[network.instant(at: first.addingSaturated(walk.seconds))]
    next = Int32(
      network.boardingsAtStop.positions.span.first(atLeast: Int(firstCall), in: boardings))
    end = Int32(boardings.upperBound)
  }

  /// Whether a vehicle can be boarded at a second or later, but before another one. Seconds never decrease
  /// from one question to the next.
  @inline(__always)
  mutating func isBoarded(
    from second: Int32, before later: Int32, _ boardings: Span<Int32>, _ callSeconds: Span<Int32>
  ) -> Bool {
    while boarding < second {
      guard next < end else {
        boarding = .max
        break
      }
      boarding = callSeconds[Int(boardings[Int(next)])]
      next &+= 1
    }
    return boarding < later
  }
}
