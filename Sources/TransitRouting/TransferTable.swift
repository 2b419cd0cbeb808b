/// A change from one stop to another on foot, or at the same stop.
public struct Transfer: Sendable, Equatable {
  public var from: StopIndex
  public var to: StopIndex
  /// Seconds that the change takes, without any slack, never less than 0: nobody is somewhere before
  /// they leave. `nil` forbids it (GTFS type 3).
  public let seconds: Int32?

  public init(from: StopIndex, to: StopIndex, seconds: Int?) {
    self.from = from
    self.to = to
    self.seconds = seconds.map { Int32(clamping: max(0, $0)) }
  }
}

/// All transfers by stop of departure. Every stop has a change at itself: of 0 s unless the feed
/// says otherwise or forbids it.
public struct TransferTable: Sendable {
  public struct Edge: Sendable, Equatable {
    public var to: StopIndex
    public var seconds: Int32

    public init(to: StopIndex, seconds: Int32) {
      self.to = to
      self.seconds = seconds
    }
  }

  /// `edges[starts[s]..<starts[s + 1]]` leave stop `s`, by stop of arrival.
  public let starts: [Int32]
  public let edges: [Edge]
  /// What the transfers were made from, forbidden pairs among them; a later addition of walks
  /// must not override them.
  public let stated: [Transfer]

  /// The most edges that leave one stop.
  let mostLeaving: Int

  public var stopCount: Int { starts.count - 1 }

  /// - Parameter transfers: where a pair comes twice, the last one counts.
  public init(stopCount: Int, _ transfers: [Transfer]) {
    stated = transfers
    // By stop of departure, those of one stop in the order in which they were given.
    var firsts = [Int](repeating: 0, count: stopCount + 1)
    for transfer in transfers {
      precondition((0..<stopCount).contains(transfer.to.position), "a change to no stop")
      firsts[transfer.from.position + 1] += 1
    }
    for stop in 0..<stopCount { firsts[stop + 1] += firsts[stop] }
    var next = firsts
    var order = [Int32](repeating: 0, count: transfers.count)
    for (position, transfer) in transfers.enumerated() {
      order[next[transfer.from.position]] = Int32(position)
      next[transfer.from.position] += 1
    }
    var starts: [Int32] = [0]
    var edges: [Edge] = []
    starts.reserveCapacity(stopCount + 1)
    edges.reserveCapacity(stopCount + transfers.count)
    // The position is -1 for the change at a stop itself, which anything that is said replaces.
    var leaving: [(to: StopIndex, position: Int32)] = []
    for stop in 0..<stopCount {
      leaving.removeAll(keepingCapacity: true)
      leaving.append((StopIndex(stop), -1))
      for position in order[firsts[stop]..<firsts[stop + 1]] {
        leaving.append((transfers[Int(position)].to, position))
      }
      leaving.sort { ($0.to.raw, $0.position) < ($1.to.raw, $1.position) }
      for (index, (to, position)) in leaving.enumerated()
      where index + 1 == leaving.count || leaving[index + 1].to != to {
        let seconds = position < 0 ? 0 : transfers[Int(position)].seconds
        if let seconds { edges.append(Edge(to: to, seconds: seconds)) }
      }
      starts.append(Int32(edges.count))
    }
    self.starts = starts
    self.edges = edges
    mostLeaving = zip(starts, starts.dropFirst()).map { Int($1 - $0) }.max() ?? 0
  }

  public func leaving(_ stop: StopIndex) -> ArraySlice<Edge> {
    edges[Int(starts[stop.position])..<Int(starts[stop.position + 1])]
  }

  /// The same transfers in the other direction.
  func reversed() -> TransferTable {
    var back: [Transfer] = []
    back.reserveCapacity(edges.count)
    // A change that the feed forbids at a stop must stay forbidden.
    for transfer in stated where transfer.seconds == nil {
      back.append(Transfer(from: transfer.to, to: transfer.from, seconds: nil))
    }
    for stop in 0..<stopCount {
      for edge in leaving(StopIndex(stop)) {
        back.append(
          Transfer(from: edge.to, to: StopIndex(stop), seconds: Int(edge.seconds)))
      }
    }
    return TransferTable(stopCount: stopCount, back)
  }
}
