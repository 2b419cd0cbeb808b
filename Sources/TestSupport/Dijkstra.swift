public import StreetRouting

/// Shortest times by Dijkstra's algorithm (1959): the slow reference for the hierarchy.
public struct Dijkstra: Sendable {
  /// The time to every node, ``HierarchyWeights/unreachable`` where there is none.
  public let milliseconds: [Int32]

  /// - Parameters:
  ///   - weights: milliseconds per arc of the graph, by position.
  ///   - ends: where the search begins.
  public init(_ graph: Digraph, weights: [Int32], from ends: [GraphEnd]) {
    precondition(weights.count == graph.arcCount)
    let unreachable = HierarchyWeights.unreachable
    var times = [Int32](repeating: unreachable, count: graph.nodeCount)
    var queue: [Entry] = []
    for end in ends where end.milliseconds < times[Int(end.node)] {
      times[Int(end.node)] = end.milliseconds
      Self.push(Entry(milliseconds: end.milliseconds, node: end.node), to: &queue)
    }
    while let entry = Self.pop(&queue) {
      guard entry.milliseconds == times[Int(entry.node)] else { continue }
      for arc in graph.arcs(of: Int(entry.node)) where weights[arc] < unreachable {
        let time = entry.milliseconds + weights[arc]
        let head = graph.heads[arc]
        guard time < times[Int(head)] else { continue }
        times[Int(head)] = time
        Self.push(Entry(milliseconds: time, node: head), to: &queue)
      }
    }
    milliseconds = times
  }

  private struct Entry {
    var milliseconds: Int32
    var node: Int32
  }

  private static func push(_ entry: Entry, to heap: inout [Entry]) {
    heap.append(entry)
    var child = heap.count - 1
    while child > 0, heap[(child - 1) / 2].milliseconds > heap[child].milliseconds {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private static func pop(_ heap: inout [Entry]) -> Entry? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return top }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [parent * 2 + 1, parent * 2 + 2]
      where child < heap.count && heap[child].milliseconds < heap[least].milliseconds {
        least = child
      }
      guard least != parent else { return top }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
