public import Geography
import Parallelism

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An order of elimination for a ``ContractionHierarchy``: nodes of small separators last, so
/// that few arcs are added.
///
/// Inertial flow (Schild, Sommer: On Balanced Separators in Road Networks, 2015): nodes are
/// sorted along a direction, and the fewest nodes are found that separate the first three tenths
/// from the last; of several directions the cut is taken that is smallest for how evenly it
/// divides.
/// Flows run on nodes instead of arcs, after nodes of few neighbours are eliminated.
public enum NestedDissection {
  /// The largest degree of nodes that are eliminated before the dissection.
  static let largestEasyDegree = 3
  /// Directions lie evenly over the half circle.
  static let directionCount = 4

  /// - Parameter coordinates: one per node; nodes may share one. Where one is not a number, the
  ///   order is still valid.
  /// - Returns: all nodes, the first to be eliminated first.
  public static func order(_ graph: Digraph, coordinates: [Coordinate]) -> [Int32] {
    let (easy, piece) = prepare(graph, coordinates)
    var order: [Int32] = []
    var dissector = Dissector(piece.rows)
    dissector.append(piece, to: &order)
    return easy.order + order.map { easy.remaining[Int($0)] }
  }

  /// The same order by several threads.
  public static func order(
    _ graph: Digraph, coordinates: [Coordinate], threads: Int
  ) async -> [Int32] {
    guard threads > 1 else { return order(graph, coordinates: coordinates) }
    let (easy, whole) = prepare(graph, coordinates)
    let rows = whole.rows
    // Parts and finished separators in the order of elimination.
    var items = [Item.piece(whole)]
    while items.count < 8 * threads {
      let isDone = !items.contains { $0.isLarge }
      if isDone { break }
      let current = items
      items = await concurrentMap(
        count: current.count, threads: threads, makeWorker: { Dissector(rows) }
      ) { dissector, index -> [Item] in
        guard case .piece(let piece) = current[index], current[index].isLarge else {
          return [current[index]]
        }
        let (first, last, separator) = dissector.split(piece)
        return [.piece(first), .piece(last), .done(separator)]
      }.flatMap { $0 }
    }
    let parts = items
    let orders = await concurrentMap(
      count: parts.count, threads: threads, makeWorker: { Dissector(rows) }
    ) { dissector, index -> [Int32] in
      switch parts[index] {
      case .done(let nodes): return nodes
      case .piece(let piece):
        var order: [Int32] = []
        dissector.append(piece, to: &order)
        return order
      }
    }
    return easy.order + orders.joined().map { easy.remaining[Int($0)] }
  }

  private enum Item: Sendable {
    case piece(DissectionPiece)
    case done([Int32])

    var isLarge: Bool {
      if case .piece(let piece) = self { piece.nodes.count > LeafOrder.largestLeaf } else { false }
    }
  }

  private static func prepare(
    _ graph: Digraph, _ coordinates: [Coordinate]
  ) -> (LowDegreeElimination, DissectionPiece) {
    precondition(coordinates.count == graph.nodeCount, "a coordinate for every node")
    let easy = LowDegreeElimination(NeighborRows(graph), largestDegree: largestEasyDegree)
    let places = easy.remaining.map { coordinates[Int($0)] }
    let piece = DissectionPiece(
      nodes: Array(0..<Int32(places.count)), rows: easy.rows,
      alongDirections: (0..<directionCount).map { direction in
        sorted(places, angle: Double.pi * Double(direction) / Double(directionCount))
      })
    return (easy, piece)
  }

  /// The indices of places along a direction; of equal ones the lower index first.
  private static func sorted(_ places: [Coordinate], angle: Double) -> [Int32] {
    let valid = places.filter(\.isValid)
    let latitudes = valid.map(\.latitude)
    let middle = ((latitudes.min() ?? 0) + (latitudes.max() ?? 0)) / 2
    let (x, y) = (cos(angle) * cos(middle * .pi / 180), sin(angle))
    let projections = places.map { $0.isValid ? $0.longitude * x + $0.latitude * y : 0 }
    let least = projections.min() ?? 0
    let width = max((projections.max() ?? 0) - least, .leastNormalMagnitude)
    let keys = projections.map { UInt32(($0 - least) / width * Double(UInt32.max - 1)) }
    var order = Array(0..<Int32(places.count))
    var other = order
    for shift in [UInt32(0), 11, 22] {
      var next = [Int32](repeating: 0, count: 2049)
      for key in keys { next[Int(key >> shift & 2047) + 1] += 1 }
      for digit in 0..<2048 { next[digit + 1] += next[digit] }
      for index in order {
        let digit = Int(keys[Int(index)] >> shift & 2047)
        other[Int(next[digit])] = index
        next[digit] += 1
      }
      swap(&order, &other)
    }
    return order
  }
}
