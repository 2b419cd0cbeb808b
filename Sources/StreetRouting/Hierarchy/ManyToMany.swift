import Parallelism

/// Times between many sources and many targets.
///
/// The targets are selected once; each source then costs one climb and one sweep over the
/// selection, several sources side by side. Rows come source by source, so that a matrix of any
/// size is written in constant memory.
public struct ManyToMany: Sendable {
  private let weights: HierarchyWeights
  private let selection: TargetSelection
  private let direction: StreetDirection

  /// Sources side by side; of fewer than `fewestLanes` each is swept alone.
  private static let lanes = SixteenTimes.lanes
  private static let fewestLanes = 3
  /// From so many sources on the arcs of the selection are copied.
  private static let fewestCopied = 48

  public var targetCount: Int { selection.targetCount }

  /// - Parameters:
  ///   - targets: the ends of each target; one without ends is unreachable.
  ///   - direction: with `backward` all times are those from a target to a source: many
  ///     sources to one target are one source from many targets.
  public init(
    _ weights: HierarchyWeights, targets: [[GraphEnd]], direction: StreetDirection = .forward
  ) {
    self.weights = weights
    self.direction = direction
    selection = TargetSelection(weights.hierarchy, targets)
  }

  /// Calls `body` for each source in order with its milliseconds to every target,
  /// ``HierarchyWeights/unreachable`` where there is no way.
  public func forEachRow<Failed: Error>(
    from sources: [[GraphEnd]], _ body: (Int, Span<Int32>) throws(Failed) -> Void
  ) throws(Failed) {
    var worker = Worker()
    let lanes = lanes(sources.count)
    for batch in batches(sources.count) {
      try deliver(rows(&worker, lanes, sources[batch]), batch, body)
    }
  }

  /// The same on several threads; rows come in the same order, a few batches are in memory.
  public func forEachRow<Failed: Error>(
    from sources: [[GraphEnd]], threads: Int,
    _ body: (Int, Span<Int32>) throws(Failed) -> Void
  ) async throws(Failed) {
    let batches = batches(sources.count)
    let lanes = lanes(sources.count)
    let perWave = max(1, threads) * 8
    for wave in stride(from: 0, to: batches.count, by: perWave) {
      let current = Array(batches[wave..<min(batches.count, wave + perWave)])
      let results = await concurrentMap(
        count: current.count, threads: threads, makeWorker: { Worker() }
      ) { worker, index in rows(&worker, lanes, sources[current[index]]) }
      for (batch, rows) in zip(current, results) { try deliver(rows, batch, body) }
    }
  }

  /// All times, row by row.
  public func matrix(from sources: [[GraphEnd]]) -> [Int32] {
    var matrix: [Int32] = []
    matrix.reserveCapacity(sources.count * targetCount)
    var worker = Worker()
    let lanes = lanes(sources.count)
    for batch in batches(sources.count) { matrix += rows(&worker, lanes, sources[batch]) }
    return matrix
  }

  private func batches(_ sources: Int) -> [Range<Int>] {
    stride(from: 0, to: sources, by: Self.lanes).map { $0..<min(sources, $0 + Self.lanes) }
  }

  private func deliver<Failed: Error>(
    _ rows: [Int32], _ batch: Range<Int>, _ body: (Int, Span<Int32>) throws(Failed) -> Void
  ) throws(Failed) {
    let all = rows.span
    for (index, source) in batch.enumerated() {
      let row = all.extracting(index * targetCount..<(index + 1) * targetCount)
      try body(source, row)
    }
  }

  private func lanes(_ sources: Int) -> Lanes? {
    guard sources >= Self.fewestLanes else { return nil }
    let positions = SelectedPositions(weights.hierarchy, selection)
    guard sources >= Self.fewestCopied else { return Lanes(positions: positions, arcs: nil) }
    let isUpward = direction == .backward
    let arcs = SelectedArcs(weights, selection, positions, isUpward: isUpward)
    return Lanes(positions: positions, arcs: arcs)
  }

  private func rows(
    _ worker: inout Worker, _ lanes: Lanes?, _ sources: ArraySlice<[GraphEnd]>
  ) -> [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(sources.count * targetCount)
    if let lanes, sources.count >= Self.fewestLanes {
      var sweep = worker.several.take() ?? Sweep(weights.hierarchy)
      sweep.run(
        weights, selection, lanes.positions, lanes.arcs, direction, from: sources, rows: &rows)
      worker.several = sweep
    } else {
      var sweep = worker.single.take() ?? SingleSweep(weights.hierarchy)
      for source in sources {
        sweep.run(weights, selection, direction, from: source, row: &rows)
      }
      worker.single = sweep
    }
    return rows
  }

  /// What sources side by side have in common.
  private struct Lanes {
    let positions: SelectedPositions
    let arcs: SelectedArcs?
  }

  /// What a thread reuses; made when needed.
  private struct Worker {
    var single: SingleSweep?
    var several: Sweep?
  }
}
