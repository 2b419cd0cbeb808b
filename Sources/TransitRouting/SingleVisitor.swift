/// The calls of a single scan. Bounds are not checked where every call passes: a network has no call
/// beyond its stops and trips, and no change to a stop that it does not have.
struct SingleVisitor {
  let network: ScanNetwork
  let slack: Int32

  /// Boards and alights at all calls of one instant. A trip boarded at one of its calls of a second
  /// cannot be left at an earlier one: the positions of the calls tell that.
  func visit(
    _ slot: Int, _ steps: inout [WindowScan.Step], _ stopStore: inout [SingleScan.Stop],
    _ boardingStore: inout [Int32], _ visitStore: inout [Int32], _ missed: inout [Range<Int>]
  ) {
    let second = network.instants[slot]
    let range = network.calls(at: slot)
    let calls = network.calls.span
    var stops = stopStore.mutableSpan
    var boardings = boardingStore.mutableSpan
    var visits = visitStore.mutableSpan
    for index in range {
      let call = calls[unchecked: index]
      let (stop, trip) = (call.stop, Int(call.trip))
      let position = Int32(truncatingIfNeeded: index)
      let state = stops[unchecked: stop]
      let boarding = boardings[unchecked: trip]
      // Signs of differences need no branch. Almost nobody alights, which the one that is left
      // foresees.
      let aboardMask = (boarding &- position) >> 31
      let boards = ~aboardMask & Int32(call.boardMask) & ((state.ready &- second &- 1) >> 31)
      boardings[unchecked: trip] = boarding ^ ((boarding ^ position) & boards)
      if aboardMask & Int32(call.alightMask) & state.openMask != 0 {
        alight(stop, second, range.lowerBound..<index, &steps, &stops, visits.span, &missed)
        visitMissed(
          second, range.lowerBound..<index, &steps, &stops, &boardings, visits.span, &missed)
      }
      visits[unchecked: stop] = position
    }
  }

  /// Who changes in no time may board at calls of the second that were visited before.
  @inline(never)
  private func visitMissed(
    _ second: Int32, _ visited: Range<Int>, _ steps: inout [WindowScan.Step],
    _ stops: inout MutableSpan<SingleScan.Stop>, _ boardings: inout MutableSpan<Int32>,
    _ visits: Span<Int32>, _ missed: inout [Range<Int>]
  ) {
    while let range = missed.popLast() {
      for index in range {
        let call = network.calls[index]
        let (stop, trip, position) = (call.stop, Int(call.trip), Int32(index))
        if boardings[trip] < position {
          guard call.canAlight, stops[stop].openMask != 0 else { continue }
          alight(stop, second, visited, &steps, &stops, visits, &missed)
        } else if call.canBoard, stops[stop].ready <= second {
          boardings[trip] = position
        }
      }
    }
  }

  /// Somebody is out at a stop and changes from it.
  /// - Parameter visited: calls of this second that were visited; those at which somebody may board
  ///   now are added to `missed`, each with those of its trip that follow.
  @inline(never)
  private func alight(
    _ stop: Int, _ second: Int32, _ visited: Range<Int>, _ steps: inout [WindowScan.Step],
    _ stops: inout MutableSpan<SingleScan.Stop>, _ visits: Span<Int32>,
    _ missed: inout [Range<Int>]
  ) {
    setOut(stop, second, &steps, &stops) { changed in
      guard Int(visits[changed]) >= visited.lowerBound else { return }
      for index in network.boardingsAtStop.range(of: changed, in: visited) {
        let first = Int(network.boardingsAtStop.positions[index])
        var end = first + 1
        while end < visited.upperBound, network.calls[end].trip == network.calls[first].trip {
          end += 1
        }
        missed.append(first..<end)
      }
    }
  }

  /// - Parameter changedAtOnce: called with each stop where somebody is ready in the same second.
  @inline(__always)
  func setOut(
    _ stop: Int, _ second: Int32, _ steps: inout [WindowScan.Step],
    _ stops: inout MutableSpan<SingleScan.Stop>, changedAtOnce: (Int) -> Void
  ) {
    stops[stop].openMask = 0
    steps.append(.init(stop: Int32(truncatingIfNeeded: stop), second: second, first: 0, end: 1))
    let edges = network.transfers.edges.span
    let base = Int(second) &+ Int(slack)
    let (first, end) = (network.transfers.starts[stop], network.transfers.starts[stop + 1])
    for index in Int(first)..<Int(end) {
      let edge = edges[unchecked: index]
      let ready = base &+ Int(edge.seconds)
      guard ready < Int(stops[unchecked: edge.to.position].ready) else { continue }
      stops[unchecked: edge.to.position].ready = Int32(truncatingIfNeeded: ready)
      if ready <= Int(second) { changedAtOnce(edge.to.position) }
    }
  }
}
