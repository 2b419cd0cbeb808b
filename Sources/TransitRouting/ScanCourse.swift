/// The instants of a window in turn, with the calls to visit at each of them, until at no stop
/// anybody can come out any more. Once only few stops are open, the calls that cannot change
/// anything at these are left out.
struct ScanCourse {
  /// The instant that is visited: a position in `ScanNetwork.instants`.
  private(set) var slot: Int
  /// Where its calls lie, in `tailCalls` if `isTail`, else in those of the network.
  private(set) var range = 0..<0
  private(set) var tailCalls: [ScanCall] = []
  var isTail: Bool { tail != nil }

  private let slots: Range<Int>
  private let tailShare: Int
  private var tailLength: Int
  private var tail: ScanTail?
  /// The next instant at which a tail is looked for.
  private var nextLook = 0
  /// Stops where somebody is not out yet, and how many of them are alighted at once more.
  private var isOpen: [Bool]
  private var openCount: Int
  /// So many of `ScanNetwork.lastAlightings` are over.
  private var closedCount = 0

  init(_ network: ScanNetwork, _ query: ScanQuery, _ window: ScanWindow) {
    slots = window.slots
    slot = slots.lowerBound
    (tailShare, tailLength) = (query.tailShare, query.tailLength)
    isOpen = [Bool](repeating: true, count: network.stopCount)
    openCount = network.lastAlightings.count
    if !isOver { range = network.calls(at: slot) }
  }

  var isOver: Bool { slot >= slots.upperBound }

  /// At a stop all departures are out.
  @inline(__always)
  mutating func close(_ stop: Int) {
    isOpen[stop] = false
    openCount &-= 1
  }

  /// Goes to the next instant that has calls worth a visit.
  /// - Parameters:
  ///   - allAreUnderWay: whether the last departure has begun.
  ///   - stops: how many can board at each.
  ///   - everybody: how many there are.
  @inline(__always)
  mutating func advance<Counts>(
    _ network: ScanNetwork, allAreUnderWay: Bool, _ stops: Span<ScanPass<Counts>.Stop>,
    _ everybody: Counts
  ) {
    let second = network.instants[slot]
    while closedCount < network.lastAlightings.count,
      network.lastAlightings[closedCount].second <= second
    {
      if isOpen[Int(network.lastAlightings[closedCount].stop)] { openCount &-= 1 }
      closedCount &+= 1
    }
    if openCount == 0 {
      slot = slots.upperBound
    } else if tail == nil, !allAreUnderWay || openCount >= network.stopCount / tailShare {
      slot &+= 1
      if !isOver { range = network.calls(at: slot) }
    } else {
      advanceTail(network, stops, everybody)
    }
  }

  @inline(never)
  private mutating func advanceTail<Counts>(
    _ network: ScanNetwork, _ stops: Span<ScanPass<Counts>.Stop>, _ everybody: Counts
  ) {
    if takeNext() { return }
    slot = tail?.end ?? slot + 1
    tail = nil
    while !isOver, slot >= nextLook {
      let left = network.lastAlightings[closedCount...].map(\.stop).filter { isOpen[Int($0)] }
      nextLook = network.instantStarts.span.first(
        atLeast: Int(network.instantStarts[slot]) + tailLength,
        in: (slot + 1)..<slots.upperBound)
      let isFull = stops.indices.map { stops[$0].ready == everybody }
      let found = ScanTail(
        network, stops: left, isFull: isFull, in: slot..<nextLook, of: slots)
      guard found.calls.count < tailLength / 2 else { break }
      tailLength *= 2
      (tail, tailCalls) = (found, found.calls)
      if takeNext() { return }
      slot = nextLook
      tail = nil
    }
    if !isOver { range = network.calls(at: slot) }
  }

  private mutating func takeNext() -> Bool {
    guard let next = tail?.takeNext() else { return false }
    (slot, range) = next
    return true
  }
}

extension ScanNetwork {
  @inline(__always)
  func calls(at slot: Int) -> Range<Int> {
    Int(instantStarts[slot])..<Int(instantStarts[slot &+ 1])
  }
}
