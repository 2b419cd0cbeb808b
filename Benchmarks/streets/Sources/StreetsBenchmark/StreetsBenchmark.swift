import Foundation
import StreetRouting

/// `StreetsBenchmark FOLDER MATRIX THREADS`: does the work of `routingkit.py` with Antenne, writes
/// its matrices and rows to MATRIX and prints seconds by work as JSON.
@main
struct StreetsBenchmark {
  private static let reweights = 10

  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let threads = Int(arguments[3]), threads > 0 else {
      throw Failure.usage
    }
    let streets = try StreetFiles(folder: URL(filePath: arguments[1]))
    var clock = WorkClock()

    clock.start()
    let graph = Digraph(
      nodeCount: streets.coordinates.count, tails: streets.tails, heads: streets.heads)
    let order = await NestedDissection.order(
      graph, coordinates: streets.coordinates, threads: threads)
    let hierarchy = ContractionHierarchy(graph, order: order)
    clock.stop("build")
    let both = [streets.milliseconds, streets.congestedMilliseconds].map { weights in
      var byPosition = weights
      for (arc, position) in graph.positions.enumerated() {
        byPosition[Int(position)] = weights[arc]
      }
      return byPosition
    }

    var weights = HierarchyWeights(hierarchy, milliseconds: both[1])
    var cells = Data()
    for milliseconds in both {
      weights.customize(milliseconds)
      clock.start()
      let times = await allTimes(weights, streets, threads: threads)
      clock.stop("matrix")
      append(times, to: &cells)
    }
    for (source, targets) in zip(streets.sources, streets.rowTargets) {
      clock.start()
      let row = ManyToMany(weights, targets: targets).matrix(from: [source])
      clock.stop("row")
      append(row, to: &cells)
    }
    try cells.write(to: URL(filePath: arguments[2]))
    // In turn, so that every one of them changes the weights.
    for index in 0..<reweights {
      clock.start()
      weights.customize(both[index % 2])
      clock.stop("reweight")
    }
    print(try clock.json())
  }

  private static func allTimes(
    _ weights: HierarchyWeights, _ streets: StreetFiles, threads: Int
  ) async -> [Int32] {
    let search = ManyToMany(weights, targets: streets.targets)
    guard threads > 1 else { return search.matrix(from: streets.sources) }
    var matrix: [Int32] = []
    matrix.reserveCapacity(streets.sources.count * streets.targets.count)
    await search.forEachRow(from: streets.sources, threads: threads) {
      (_, row: Span<Int32>) in
      for target in row.indices { matrix.append(row[target]) }
    }
    return matrix
  }

  /// Little-endian, `UInt32.max` where there is no way.
  private static func append(_ matrix: [Int32], to cells: inout Data) {
    let values = matrix.map {
      $0 >= HierarchyWeights.unreachable ? UInt32.max : UInt32($0).littleEndian
    }
    values.withUnsafeBytes { cells.append(contentsOf: $0) }
  }

  private enum Failure: Error {
    case usage
  }
}
