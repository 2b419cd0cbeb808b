/// A bounded shortest-path search from one place (Dijkstra 1959); reused by one thread.
public struct StreetSearch: Sendable {
  public static let unreachable = Int32.max

  private struct Entry {
    var milliseconds: Int32
    var node: Int32
  }

  private var milliseconds: [Int32]
  /// The arc row by which each node was reached; -1 at the ends.
  private var parents: [Int32]
  private var heap: [Entry] = []
  /// Nodes in the order of their times.
  public private(set) var settled: [Int32] = []
  private var touched: [Int32] = []

  public init(nodeCount: Int) {
    milliseconds = Array(repeating: Self.unreachable, count: nodeCount)
    parents = Array(repeating: -1, count: nodeCount)
  }

  /// The time of a node after a run, `unreachable` beyond its limit; where the run was stopped
  /// early, nodes that are not in `settled` may have one that is too long.
  public func milliseconds(at node: Int32) -> Int32 { milliseconds[Int(node)] }

  /// The row of the arc by which a node was reached; `nil` at the ends.
  func parentRow(of node: Int32) -> Int? {
    parents[Int(node)] < 0 ? nil : Int(parents[Int(node)])
  }

  /// Finds the times of all nodes within `limitMilliseconds` of the ends.
  ///
  /// - Parameter isDone: asked after each node is settled, to stop early.
  public mutating func run(
    _ network: StreetNetwork, _ direction: StreetDirection, from ends: [GraphEnd],
    limitMilliseconds: Int32, isDone: (Int32, Int32) -> Bool = { _, _ in false }
  ) {
    clear()
    for end in ends where end.milliseconds <= limitMilliseconds {
      relax(end.node, end.milliseconds, parent: -1)
    }
    let rows = direction == .forward ? network.forward : network.backward
    let (starts, arcs) = (rows.starts.span, rows.arcs.span)
    while let next = pop() {
      guard next.milliseconds == milliseconds[Int(next.node)] else { continue }
      settled.append(next.node)
      if isDone(next.node, next.milliseconds) { return }
      for row in Int(starts[Int(next.node)])..<Int(starts[Int(next.node) + 1]) {
        let arc = arcs[row]
        let (time, overflows) = next.milliseconds.addingReportingOverflow(arc.milliseconds)
        guard !overflows, time <= limitMilliseconds, time < milliseconds[Int(arc.head)] else {
          continue
        }
        relax(arc.head, time, parent: Int32(row))
      }
    }
  }

  private mutating func clear() {
    for node in touched { milliseconds[Int(node)] = Self.unreachable }
    touched.removeAll(keepingCapacity: true)
    settled.removeAll(keepingCapacity: true)
    heap.removeAll(keepingCapacity: true)
  }

  private mutating func relax(_ node: Int32, _ time: Int32, parent: Int32) {
    guard time < milliseconds[Int(node)] else { return }
    if milliseconds[Int(node)] == Self.unreachable { touched.append(node) }
    milliseconds[Int(node)] = time
    parents[Int(node)] = parent
    push(Entry(milliseconds: time, node: node))
  }

  // A heap of four children a node, with entries left behind where a time got shorter.
  private mutating func push(_ entry: Entry) {
    heap.append(entry)
    var position = heap.count - 1
    while position > 0 {
      let parent = (position - 1) / 4
      guard entry.milliseconds < heap[parent].milliseconds else { break }
      heap[position] = heap[parent]
      position = parent
    }
    heap[position] = entry
  }

  private mutating func pop() -> Entry? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    var position = 0
    while true {
      let start = 4 * position + 1
      guard start < heap.count else { break }
      var smallest = start
      for child in start..<min(start + 4, heap.count)
      where heap[child].milliseconds < heap[smallest].milliseconds {
        smallest = child
      }
      guard heap[smallest].milliseconds < last.milliseconds else { break }
      heap[position] = heap[smallest]
      position = smallest
    }
    heap[position] = last
    return first
  }
}
