/// What a window scan promises for later: that so many departures are ready at a stop.
extension ScanVisitor {
  /// The next departure begins to walk to the stops that are boarded first.
  func set(
    _ seed: Int, _ access: inout [[AccessWalk]], _ promises: inout [Pass.Promise],
    _ room: inout Pass.PromiseRoom, _ best: inout MutableSpan<Pass.Best>,
    _ heads: inout MutableSpan<Int32>
  ) {
    let slotAt = network.instantAtOrAfter.span
    let (boardings, callSeconds) = (
      network.boardingsAtStop.positions.span, network.callSeconds.span
    )
    let departure = query.departures[seed]
    let nextDeparture = seed + 1 < query.departures.count ? query.departures[seed + 1] : .max
    for (position, start) in query.starts.enumerated() {
      promises.makeRoom(
        for: room.used + start.access.count * Pass.Promise.blockLength, Pass.Promise())
      var promises = promises.mutableSpan
      var counts = Counts.none
      for lane in start.lanes { counts[lane] = seed + 1 }
      var walks = access[position].mutableSpan
      for index in walks.indices {
        let second = departure.addingSaturated(walks[index].seconds)
        let nextSecond = nextDeparture.addingSaturated(walks[index].seconds)
        guard
          walks[index].isBoarded(from: second, before: nextSecond, boardings, callSeconds)
        else { continue }
        Self.promise(
          walks[index].stop, counts, Int(second) &- Int(network.firstSecond), slotAt, &promises,
          &room, &best, &heads)
      }
    }
  }

  /// The changes to other vehicles that the feeds state. Bounds are not checked: transfers lead to
  /// stops of the network and never back in time, and there is room for all that leave one stop.
  @inline(__always)
  static func change(
    _ edges: Span<TransferTable.Edge>, _ range: Range<Int>, _ slotAt: Span<Int32>, _ base: Int,
    _ counts: Counts, _ gaining: inout MutableSpan<Int32>,
    _ promises: inout MutableSpan<Pass.Promise>, _ room: inout Pass.PromiseRoom,
    _ best: inout MutableSpan<Pass.Best>, _ heads: inout MutableSpan<Int32>
  ) {
    var found = 0
    for index in range {
      let edge = edges[unchecked: index]
      let best = best[unchecked: edge.to.position]
      // Not promised by then, or not so many.
      let later = Int32(truncatingIfNeeded: base) &+ edge.seconds &- best.offset
      let isEarlier = Int(UInt32(bitPattern: later) >> 31)
      gaining[unchecked: found] = Int32(truncatingIfNeeded: index)
      found &+= isEarlier | best.counts.isLess(counts)
    }
    for position in 0..<found {
      let edge = edges[unchecked: Int(gaining[unchecked: position])]
      promise(
        edge.to.raw, counts, base &+ Int(edge.seconds), slotAt, &promises, &room, &best, &heads)
    }
  }

  /// Those who come to stops on foot.
  func welcome(
    _ walkers: inout ScanWalkers<Counts>, _ promises: inout [Pass.Promise],
    _ room: inout Pass.PromiseRoom, _ best: inout MutableSpan<Pass.Best>,
    _ heads: inout MutableSpan<Int32>
  ) {
    let base = window.offset &+ Int(query.slack)
    let slotAt = network.instantAtOrAfter.span
    promises.makeRoom(
      for: room.used + walkers.arrivals.count * Pass.Promise.blockLength, Pass.Promise())
    var promises = promises.mutableSpan
    for arrival in walkers.arrivals {
      let offset = base &+ Int(arrival.offset)
      let known = best[Int(arrival.stop)]
      if Int(known.offset) <= offset, known.counts.isLess(arrival.counts) == 0 { continue }
      Self.promise(
        arrival.stop, arrival.counts, offset, slotAt, &promises, &room, &best, &heads)
    }
    walkers.arrivals.removeAll(keepingCapacity: true)
  }

  /// From a second on so many departures are ready at a stop.
  ///
  /// Bounds are not checked but for blocks: the stop is one of the network, a slot one of its instants
  /// or the one after them, and there is room for a block more.
  /// - Parameter offset: seconds after the network's first instant.
  @inline(__always)
  static func promise(
    _ stop: Int32, _ counts: Counts, _ offset: Int, _ slotAt: Span<Int32>,
    _ promises: inout MutableSpan<Pass.Promise>, _ room: inout Pass.PromiseRoom,
    _ best: inout MutableSpan<Pass.Best>, _ heads: inout MutableSpan<Int32>
  ) {
    let offset = Int32(truncatingIfNeeded: min(max(0, offset), slotAt.count &- 1))
    let (slot, stop) = (Int(slotAt[unchecked: Int(offset)]), Int(stop))
    let known = best[unchecked: stop]
    // Lanes that had more keep it: by the later one of two seconds both promises are kept.
    best[unchecked: stop] = Pass.Best(
      offset: counts.isLess(known.counts) == 0 ? offset : max(offset, known.offset),
      counts: known.counts.larger(counts))
    let head = heads[unchecked: slot]
    var position = Int(head)
    if position % Pass.Promise.blockLength == 0 {
      // A new block begins with where the one before it ends.
      let block = room.take(promises.span, for: Int32(truncatingIfNeeded: slot))
      promises[block] = Pass.Promise(stop: head)
      position = block &+ 1
    }
    promises[unchecked: position] = Pass.Promise(
      counts: counts, stop: Int32(truncatingIfNeeded: stop))
    heads[unchecked: slot] = Int32(truncatingIfNeeded: position &+ 1)
  }

  /// Keeps the promises for a slot.
  @inline(__always)
  static func drain(
    _ head: inout Int32, _ promises: inout [Pass.Promise], _ room: inout Pass.PromiseRoom,
    _ stops: inout MutableSpan<Pass.Stop>
  ) {
    var end = Int(head)
    head = 0
    var promises = promises.mutableSpan
    while end > 0 {
      let start = (end &- 1) & ~(Pass.Promise.blockLength &- 1)
      for position in (start &+ 1)..<end {
        let promise = promises[position]
        stops[Int(promise.stop)].ready = stops[Int(promise.stop)].ready.larger(promise.counts)
      }
      end = Int(promises[start].stop)
      room.giveBack(start, &promises)
    }
  }
}
